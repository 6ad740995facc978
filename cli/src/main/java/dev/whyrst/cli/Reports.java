package dev.whyrst.cli;

import dev.whyrst.analysis.ReportSink;
import dev.whyrst.report.csv.CsvReport;
import dev.whyrst.report.html.FrameBytes;
import dev.whyrst.report.html.HtmlReport;
import dev.whyrst.report.json.JsonReport;
import java.io.IOException;
import java.io.OutputStream;

/** Makes the renderers. */
final class Reports {

    private Reports() {}

    /** A renderer of that format, which closes the stream when it is closed. */
    static ReportSink open(ReportFormat format, OutputStream out, FrameBytes frames) throws IOException {
        return switch (format) {
            case HTML -> new HtmlReport(out, Version.text(), frames);
            case CSV -> new CsvReport(out);
            case JSON -> new JsonReport(out, Version.text());
        };
    }
}

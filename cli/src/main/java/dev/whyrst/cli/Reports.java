package dev.whyrst.cli;

import dev.whyrst.analysis.ReportSink;
import dev.whyrst.report.CsvReport;
import dev.whyrst.report.JsonReport;
import java.io.IOException;
import java.io.OutputStream;

/** Makes the renderers. */
class Reports {

    /** A renderer of that format, which closes the stream when it is closed. */
    ReportSink open(ReportFormat format, OutputStream out) throws IOException {
        return switch (format) {
            case HTML -> throw new UnsupportedOperationException("there is no HTML report yet: use --format csv,json");
            case CSV -> new CsvReport(out);
            case JSON -> new JsonReport(out, Version.text());
        };
    }
}

package dev.whyrst.analysis;

import dev.whyrst.attribution.Attribution;
import java.io.Closeable;
import java.io.IOException;

/** Takes the result of an analysis: the summary first, then each RST in capture order, then {@link #finish}. */
public interface ReportSink extends Closeable {

    void begin(AnalysisSummary summary) throws IOException;

    void accept(Attribution attribution) throws IOException;

    /** Completes the report; without it, {@link #close} must leave nothing behind. */
    void finish() throws IOException;
}

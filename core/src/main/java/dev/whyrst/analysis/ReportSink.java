package dev.whyrst.analysis;

import dev.whyrst.attribution.Attribution;
import java.io.Closeable;
import java.io.IOException;

/**
 * Takes the result of an analysis: the summary first, then each RST in capture order, then {@link #finish}.
 *
 * <p>For each RST, {@link #wants} is asked first, and {@link #accept} follows where it says yes.
 */
public interface ReportSink extends Closeable {

    void begin(AnalysisSummary summary) throws IOException;

    /** Whether the sink takes that RST; attributing it costs a hundred times as much as a glance at it. */
    default boolean wants(Glance reset) throws IOException {
        return true;
    }

    void accept(Attribution attribution) throws IOException;

    /** Completes the report; without it, {@link #close} must leave nothing behind. */
    void finish() throws IOException;
}

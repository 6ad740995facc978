package dev.whyrst.analysis;

import dev.whyrst.attribution.Attribution;
import java.io.Closeable;
import java.io.IOException;

/**
 * Takes the result of an analysis: the summary first, then RSTs in capture order, then {@link #finish}.
 *
 * <p>No two threads call a sink at once, but it need not be one thread that makes all calls.
 */
public interface ReportSink extends Closeable {

    /**
     * Begins to load what the report will need, on a thread of the sink's own; called once before {@link #begin}, when
     * a processor is idle.
     */
    default void prepare() {}

    void begin(AnalysisSummary summary) throws IOException;

    /** Whether the sink takes only the RSTs that it {@link #wants}, and not all. */
    default boolean choosy() {
        return false;
    }

    /**
     * Whether a choosy sink takes that RST; asked once for each, in capture order, and {@link #accept} follows if it
     * does. To attribute a RST costs a hundred times as much as a glance at it.
     */
    default boolean wants(Glance reset) throws IOException {
        return true;
    }

    void accept(Attribution attribution) throws IOException;

    /** Completes the report; without it, {@link #close} must leave nothing behind. */
    void finish() throws IOException;
}

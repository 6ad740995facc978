package dev.whyrst.analysis;

import java.io.IOException;
import java.util.List;

/** The use case and front door of the library: reads captures once, attributes every RST, feeds the sinks. */
public final class CaptureAnalysis {

    private CaptureAnalysis() {}

    /**
     * Analyses the inputs of the options.
     *
     * <p>The sinks get the summary, then every RST, then are finished; they are not closed.
     *
     * @return the summary that the sinks got
     * @throws dev.whyrst.capture.CaptureException when no input can be read at all; the message is for the user
     * @throws java.io.InterruptedIOException when the thread was interrupted; nothing was finished
     * @throws IOException when a sink fails or the operating system fails to read
     */
    @SuppressWarnings("DoNotCallSuggester") // until it is wired
    public static AnalysisSummary run(
            AnalysisOptions options, List<? extends ReportSink> sinks, ProgressListener progress) throws IOException {
        throw new UnsupportedOperationException("not wired yet");
    }
}

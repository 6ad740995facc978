package dev.whyrst.analysis;

import dev.whyrst.attribution.Attribution;
import dev.whyrst.attribution.rules.Attributor;
import dev.whyrst.conversation.ConversationTracker;
import dev.whyrst.conversation.Dossiers;
import dev.whyrst.conversation.TrackerLimits;
import dev.whyrst.incident.IncidentBuilder;
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
    public static AnalysisSummary run(
            AnalysisOptions options, List<? extends ReportSink> sinks, ProgressListener progress) throws IOException {
        AnalysisLimits limits = options.limits();
        TrackerLimits trackerLimits = new TrackerLimits(
                limits.maxConversations(),
                limits.maxHosts(),
                limits.maxHosts(),
                limits.dossierBytes(),
                options.perFile());
        ConversationTracker tracker = new ConversationTracker(trackerLimits, System.identityHashCode(options));
        Pass pass = Pass.over(options, tracker, progress);
        try (Dossiers dossiers = tracker.endOfCapture()) {
            dossiers.encapsulations(pass::encapsulation);
            return report(options, sinks, tracker, pass, dossiers);
        }
    }

    private static AnalysisSummary report(
            AnalysisOptions options,
            List<? extends ReportSink> sinks,
            ConversationTracker tracker,
            Pass pass,
            Dossiers dossiers)
            throws IOException {
        Attributor attributor = new Attributor(
                tracker.facts(), options.timeouts()::of, position -> "rst-" + (dossiers.indexOf(position) + 1));
        AttributionCursor cursor = new AttributionCursor(dossiers, attributor);
        IncidentBuilder incidents = new IncidentBuilder();
        Tally tally = new Tally();
        for (int i = 0; i < dossiers.size(); i++) {
            Attribution attribution = cursor.at(i);
            incidents.accept(attribution);
            tally.count(attribution);
        }
        AnalysisSummary summary = tally.summary(options, tracker, pass, dossiers, incidents.incidents());
        for (ReportSink sink : sinks) {
            sink.begin(summary);
        }
        for (int i = 0; i < dossiers.size(); i++) {
            Attribution attribution = AttributionCursor.within(cursor.at(i), incidents);
            for (ReportSink sink : sinks) {
                sink.accept(attribution);
            }
        }
        for (ReportSink sink : sinks) {
            sink.finish();
        }
        return summary;
    }
}

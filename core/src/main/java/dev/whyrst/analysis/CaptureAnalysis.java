package dev.whyrst.analysis;

import dev.whyrst.attribution.Harm;
import dev.whyrst.attribution.InternalErrors;
import dev.whyrst.attribution.Testimony;
import dev.whyrst.capture.CaptureFile;
import dev.whyrst.filter.FilterException;
import dev.whyrst.incident.Incident;
import dev.whyrst.incident.build.IncidentBuilder;
import dev.whyrst.peer.prove.PeerComparison;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The use case: reads captures once, attributes every RST, feeds the sinks. */
public final class CaptureAnalysis {

    /** Bytes of input that take longer to read than a sink takes to prepare, and all processors. */
    private static final long LARGE = 64L << 20;

    private CaptureAnalysis() {}

    /**
     * Analyses the inputs of the options.
     *
     * <p>The sinks get the summary, then every RST that they want, then are finished; they are not closed. With a peer
     * capture the RSTs of the inputs come first, then those of the peer.
     *
     * @return the summary that the sinks got
     * @throws dev.whyrst.capture.CaptureException when no input can be read at all; the message is for the user
     * @throws dev.whyrst.filter.FilterException when the filter cannot be used, or lets none of the frames through; the message is for the
     *     user
     * @throws java.io.InterruptedIOException when the thread was interrupted; nothing was finished
     * @throws IOException when a sink fails or the operating system fails to read
     */
    public static AnalysisSummary run(
            AnalysisOptions options, List<? extends ReportSink> sinks, ProgressListener progress) throws IOException {
        if (!isLarge(options)) {
            sinks.forEach(ReportSink::prepare);
        }
        return options.peerCapture().isPresent() ? compare(options, sinks, progress) : alone(options, sinks, progress);
    }

    /** Whether the inputs are known to be large; directories and standard input do not say. */
    private static boolean isLarge(AnalysisOptions options) {
        return options.inputs().stream()
                        .mapToLong(path -> new File(path).length())
                        .sum()
                >= LARGE;
    }

    private static AnalysisSummary alone(
            AnalysisOptions options, List<? extends ReportSink> sinks, ProgressListener progress) throws IOException {
        InternalErrors errors = new InternalErrors();
        try (Trace trace = Trace.read(options, progress);
                ParallelAttribution attributing = new ParallelAttribution(
                        () -> trace.attributions(options, c -> Testimony.NONE, errors),
                        options.limits().jobs())) {
            return report(options, sinks, progress, attributing, List.of(trace), Optional.empty(), errors);
        }
    }

    private static AnalysisSummary compare(
            AnalysisOptions options, List<? extends ReportSink> sinks, ProgressListener progress) throws IOException {
        InternalErrors errors = new InternalErrors();
        try (Trace trace = Trace.readToCompare(options, progress);
                Trace peer = Trace.readPeer(options, progress, trace)) {
            ComparedTrace here = new ComparedTrace(trace, peer);
            ComparedTrace there = new ComparedTrace(peer, trace);
            PeerComparison comparison = PeerComparison.of(here, there);
            Attributions both = new PeerAttributions(
                    trace.attributions(options, comparison.witness(0), errors),
                    peer.attributions(options, comparison.witness(1), errors),
                    comparison,
                    here.name(),
                    there.name());
            try (ParallelAttribution attributing = new ParallelAttribution(() -> both, 1)) {
                return report(
                        options, sinks, progress, attributing, List.of(trace, peer), Optional.of(comparison), errors);
            }
        }
    }

    private static AnalysisSummary report(
            AnalysisOptions options,
            List<? extends ReportSink> sinks,
            ProgressListener progress,
            ParallelAttribution attributing,
            List<Trace> traces,
            Optional<PeerComparison> comparison,
            InternalErrors errors)
            throws IOException {
        refuseChoiceOfNothing(options, traces);
        Attributions attributions = attributing.attributions();
        IncidentBuilder incidents = new IncidentBuilder(
                traces.get(0).tracker().facts(),
                options.timers(),
                options.limits().maxCases(),
                attributions.size(),
                errors);
        Tally tally = new Tally();
        Glances glances = new Glances(attributions.size());
        boolean twice = !sinks.stream().allMatch(ReportSink::choosy);
        AttributionProgress attributed = new AttributionProgress(progress, attributions.size() * (twice ? 2L : 1L));
        attributing.forEach((reset, attribution) -> {
            long clockAhead = attributions.clockAhead(reset);
            boolean event = attributions.event(reset) == reset;
            if (event) {
                incidents.accept(attribution, clockAhead, attributions.storyName(reset, attribution));
            }
            tally.count(attribution, event);
            glances.put(reset, attribution, clockAhead, event);
            attributed.step();
        });
        if (isLarge(options)) {
            // While incidents are recognised, the other processor has nothing to do.
            sinks.forEach(ReportSink::prepare);
        }
        List<Incident> recognised = incidents.incidents();
        List<String> notes =
                new ArrayList<>(comparison.map(PeerComparison::notes).orElse(List.of()));
        notes.addAll(incidents.notes());
        AnalysisSummary summary =
                tally.summary(options, traces, recognised, harm(glances, incidents), notes, errors, time -> comparison
                        .map(c -> c.clockAhead(time))
                        .orElse(0L));
        try (Delivery delivery = new Delivery(attributing, glances, incidents, attributed)) {
            delivery.serve(summary, sinks);
        }
        return summary;
    }

    /** A report about nothing would look as if nothing had happened. */
    private static void refuseChoiceOfNothing(AnalysisOptions options, List<Trace> traces) {
        long frames = traces.stream().mapToLong(trace -> trace.pass().frames()).sum();
        long chosen = traces.stream().mapToLong(trace -> trace.pass().chosen()).sum();
        if (frames == 0 || chosen > 0) {
            return;
        }
        if (!options.window().isAlways()) {
            List<CaptureFile> files = traces.get(0).pass().captures().stream()
                    .map(CaptureSummary::file)
                    .filter(file -> file.frames() > 0)
                    .toList();
            throw FilterException.outsideOfAll(
                    options.filter().isPresent(),
                    files.stream().mapToLong(CaptureFile::firstNanos).min().orElse(0),
                    files.stream().mapToLong(CaptureFile::lastNanos).max().orElse(0));
        }
        if (options.filter().isPresent()) {
            throw FilterException.matchesNothing(options.filter().get(), frames);
        }
    }

    private static HarmCount harm(Glances glances, IncidentBuilder incidents) {
        long[] byLevel = new long[Harm.Level.values().length];
        for (int reset = 0; reset < glances.size(); reset++) {
            if (glances.isEvent(reset)) {
                byLevel[incidents.harm(glances.harm(reset), reset).ordinal()]++;
            }
        }
        return HarmCount.of(byLevel);
    }
}

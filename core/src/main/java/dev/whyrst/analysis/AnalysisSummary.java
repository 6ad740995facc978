package dev.whyrst.analysis;

import dev.whyrst.attribution.InternalErrors;
import dev.whyrst.capture.CaptureEnd;
import dev.whyrst.incident.Incident;
import dev.whyrst.timeline.Failure;
import java.util.List;
import java.util.Map;

/**
 * Everything about an analysis but the single RSTs; complete before the first RST goes to a sink.
 *
 * @param options the options that the result depends on, by their long names without dashes, in a fixed order
 * @param captures the inputs in the order given
 * @param causes the causes that occur, the most frequent first
 * @param incidents the stories, the largest first
 * @param resets number of RSTs that follow
 * @param events how many different ones they are: a RST that is in both of two captures counts once
 * @param harm how many of them did how much to the applications
 * @param silentDeaths conversations that died without any RST: retries exhausted
 * @param unseen frames of which it is not known whether they hold a RST: of an unknown link type, or cut before the TCP
 *     flags
 * @param vantage where the capture seems to have been made and why, one sentence
 * @param notes one sentence for each limit that was hit or each doubt about the whole input
 * @param failures conversations that failed without a RST, those of most connections first
 * @param errors what failed without costing the report; sinks add what fails in them
 */
public record AnalysisSummary(
        Map<String, String> options,
        List<CaptureSummary> captures,
        List<CauseCount> causes,
        List<Incident> incidents,
        long resets,
        long events,
        HarmCount harm,
        long silentDeaths,
        long unseen,
        String vantage,
        List<String> notes,
        List<Failure> failures,
        InternalErrors errors) {

    /** A summary of an analysis in which nothing failed. */
    public AnalysisSummary(
            Map<String, String> options,
            List<CaptureSummary> captures,
            List<CauseCount> causes,
            List<Incident> incidents,
            long resets,
            long events,
            HarmCount harm,
            long silentDeaths,
            long unseen,
            String vantage,
            List<String> notes) {
        this(
                options,
                captures,
                causes,
                incidents,
                resets,
                events,
                harm,
                silentDeaths,
                unseen,
                vantage,
                notes,
                List.of(),
                new InternalErrors());
    }

    /** Whether there were inputs, and not one frame of any could be read. */
    public boolean nothingRead() {
        return !captures.isEmpty()
                && captures.stream()
                        .allMatch(capture ->
                                capture.file().frames() == 0 && capture.file().end() != CaptureEnd.COMPLETE);
    }
}

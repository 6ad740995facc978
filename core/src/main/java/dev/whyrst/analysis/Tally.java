package dev.whyrst.analysis;

import dev.whyrst.attribution.Attribution;
import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.Confidence;
import dev.whyrst.attribution.InternalErrors;
import dev.whyrst.conversation.dossier.Dossiers;
import dev.whyrst.conversation.tracking.ConversationTracker;
import dev.whyrst.incident.Incident;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongUnaryOperator;

/** Counts attributions by cause and confidence. */
final class Tally {

    private final long[][] byCause = new long[Cause.values().length][Confidence.values().length];
    private final long[] repeats = new long[Cause.values().length];
    private long events;

    /** @param event whether it stands for itself where events are counted */
    void count(Attribution attribution, boolean event) {
        events += event ? 1 : 0;
        byCause[attribution.cause().ordinal()][attribution.confidence().ordinal()]++;
        if (attribution.repeatOf().isPresent()) {
            repeats[attribution.cause().ordinal()]++;
        }
    }

    AnalysisSummary summary(
            AnalysisOptions options,
            List<Trace> traces,
            List<Incident> incidents,
            HarmCount harm,
            List<String> furtherNotes,
            InternalErrors errors,
            LongUnaryOperator clockAhead) {
        List<CaptureSummary> captures = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        long resets = 0;
        for (Trace trace : traces) {
            boolean ofPeer = !captures.isEmpty();
            for (CaptureSummary capture : trace.pass().captures()) {
                captures.add(
                        ofPeer
                                ? capture.ahead(
                                        clockAhead.applyAsLong(capture.file().firstNanos()))
                                : capture);
            }
            resets += trace.dossiers().size();
            notes.addAll(notes(trace.tracker(), trace.pass(), trace.dossiers()));
            if (!options.perFile()) {
                FarApart.note(trace.pass().captures().stream()
                                .map(CaptureSummary::file)
                                .toList())
                        .ifPresent(notes::add);
            }
        }
        notes.addAll(furtherNotes);
        notes.addAll(errors.sentences());
        long silentDeaths = traces.get(0).tracker().silentDeaths();
        return new AnalysisSummary(
                options.shown(),
                captures,
                causes(),
                incidents,
                resets,
                events,
                harm,
                silentDeaths,
                traces.stream().mapToLong(trace -> trace.pass().unseen()).sum(),
                traces.get(0).tracker().vantage(),
                notes,
                traces.get(0).tracker().failures(),
                errors);
    }

    private List<CauseCount> causes() {
        List<CauseCount> causes = new ArrayList<>();
        for (Cause cause : Cause.values()) {
            long[] n = byCause[cause.ordinal()];
            long certain = n[Confidence.CERTAIN.ordinal()];
            long high = n[Confidence.HIGH.ordinal()];
            long medium = n[Confidence.MEDIUM.ordinal()];
            long low = n[Confidence.LOW.ordinal()];
            long count = certain + high + medium + low;
            if (count > 0) {
                causes.add(new CauseCount(cause, count, repeats[cause.ordinal()], certain, high, medium, low));
            }
        }
        causes.sort(Comparator.comparingLong(CauseCount::count).reversed());
        return causes;
    }

    private static List<String> notes(ConversationTracker tracker, Pass pass, Dossiers dossiers) {
        List<String> notes = new ArrayList<>(pass.notices());
        notes.addAll(pass.blindness());
        notes.addAll(tracker.notes());
        if (tracker.evicted() > 0) {
            notes.add(tracker.evicted() + (tracker.evicted() == 1 ? " conversation was" : " conversations were")
                    + " finished early because the table of conversations was full; raise --max-conversations");
        }
        if (tracker.hostsOverflowed()) {
            notes.add("The table of hosts was full: facts of some hosts are missing");
        }
        if (dossiers.hasSpilled()) {
            notes.add("Conversations that were over or idle were kept in a temporary file");
        }
        return notes;
    }
}

package dev.whyrst.cli;

import dev.whyrst.analysis.AnalysisSummary;
import dev.whyrst.analysis.PayloadSearch;
import dev.whyrst.analysis.PayloadSearch.Found;
import dev.whyrst.analysis.ReportSink;
import dev.whyrst.attribution.Attribution;
import dev.whyrst.timeline.Segment;
import dev.whyrst.timeline.Timeline;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The conversations that hold what was looked for, each with the first RST that ended it, as far as it was reset. */
final class Finds implements ReportSink {

    /** Where nothing was looked for. */
    static final Finds NONE = new Finds(new PayloadSearch.Result(List.of(), 0));

    private final PayloadSearch.Result result;
    private final Map<Found, Attribution> resets = new HashMap<>();

    private Finds(PayloadSearch.Result result) {
        this.result = result;
    }

    static Finds of(PayloadSearch.Result result) {
        return new Finds(result);
    }

    PayloadSearch.Result result() {
        return result;
    }

    /** The RST that ended a conversation. */
    Optional<Attribution> reset(Found found) {
        return Optional.ofNullable(resets.get(found));
    }

    @Override
    public void begin(AnalysisSummary summary) {}

    @Override
    public void accept(Attribution attribution) {
        for (Found found : result.conversations()) {
            if (isOf(attribution.timeline(), found)) {
                resets.putIfAbsent(found, attribution);
            }
        }
    }

    /** Conversations with the same addresses and ports follow each other, or are of other files; times and files tell them apart. */
    private static boolean isOf(Timeline timeline, Found found) {
        boolean samePair = timeline.initiator().equals(found.from())
                        && timeline.responder().equals(found.to())
                || timeline.initiator().equals(found.to())
                        && timeline.responder().equals(found.from());
        if (!samePair || timeline.segments().isEmpty()) {
            return false;
        }
        List<Segment> segments = timeline.segments();
        return segments.get(0).timeNanos() <= found.timeNanos()
                && found.timeNanos() <= segments.get(segments.size() - 1).timeNanos()
                && segments.stream()
                        .anyMatch(segment ->
                                segment.at().capture() == found.frame().capture());
    }

    @Override
    public void finish() {}

    @Override
    public void close() {}
}

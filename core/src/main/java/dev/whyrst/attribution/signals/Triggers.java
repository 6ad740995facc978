package dev.whyrst.attribution.signals;

import dev.whyrst.attribution.Trigger;
import dev.whyrst.timeline.Reset;
import dev.whyrst.timeline.Segment;
import dev.whyrst.timeline.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the segment that a RST answers by the arithmetic of RFC 9293 section 3.10.7.1: RST.SEQ = SEG.ACK, or for a segment
 * without ACK RST.ACK = SEG.SEQ + SEG.LEN.
 */
final class Triggers {

    /** What a stack takes to answer, and what a busy capture adds. */
    private static final long ANSWER_TIME = 5_000_000L;

    private Triggers() {}

    /**
     * The trigger of a RST: of the segments with fitting numbers the one whose turn it is, since a stack answers in order.
     *
     * @param roundTripNanos how long an answer of the RST's sender takes at the least at this capture point; 0 if unknown
     */
    static Optional<Trigger> of(Timeline timeline, Reset reset, long roundTripNanos) {
        List<Segment> candidates = candidates(timeline, reset);
        if (candidates.isEmpty()) {
            return Optional.empty();
        }
        long now = reset.segment().timeNanos();
        List<Segment> prompt = new ArrayList<>();
        for (Segment s : candidates) {
            long delay = now - s.timeNanos();
            if (delay >= roundTripNanos * 7 / 10 && delay <= roundTripNanos * 2 + ANSWER_TIME) {
                prompt.add(s);
            }
        }
        Segment trigger = prompt.isEmpty() ? latest(candidates, now, roundTripNanos) : inTurn(timeline, reset, prompt);
        return Optional.of(new Trigger(trigger, now - trigger.timeNanos()));
    }

    private static List<Segment> candidates(Timeline timeline, Reset reset) {
        List<Segment> candidates = new ArrayList<>();
        for (Segment s : timeline.before(reset)) {
            if (s.from() != reset.from() && !s.isReset() && provokes(s, reset.segment())) {
                candidates.add(s);
            }
        }
        return candidates;
    }

    /** The last candidate that is old enough to have been answered. */
    private static Segment latest(List<Segment> candidates, long now, long roundTripNanos) {
        for (int i = candidates.size() - 1; i >= 0; i--) {
            if (now - candidates.get(i).timeNanos() >= roundTripNanos * 7 / 10) {
                return candidates.get(i);
            }
        }
        return candidates.get(candidates.size() - 1);
    }

    private static Segment inTurn(Timeline timeline, Reset reset, List<Segment> prompt) {
        List<Segment> provoking = prompt.stream().filter(s -> s.segLength() > 0).toList();
        List<Segment> queue = provoking.isEmpty() ? prompt : provoking;
        int turn = 0;
        for (Segment s : timeline.before(reset)) {
            boolean answer = s.from() == reset.from() && s.isReset() && provokes(queue.get(0), s);
            if (answer && s.timeNanos() >= queue.get(0).timeNanos()) {
                turn++;
            }
        }
        List<Segment> turns = turn < queue.size() ? queue : prompt;
        return turns.get(Math.min(turn, turns.size() - 1));
    }

    /** Whether the numbers of the RST are those of an answer to the segment. */
    static boolean provokes(Segment segment, Segment rst) {
        if (segment.hasAck()) {
            boolean numberFits = rst.rawSeq() == segment.rawAck();
            return numberFits && (!rst.hasAck() || rst.rawAck() - segment.rawSeq() >= 0 || rst.rawAck() == 0);
        }
        return rst.hasAck() && rst.rawAck() == segment.rawEnd()
                || rst.hasAck() && segment.isSyn() && rst.rawAck() - segment.rawSeq() == 1
                || !rst.hasAck() && segment.isSyn() && rst.rawSeq() == 0;
    }
}

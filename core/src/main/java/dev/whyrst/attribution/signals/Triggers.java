package dev.whyrst.attribution.signals;

import dev.whyrst.attribution.Trigger;
import dev.whyrst.timeline.Reset;
import dev.whyrst.timeline.Segment;
import dev.whyrst.timeline.Side;
import dev.whyrst.timeline.Timeline;
import java.util.List;
import java.util.Optional;

/**
 * Finds the segment that a RST answers by the arithmetic of RFC 9293 section 3.10.7.1: RST.SEQ = SEG.ACK, or for a segment
 * without ACK RST.ACK = SEG.SEQ + SEG.LEN.
 */
final class Triggers {

    private Triggers() {}

    /**
     * The trigger of a RST.
     *
     * @param roundTripNanos how long an answer of the RST's sender takes at the least at this capture point; 0 if unknown
     */
    static Optional<Trigger> of(Timeline timeline, Reset reset, long roundTripNanos) {
        List<Segment> segments = timeline.segments();
        Side peer = reset.from().opposite();
        Segment rst = reset.segment();
        Segment best = null;
        for (int i = reset.position() - 1; i >= 0; i--) {
            Segment candidate = segments.get(i);
            if (candidate.from() != peer || candidate.isReset() || !provokes(candidate, rst)) {
                continue;
            }
            boolean answered = isAnsweredBefore(segments, i, reset);
            if (best == null || !answered && isBetter(candidate, best, rst, roundTripNanos)) {
                best = candidate;
            }
            if (rst.timeNanos() - candidate.timeNanos() >= roundTripNanos && !answered) {
                break;
            }
        }
        if (best == null) {
            return Optional.empty();
        }
        return Optional.of(new Trigger(best, rst.timeNanos() - best.timeNanos()));
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

    private static boolean isBetter(Segment candidate, Segment best, Segment rst, long roundTripNanos) {
        boolean bestTooYoung = rst.timeNanos() - best.timeNanos() < roundTripNanos / 2;
        return bestTooYoung && rst.timeNanos() - candidate.timeNanos() >= roundTripNanos / 2;
    }

    /** Whether an earlier RST of the same side already has the numbers that answer just this segment. */
    private static boolean isAnsweredBefore(List<Segment> segments, int index, Reset reset) {
        Segment candidate = segments.get(index);
        int same = 0;
        int answers = 0;
        for (int i = index; i < reset.position(); i++) {
            Segment s = segments.get(i);
            if (s.from() == reset.from() && s.isReset() && provokes(candidate, s)) {
                answers++;
            } else if (s.from() == candidate.from() && !s.isReset() && provokes(s, reset.segment())) {
                same++;
            }
        }
        return answers >= same && answers > 0;
    }
}

package dev.whyrst.attribution.facts;

import dev.whyrst.attribution.Thresholds;
import dev.whyrst.attribution.Trigger;
import dev.whyrst.timeline.Reset;
import dev.whyrst.timeline.Segment;
import dev.whyrst.timeline.SideSummary;
import dev.whyrst.timeline.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the segment that a RST answers by the arithmetic of RFC 9293 section 3.10.7.1: RST.SEQ = SEG.ACK, or for a segment
 * without ACK RST.ACK = SEG.SEQ + SEG.LEN.
 */
final class Triggers {

    private Triggers() {}

    /** The trigger of a RST: of the segments with fitting numbers the one whose turn it is, since a stack answers in order. */
    static Optional<Trigger> of(Surroundings surroundings, Reset reset) {
        Segment only = null;
        int candidates = 0;
        List<Segment> segments = surroundings.timeline().segments();
        for (int i = 0; i < reset.position(); i++) {
            if (isCandidate(surroundings.timeline(), segments.get(i), reset)) {
                only = segments.get(i);
                candidates++;
            }
        }
        if (candidates == 0) {
            return outOfOrder(surroundings, reset);
        }
        Segment trigger = candidates == 1 ? only : choose(surroundings, reset);
        return Optional.of(new Trigger(trigger, reset.segment().timeNanos() - trigger.timeNanos()));
    }

    /** A capture may write frames of different queues out of order: the next segment, if it is not younger than the RST. */
    private static Optional<Trigger> outOfOrder(Surroundings surroundings, Reset reset) {
        List<Segment> behind = surroundings.timeline().after(reset);
        if (behind.isEmpty() || !isCandidate(surroundings.timeline(), behind.get(0), reset)) {
            return Optional.empty();
        }
        long delay = reset.segment().timeNanos() - behind.get(0).timeNanos();
        return delay < 0 ? Optional.empty() : Optional.of(new Trigger(behind.get(0), delay));
    }

    /** Whether any segment before the RST has the numbers that it would answer. */
    static boolean answersAny(Timeline timeline, Reset reset) {
        for (int i = 0; i < reset.position(); i++) {
            if (isCandidate(timeline, timeline.segments().get(i), reset)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isCandidate(Timeline timeline, Segment s, Reset reset) {
        return s.from() != reset.from()
                && !s.isReset()
                && (provokes(s, reset.segment()) || provokesOneBeyond(timeline, s, reset));
    }

    /** Some stacks count a RST,ACK by which they answer one number further, where their connection had not come yet. */
    private static boolean provokesOneBeyond(Timeline timeline, Segment s, Reset reset) {
        Segment rst = reset.segment();
        SideSummary own = timeline.of(reset.from());
        return rst.hasAck()
                && s.hasAck()
                && rst.rawAck() == s.rawEnd()
                && rst.rawSeq() - s.rawAck() == 1
                && (!own.hasSpoken() || rst.seq() == own.sndNxt() + 1);
    }

    private static Segment choose(Surroundings surroundings, Reset reset) {
        Timeline timeline = surroundings.timeline();
        long roundTrip = Math.max(0, surroundings.roundTrip(reset.from())) * 8 / 10;
        List<Segment> candidates = candidates(timeline, reset);
        long now = reset.segment().timeNanos();
        long longest = roundTrip * (reset.segment().hasAck() ? 2 : 3) + Thresholds.ANSWER_TIME;
        List<Segment> prompt = new ArrayList<>();
        for (Segment s : candidates) {
            long delay = now - s.timeNanos();
            if (delay >= roundTrip * Thresholds.SOONEST_ANSWER_TENTHS / 10 && delay <= longest) {
                prompt.add(s);
            }
        }
        if (!prompt.isEmpty()) {
            return inTurn(timeline, reset, prompt);
        }
        return reset.segment().hasAck()
                ? latest(candidates, now, roundTrip)
                : inTurn(timeline, reset, lastBurst(candidates, now, roundTrip));
    }

    private static List<Segment> candidates(Timeline timeline, Reset reset) {
        List<Segment> candidates = new ArrayList<>();
        for (Segment s : timeline.before(reset)) {
            if (isCandidate(timeline, s, reset)) {
                candidates.add(s);
            }
        }
        return candidates;
    }

    /** The last candidates that are old enough to have been answered, as far as they came together. */
    private static List<Segment> lastBurst(List<Segment> candidates, long now, long roundTrip) {
        Segment latest = latest(candidates, now, roundTrip);
        List<Segment> burst = new ArrayList<>();
        for (Segment s : candidates) {
            long earlier = latest.timeNanos() - s.timeNanos();
            if (earlier >= 0 && earlier <= Thresholds.ANSWER_TIME) {
                burst.add(s);
            }
        }
        return burst;
    }

    /**
     * The last candidate that is old enough to have been answered by the host, unless that is ancient: then another than the host
     * may have answered the last one of all.
     */
    private static Segment latest(List<Segment> candidates, long now, long roundTripNanos) {
        Segment last = candidates.get(candidates.size() - 1);
        for (int i = candidates.size() - 1; i >= 0; i--) {
            long age = now - candidates.get(i).timeNanos();
            if (age >= roundTripNanos * Thresholds.SOONEST_ANSWER_TENTHS / 10) {
                return age <= roundTripNanos * 4 + Thresholds.ANCIENT ? candidates.get(i) : last;
            }
        }
        return last;
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
        boolean acknowledgesAll = rst.rawAck() == segment.rawEnd();
        return rst.hasAck()
                ? acknowledgesAll || segment.isSyn() && rst.rawAck() - segment.rawSeq() == 1
                : segment.isSyn() && (rst.rawSeq() == 0 || acknowledgesAll);
    }
}

package dev.whyrst.attribution.facts;

import dev.whyrst.attribution.Thresholds;
import dev.whyrst.timeline.Reset;
import dev.whyrst.timeline.Segment;
import dev.whyrst.timeline.Side;
import dev.whyrst.timeline.Timeline;
import java.util.ArrayList;
import java.util.List;

/** Finds what a side sent again and again before a RST without a sign of the other side. */
public final class Unanswered {

    private Unanswered() {}

    /** Keep-alive probes of the side before the RST, the last run of them without a sign of the other side. */
    public static List<Segment> probes(ObservedRst r, Side side) {
        Timeline timeline = r.timeline();
        Reset reset = r.reset();
        List<Segment> probes = List.of();
        for (int i = reset.position() - 1; i >= 0; i--) {
            Segment s = timeline.segments().get(i);
            if (s.isReset()) {
                continue;
            }
            if (s.from() != side || !KeepAliveProbe.is(timeline, s) && !isBefore(reset, s)) {
                break;
            }
            probes = inFront(s, probes);
        }
        return probes;
    }

    /** An abort bears SND.NXT, so that it tells a probe where the capture began too late to hold what was sent before. */
    private static boolean isBefore(Reset reset, Segment s) {
        Segment rst = reset.segment();
        boolean abort = rst.hasAck() && rst.from() == s.from();
        return abort && s.hasAck() && s.segLength() == 0 && s.seq() == rst.seq() - 1;
    }

    /** Retransmissions of the side before the RST since the last sign of the other side. */
    public static List<Segment> retransmissions(ObservedRst r, Side side) {
        Timeline timeline = r.timeline();
        Reset reset = r.reset();
        List<Segment> tries = List.of();
        for (int i = reset.position() - 1; i >= 0; i--) {
            Segment s = timeline.segments().get(i);
            if (s.isReset()) {
                continue;
            }
            if (s.from() != side) {
                break;
            }
            if (s.segLength() > 0) {
                tries = inFront(s, tries);
            }
        }
        return tries;
    }

    /**
     * Whether the side sent one segment again and again, each time after about twice as long, and then waited again
     * until the RST: a stack whose timer backs off (RFC 6298 section 5.5). A program's own timer keeps no such time.
     */
    public static boolean isGivingUp(ObservedRst r, Side side) {
        List<Segment> tries = retransmissions(r, side);
        if (tries.size() < Thresholds.EXHAUSTED_TRIES) {
            return false;
        }
        for (int i = 1; i + 1 < tries.size(); i++) {
            long before = tries.get(i).timeNanos() - tries.get(i - 1).timeNanos();
            long after = tries.get(i + 1).timeNanos() - tries.get(i).timeNanos();
            boolean same = tries.get(i + 1).seq() == tries.get(i).seq();
            if (!same || after * 2 < before * 3 || after > before * 3) {
                return false;
            }
        }
        int last = tries.size() - 1;
        long lastPause = tries.get(last).timeNanos() - tries.get(last - 1).timeNanos();
        // The user timeout may cut the last pause short (Linux, tcp_clamp_rto_to_user_timeout).
        boolean waitedAgain = (r.rst().timeNanos() - tries.get(last).timeNanos()) * 4 >= lastPause;
        return waitedAgain && tries.get(0).seq() == tries.get(1).seq();
    }

    /** What the RST's sender had sent last, all the same, before that segment of the peer came, without a sign of it in between. */
    public static List<Segment> triesBefore(ObservedRst r, Segment trigger) {
        List<Segment> tries = List.of();
        for (int i = 0; i < r.reset().position(); i++) {
            Segment s = r.timeline().segments().get(i);
            if (s.equals(trigger)) {
                break;
            }
            if (s.from() == r.sender() && s.segLength() > 0 && !s.isReset()) {
                if (tries.isEmpty() || s.seq() != tries.get(0).seq()) {
                    tries = new ArrayList<>();
                }
                tries.add(s);
            } else if (s.from() == r.peer()) {
                tries = List.of();
            }
        }
        return tries;
    }

    private static List<Segment> inFront(Segment s, List<Segment> list) {
        List<Segment> longer = list.isEmpty() ? new ArrayList<>() : list;
        longer.add(0, s);
        return longer;
    }
}

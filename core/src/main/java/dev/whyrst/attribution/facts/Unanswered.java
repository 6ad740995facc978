package dev.whyrst.attribution.facts;

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
            if (s.from() != side || !isKeepAlive(timeline, s) && !isBefore(reset, s)) {
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

    private static List<Segment> inFront(Segment s, List<Segment> list) {
        List<Segment> longer = list.isEmpty() ? new ArrayList<>() : list;
        longer.add(0, s);
        return longer;
    }

    /**
     * Whether a segment has the form of a keep-alive probe: SEQ one below what its sender had sent, 0 or 1 byte. Probes of a closed
     * window look alike and are none.
     */
    static boolean isKeepAlive(Timeline timeline, Segment s) {
        if (s.isSyn() || s.isFin() || s.isReset() || s.payloadLength() > 1 || !s.hasAck()) {
            return false;
        }
        long highest = -1;
        int window = -1;
        boolean repeats = false;
        for (Segment earlier : timeline.segments()) {
            if (earlier.equals(s)) {
                break;
            }
            if (earlier.isReset()) {
                continue;
            }
            if (earlier.from() != s.from()) {
                window = earlier.rawWindow();
            } else if (!isBelow(earlier, s)) {
                highest = Math.max(highest, earlier.end());
            } else {
                repeats = true;
            }
        }
        boolean probes =
                highest < 0 ? repeats && isOldest(timeline, s) || isOneBelowRst(timeline, s) : s.seq() == highest - 1;
        return probes && window != 0;
    }

    /** Whether nobody had spoken before but the segment's sender, who said the same again and again: the capture began in a silence. */
    private static boolean isOldest(Timeline timeline, Segment s) {
        for (Segment earlier : timeline.segments()) {
            if (earlier.equals(s)) {
                return true;
            }
            if (earlier.from() != s.from() || earlier.ack() != s.ack() || earlier.isReset()) {
                return false;
            }
        }
        return false;
    }

    /** Whether the sender of the segment reset the connection with the number behind it, which therefore had been sent before. */
    private static boolean isOneBelowRst(Timeline timeline, Segment s) {
        for (Reset reset : timeline.resets()) {
            if (reset.from() == s.from()) {
                return reset.segment().hasAck() && reset.segment().seq() == s.seq() + 1 && s.payloadLength() == 0;
            }
        }
        return false;
    }

    private static boolean isBelow(Segment earlier, Segment probe) {
        return earlier.payloadLength() <= 1 && earlier.seq() == probe.seq() && !earlier.isSyn() && !earlier.isFin();
    }
}

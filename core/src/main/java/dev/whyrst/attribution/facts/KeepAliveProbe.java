package dev.whyrst.attribution.facts;

import dev.whyrst.timeline.Reset;
import dev.whyrst.timeline.Segment;
import dev.whyrst.timeline.Timeline;

/** Tells keep-alive probes from other segments (RFC 9293 section 3.8.4). */
final class KeepAliveProbe {

    private KeepAliveProbe() {}

    /**
     * Whether a segment has the form of a keep-alive probe: SEQ one below what its sender had sent, 0 or 1 byte. Probes of a closed
     * window look alike and are none.
     */
    static boolean is(Timeline timeline, Segment s) {
        return isAsShort(s) && isOneBelow(timeline, s);
    }

    private static boolean isAsShort(Segment s) {
        return s.hasAck() && s.payloadLength() <= 1 && !s.isSyn() && !s.isFin() && !s.isReset();
    }

    private static boolean isOneBelow(Timeline timeline, Segment s) {
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
        boolean probes = highest < 0 ? isFirstKnown(timeline, s, repeats) : s.seq() == highest - 1;
        return probes && window != 0;
    }

    /** Whether nothing is known of what its sender had sent, but the segment's own circumstances tell that it is a probe. */
    private static boolean isFirstKnown(Timeline timeline, Segment s, boolean repeats) {
        return repeats && isOldest(timeline, s) || isOneBelowRst(timeline, s);
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

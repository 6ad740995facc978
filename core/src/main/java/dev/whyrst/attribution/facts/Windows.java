package dev.whyrst.attribution.facts;

import dev.whyrst.timeline.Segment;
import dev.whyrst.timeline.Side;
import java.util.List;
import java.util.Optional;

/** How the window of a RST compares with those that its sender announced; raw fields, as a RST repeats them. */
final class Windows {

    private Windows() {}

    /** Whether a segment of the sender before the RST had the RST's window. */
    static boolean wasAnnounced(ResetCase c) {
        return isAnnounced(c, c.timeline().before(c.reset()));
    }

    /** Whether any segment of the sender but its RSTs had the RST's window. */
    static boolean isAnnounced(ResetCase c) {
        return isAnnounced(c, c.timeline().segments());
    }

    /** The largest room that the sender announced before the RST, in bytes; without bound where no scale is known. */
    static long largestRoom(ResetCase c) {
        int shift = c.own().windowShift();
        if (shift < 0 || c.timeline().elided() > 0) {
            return Long.MAX_VALUE;
        }
        long largest = 0;
        for (Segment s : c.timeline().before(c.reset())) {
            if (s.from() == c.sender() && !s.isReset()) {
                largest = Math.max(largest, (long) s.rawWindow() << (s.isSyn() ? 0 : shift));
            }
        }
        return largest > 0 ? largest : Long.MAX_VALUE;
    }

    private static boolean isAnnounced(ResetCase c, List<Segment> among) {
        for (Segment s : among) {
            if (s.from() == c.sender()
                    && !s.isReset()
                    && s.rawWindow() == c.rst().rawWindow()) {
                return true;
            }
        }
        return false;
    }

    /** Whether the RST's window is that of the sender's SYN or SYN,ACK, scaled. */
    static boolean isScaledOfSyn(ResetCase c) {
        Optional<Segment> syn = c.sender() == Side.INITIATOR
                ? c.handshake().syn()
                : c.handshake().synAck();
        int shift = c.own().windowShift();
        return shift > 0
                && syn.isPresent()
                && c.rst().hasAck()
                && Math.abs(c.rst().rawWindow() - (syn.get().rawWindow() >> shift)) <= 1;
    }
}

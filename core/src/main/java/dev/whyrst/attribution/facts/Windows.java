package dev.whyrst.attribution.facts;

import dev.whyrst.timeline.Segment;
import dev.whyrst.timeline.Side;
import java.util.List;
import java.util.Optional;

/** How the window of a RST compares with those that its sender announced; raw fields, as a RST repeats them. */
public final class Windows {

    private Windows() {}

    /** Whether the RST announces a window as the connection had it: a stack that has lost the connection has none to announce. */
    public static boolean isKnown(ObservedRst r) {
        return r.rst().rawWindow() > 0 && wasAnnounced(r);
    }

    /** Whether a segment of the sender before the RST had the RST's window. */
    static boolean wasAnnounced(ObservedRst r) {
        return isAnnounced(r, r.timeline().before(r.reset()));
    }

    /** Whether any segment of the sender but its RSTs had the RST's window. */
    static boolean isAnnounced(ObservedRst r) {
        return isAnnounced(r, r.timeline().segments());
    }

    /** The largest room that the sender announced before the RST, in bytes; without bound where no scale is known. */
    static long largestRoom(ObservedRst r) {
        int shift = r.own().windowShift();
        if (shift < 0 || r.timeline().elided() > 0) {
            return Long.MAX_VALUE;
        }
        long largest = 0;
        for (Segment s : r.timeline().before(r.reset())) {
            if (s.from() == r.sender() && !s.isReset()) {
                largest = Math.max(largest, (long) s.rawWindow() << (s.isSyn() ? 0 : shift));
            }
        }
        return largest > 0 ? largest : Long.MAX_VALUE;
    }

    private static boolean isAnnounced(ObservedRst r, List<Segment> among) {
        for (Segment s : among) {
            if (s.from() == r.sender()
                    && !s.isReset()
                    && s.rawWindow() == r.rst().rawWindow()) {
                return true;
            }
        }
        return false;
    }

    /** Whether the RST's window is that of the sender's SYN or SYN,ACK, scaled. */
    public static boolean isScaledOfSyn(ObservedRst r) {
        Optional<Segment> syn = r.sender() == Side.INITIATOR
                ? r.handshake().syn()
                : r.handshake().synAck();
        int shift = r.own().windowShift();
        return shift > 0
                && syn.isPresent()
                && r.rst().hasAck()
                && Math.abs(r.rst().rawWindow() - (syn.get().rawWindow() >> shift)) <= 1;
    }
}

package dev.whyrst.attribution.facts;

import dev.whyrst.timeline.Segment;

/**
 * Whether a RST answers a segment behind all that its sender had offered room for. A host that has the connection answers such
 * a segment with an ACK (RFC 9293 section 3.10.7.4), so whoever reset it knew no connection of that name: the segment
 * passed a NAT that took it for invalid and did not translate it.
 */
final class Misdirected {

    /** RFC 7323 section 2.3. */
    private static final int MOST_SHIFT = 14;

    private Misdirected() {}

    static boolean isAnswered(ResetCase c) {
        if (c.trigger().isEmpty() || !c.isStateless() || c.ttlFit() != TtlFit.SAME) {
            return false;
        }
        Segment answered = c.trigger().get().segment();
        Segment last = c.last(c.sender()).orElse(null);
        if (last == null || !last.hasAck() || last.rawWindow() < 0 || answered.isSyn()) {
            return false;
        }
        int shift = c.own().windowShift() < 0 ? MOST_SHIFT : c.own().windowShift();
        long offered = last.isSyn() ? last.rawWindow() : (long) last.rawWindow() << shift;
        return answered.seq() > last.ack() + offered;
    }
}

package dev.whyrst.attribution.facts;

import dev.whyrst.attribution.Thresholds;
import dev.whyrst.timeline.Segment;

/**
 * Whether a RST answers a segment behind all that its sender had offered room for. A host that has the connection answers such
 * a segment with an ACK (RFC 9293 section 3.10.7.4), so whoever reset it knew no connection of that name: the segment
 * passed a NAT that took it for invalid and did not translate it.
 */
public final class Misdirected {

    private Misdirected() {}

    public static boolean isAnswered(ObservedRst r, TtlFit ttl) {
        if (r.trigger().isEmpty() || !r.isStateless() || ttl != TtlFit.SAME) {
            return false;
        }
        Segment answered = r.trigger().get().segment();
        Segment last = r.last(r.sender()).orElse(null);
        if (last == null || !last.hasAck() || last.rawWindow() < 0 || answered.isSyn()) {
            return false;
        }
        int shift =
                r.own().windowShift() < 0 ? Thresholds.LARGEST_SHIFT : r.own().windowShift();
        long offered = last.isSyn() ? last.rawWindow() : (long) last.rawWindow() << shift;
        return answered.seq() > last.ack() + offered;
    }
}

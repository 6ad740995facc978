package dev.whyrst.decode;

import dev.whyrst.net.TcpFlags;

/**
 * Several packets in one 802.11 frame (A-MSDU, IEEE 802.11 section 9.3.2.2). A frame gives one segment: the first reset
 * among them, else the first segment.
 */
final class WlanAggregate {

    private static final int HEADER_LENGTH = 14;

    private WlanAggregate() {}

    static DecodeOutcome decode(Walk walk, int at) {
        int end = walk.end;
        int wireEnd = walk.wireEnd;
        int depth = walk.depth;
        int passed = walk.passedCount;
        int first = -1;
        DecodeOutcome outcome = DecodeOutcome.NOT_IP;
        for (int next = at; end - next >= HEADER_LENGTH; next += length(walk, next)) {
            outcome = subframe(walk, next);
            if (outcome == DecodeOutcome.TCP_SEGMENT) {
                if ((walk.view.flags & TcpFlags.RST) != 0) {
                    return outcome;
                }
                first = first < 0 ? next : first;
            }
            walk.backTo(end, wireEnd, depth, passed);
        }
        return first < 0 ? outcome : subframe(walk, first);
    }

    /** Destination, source, length, then LLC. */
    private static DecodeOutcome subframe(Walk walk, int at) {
        walk.view.macTag = Ethernet.macTag(walk.bytes, at + 6);
        return Llc.decode(walk, at + HEADER_LENGTH);
    }

    /** With the padding that aligns the next subframe. */
    private static int length(Walk walk, int at) {
        return Wlan.align4(HEADER_LENGTH + Bytes.u16(walk.bytes, at + HEADER_LENGTH - 2));
    }
}

package dev.whyrst.decode;

import dev.whyrst.net.TcpFlags;

/**
 * The TCP checksum over pseudo header and segment (RFC 9293 section 3.1), verified for resets only: there it is
 * evidence.
 *
 * <p>A host that leaves the checksum to its network card shows its own segments with the sum of the pseudo header in
 * the field, with or without the length: that is told apart from a wrong one.
 */
final class TcpChecksum {

    private static final int CHECKSUM = 16;
    private static final int SUM_OF_NOTHING_WRONG = 0xffff;

    private TcpChecksum() {}

    static void verify(SegmentView view, Walk walk, int at) {
        view.checksumBad = false;
        view.checksumOffloaded = false;
        if ((view.flags & TcpFlags.RST) != 0 && walk.lengthKnown && !walk.fragmented && walk.end == walk.wireEnd) {
            judge(view, walk.bytes, at, walk.end);
        }
    }

    private static void judge(SegmentView view, byte[] bytes, int from, int to) {
        if (to - from < Tcp.MIN_HEADER_LENGTH) {
            return;
        }
        long addresses = words(view.srcLow) + words(view.dstLow) + Ip.TCP;
        if (view.ipv6) {
            addresses += words(view.srcHigh) + words(view.dstHigh);
        } else {
            // The mark of a mapped address stands in both low halves, but in no header.
            addresses -= 2 * 0xffff;
        }
        long pseudoHeader = addresses + (to - from);
        if (fold(pseudoHeader + segment(bytes, from, to)) == SUM_OF_NOTHING_WRONG) {
            return;
        }
        int field = Bytes.u16(bytes, from + CHECKSUM);
        view.checksumOffloaded = field == fold(pseudoHeader) || field == fold(addresses);
        view.checksumBad = !view.checksumOffloaded;
    }

    private static long words(long four) {
        return (four >>> 48) + (four >>> 32 & 0xffff) + (four >>> 16 & 0xffff) + (four & 0xffff);
    }

    private static long segment(byte[] bytes, int from, int to) {
        long sum = 0;
        int at = from;
        for (; at + 1 < to; at += 2) {
            sum += Bytes.u16(bytes, at);
        }
        return at < to ? sum + (Bytes.u8(bytes, at) << 8) : sum;
    }

    private static int fold(long sum) {
        long folded = sum;
        while (folded > 0xffff) {
            folded = (folded >>> 16) + (folded & 0xffff);
        }
        return (int) folded;
    }
}

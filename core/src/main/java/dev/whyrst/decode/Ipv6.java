package dev.whyrst.decode;

/** IPv6 with its extension headers (RFC 8200). */
final class Ipv6 {

    static final int HEADER_LENGTH = 40;

    private static final int PAYLOAD_LENGTH = 4;
    private static final int NEXT_HEADER = 6;
    private static final int HOP_LIMIT = 7;
    private static final int SOURCE = 8;
    private static final int DESTINATION = 24;
    private static final int FLOW_LABEL = 0xf_ffff;

    private static final int HOP_BY_HOP = 0;
    private static final int ROUTING = 43;
    private static final int FRAGMENT = 44;
    private static final int DESTINATION_OPTIONS = 60;
    private static final int MOBILITY = 135;
    private static final int HIP = 139;
    private static final int SHIM6 = 140;

    private static final int EXTENSION_UNIT = 8;
    private static final int FRAGMENT_OFFSET = 0xfff8;
    private static final int MORE_FRAGMENTS = 1;

    private Ipv6() {}

    static DecodeOutcome decode(Walk walk, int at) {
        if (!walk.has(at, HEADER_LENGTH)) {
            return walk.cutShort();
        }
        byte[] bytes = walk.bytes;
        int payloadLength = Bytes.u16(bytes, at + PAYLOAD_LENGTH);
        // 0 is left by segmentation offload and by jumbograms (RFC 2675): then the packet fills the frame.
        if (payloadLength != 0) {
            walk.endOnWireAt(at + HEADER_LENGTH + payloadLength);
        }
        walk.wholePacket = payloadLength != 0;
        fields(walk.view, bytes, at);
        int next = bytes[at + NEXT_HEADER] & 0xff;
        if (next == Ip.TCP) {
            return Tcp.decode(walk, at + HEADER_LENGTH);
        }
        return extensions(walk, next, at + HEADER_LENGTH);
    }

    private static void fields(SegmentView view, byte[] bytes, int at) {
        int first = Bytes.i32(bytes, at);
        view.ipv6 = true;
        view.dscpEcn = first >> 20 & 0xff;
        view.ipId = first & FLOW_LABEL;
        view.dontFragment = false;
        view.ttl = bytes[at + HOP_LIMIT] & 0xff;
        view.srcHigh = Bytes.i64(bytes, at + SOURCE);
        view.srcLow = Bytes.i64(bytes, at + SOURCE + 8);
        view.dstHigh = Bytes.i64(bytes, at + DESTINATION);
        view.dstLow = Bytes.i64(bytes, at + DESTINATION + 8);
    }

    /** Skips extension headers, of which each is at least eight bytes long, to the first other protocol. */
    private static DecodeOutcome extensions(Walk walk, int firstNext, int firstAt) {
        int next = firstNext;
        int at = firstAt;
        while (isExtension(next)) {
            if (!walk.has(at, EXTENSION_UNIT)) {
                return walk.cutShort();
            }
            if (next == FRAGMENT) {
                int fragment = Bytes.u16(walk.bytes, at + 2);
                if ((fragment & FRAGMENT_OFFSET) != 0) {
                    return DecodeOutcome.FRAGMENT;
                }
                walk.wholePacket &= (fragment & MORE_FRAGMENTS) == 0;
            }
            int units = next == FRAGMENT ? 1 : Bytes.u8(walk.bytes, at + 1) + 1;
            next = Bytes.u8(walk.bytes, at);
            at += units * EXTENSION_UNIT;
        }
        return Ip.payload(walk, next, at);
    }

    private static boolean isExtension(int next) {
        switch (next) {
            case HOP_BY_HOP:
            case ROUTING:
            case FRAGMENT:
            case DESTINATION_OPTIONS:
            case MOBILITY:
            case HIP:
            case SHIM6:
                return true;
            default:
                return false;
        }
    }
}

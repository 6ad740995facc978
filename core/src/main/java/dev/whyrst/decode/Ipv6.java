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
    private static final int ADDRESS_LENGTH = 16;

    private static final int ROUTING_ADDRESSES = 8;
    private static final int SOURCE_ROUTE = 0;
    private static final int MOBILE_HOME = 2;
    private static final int SEGMENT_ROUTING = 4;
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
        walk.lengthKnown = payloadLength != 0;
        walk.fragmented = false;
        fields(walk.view, bytes, at);
        int next = bytes[at + NEXT_HEADER] & 0xff;
        if (next == Ip.TCP) {
            return Tcp.decode(walk, at + HEADER_LENGTH);
        }
        return payload(walk, next, at + HEADER_LENGTH);
    }

    private static void fields(SegmentView view, byte[] bytes, int at) {
        int first = Bytes.i32(bytes, at);
        view.ipv6 = true;
        view.dscpEcn = first >> 20 & 0xff;
        view.ipId = first & FLOW_LABEL;
        view.dontFragment = false;
        view.ttl = bytes[at + HOP_LIMIT] & 0xff;
        addresses(view, bytes, at);
    }

    static void addresses(SegmentView view, byte[] bytes, int at) {
        view.srcHigh = Bytes.i64(bytes, at + SOURCE);
        view.srcLow = Bytes.i64(bytes, at + SOURCE + 8);
        destination(view, bytes, at + DESTINATION);
    }

    /** Skips extension headers, of which each is at least eight bytes long, to the first other protocol. */
    static DecodeOutcome payload(Walk walk, int firstNext, int firstAt) {
        int next = firstNext;
        int at = firstAt;
        while (isExtension(next)) {
            if (!walk.has(at, EXTENSION_UNIT)) {
                return walk.cutShort();
            }
            int following = Bytes.u8(walk.bytes, at);
            if (next == FRAGMENT && isPart(walk.bytes, at)) {
                return part(walk, following, at);
            }
            int length = extensionLength(walk.bytes, next, at);
            if (next == ROUTING && walk.has(at, length)) {
                finalDestination(walk.view, walk.bytes, at, length);
            }
            at += length;
            next = following;
        }
        return Ip.payload(walk, next, at);
    }

    /** While a packet is on a route that it carries, the header names the next stop; TCP is for the last one. */
    private static void finalDestination(SegmentView view, byte[] bytes, int at, int length) {
        int type = Bytes.u8(bytes, at + 2);
        boolean underWay = bytes[at + 3] != 0 && length >= ROUTING_ADDRESSES + ADDRESS_LENGTH;
        if (underWay && (type == MOBILE_HOME || type == SEGMENT_ROUTING)) {
            destination(view, bytes, at + ROUTING_ADDRESSES);
        } else if (underWay && type == SOURCE_ROUTE) {
            destination(view, bytes, at + length - ADDRESS_LENGTH);
        }
    }

    private static void destination(SegmentView view, byte[] bytes, int at) {
        view.dstHigh = Bytes.i64(bytes, at);
        view.dstLow = Bytes.i64(bytes, at + 8);
    }

    /** Whether a fragment header does not stand for a whole packet (RFC 6946 calls those atomic). */
    private static boolean isPart(byte[] bytes, int at) {
        return (Bytes.u16(bytes, at + 2) & (FRAGMENT_OFFSET | MORE_FRAGMENTS)) != 0;
    }

    private static DecodeOutcome part(Walk walk, int next, int at) {
        walk.fragmented = true;
        int id = Bytes.i32(walk.bytes, at + 4);
        boolean more = (walk.bytes[at + 3] & MORE_FRAGMENTS) != 0;
        int offset = fragmentOffset(walk.bytes, at);
        return walk.fragments.decode(walk, id, FRAGMENT, next, at + EXTENSION_UNIT, offset, more);
    }

    /** Where the TCP header of a quoted packet begins, or -1. */
    static int tcpAt(Walk walk, int packet) {
        if (!walk.has(packet, HEADER_LENGTH) || (walk.bytes[packet] & 0xf0) != 0x60) {
            return -1;
        }
        int next = Bytes.u8(walk.bytes, packet + NEXT_HEADER);
        int at = packet + HEADER_LENGTH;
        while (isExtension(next)) {
            if (!walk.has(at, EXTENSION_UNIT) || (next == FRAGMENT && fragmentOffset(walk.bytes, at) != 0)) {
                return -1;
            }
            int length = extensionLength(walk.bytes, next, at);
            next = Bytes.u8(walk.bytes, at);
            at += length;
        }
        return next == Ip.TCP ? at : -1;
    }

    private static int extensionLength(byte[] bytes, int header, int at) {
        return header == FRAGMENT ? EXTENSION_UNIT : (Bytes.u8(bytes, at + 1) + 1) * EXTENSION_UNIT;
    }

    private static int fragmentOffset(byte[] bytes, int at) {
        return Bytes.u16(bytes, at + 2) & FRAGMENT_OFFSET;
    }

    private static boolean isExtension(int next) {
        return switch (next) {
            case HOP_BY_HOP, ROUTING, FRAGMENT, DESTINATION_OPTIONS, MOBILITY, HIP, SHIM6 -> true;
            default -> false;
        };
    }
}

package dev.whyrst.decode;

import dev.whyrst.net.IpAddress;

/** IPv4 (RFC 791). */
final class Ipv4 {

    static final int MIN_HEADER_LENGTH = 20;

    private static final int TOS = 1;
    private static final int TOTAL_LENGTH = 2;
    private static final int IDENTIFICATION = 4;
    private static final int FRAGMENT = 6;
    private static final int TTL = 8;
    private static final int PROTOCOL = 9;
    private static final int SOURCE = 12;
    private static final int DESTINATION = 16;

    private static final int DONT_FRAGMENT = 0x4000;
    private static final int MORE_FRAGMENTS = 0x2000;
    private static final int FRAGMENT_OFFSET = 0x1fff;

    private static final int END_OF_OPTIONS = 0;
    private static final int NO_OPERATION = 1;
    private static final int LOOSE_SOURCE_ROUTE = 131;
    private static final int STRICT_SOURCE_ROUTE = 137;
    private static final int MIN_ROUTE_LENGTH = 7;

    private Ipv4() {}

    static DecodeOutcome decode(Walk walk, int at) {
        if (!walk.has(at, MIN_HEADER_LENGTH)) {
            return walk.cutShort();
        }
        byte[] bytes = walk.bytes;
        if ((bytes[at] & 0xf0) != 0x40) {
            return Ip.decode(walk, at);
        }
        int headerLength = headerLength(bytes, at);
        int totalLength = Bytes.u16(bytes, at + TOTAL_LENGTH);
        // Segmentation offload leaves the total length 0: then the packet fills the frame.
        if (headerLength < MIN_HEADER_LENGTH || (totalLength != 0 && totalLength < headerLength)) {
            return DecodeOutcome.MALFORMED;
        }
        if (totalLength != 0) {
            walk.endOnWireAt(at + totalLength);
        }
        if (!walk.has(at, headerLength)) {
            return walk.cutShort();
        }
        int fragment = fields(walk.view, bytes, at);
        if (headerLength > MIN_HEADER_LENGTH) {
            options(walk.view, bytes, at + MIN_HEADER_LENGTH, at + headerLength);
        }
        int protocol = bytes[at + PROTOCOL] & 0xff;
        walk.lengthKnown = totalLength != 0;
        walk.fragmented = (fragment & (MORE_FRAGMENTS | FRAGMENT_OFFSET)) != 0;
        if (walk.fragmented) {
            int offset = (fragment & FRAGMENT_OFFSET) << 3;
            boolean more = (fragment & MORE_FRAGMENTS) != 0;
            return walk.fragments.decode(walk, walk.view.ipId, protocol, protocol, at + headerLength, offset, more);
        }
        return Ip.payload(walk, protocol, at + headerLength);
    }

    /** Copies the header; returns the field with fragment flags and offset. */
    private static int fields(SegmentView view, byte[] bytes, int at) {
        int fragment = Bytes.u16(bytes, at + FRAGMENT);
        view.ipv6 = false;
        view.dscpEcn = bytes[at + TOS] & 0xff;
        view.ipId = Bytes.u16(bytes, at + IDENTIFICATION);
        view.dontFragment = (fragment & DONT_FRAGMENT) != 0;
        view.ttl = bytes[at + TTL] & 0xff;
        addresses(view, bytes, at);
        return fragment;
    }

    /** While a packet is on a source route, the header names the next stop; TCP is for the last one. */
    private static void options(SegmentView view, byte[] bytes, int from, int to) {
        int at = from;
        while (at + 1 < to && bytes[at] != END_OF_OPTIONS) {
            int kind = Bytes.u8(bytes, at);
            int length = kind == NO_OPERATION ? 1 : Bytes.u8(bytes, at + 1);
            if (length == 0 || length > to - at) {
                return;
            }
            boolean route = kind == LOOSE_SOURCE_ROUTE || kind == STRICT_SOURCE_ROUTE;
            if (route && length >= MIN_ROUTE_LENGTH && Bytes.u8(bytes, at + 2) < length) {
                view.dstLow = IpAddress.IPV4_MARK | Bytes.u32(bytes, at + length - 4);
            }
            at += length;
        }
    }

    static void addresses(SegmentView view, byte[] bytes, int at) {
        view.srcHigh = 0;
        view.srcLow = IpAddress.IPV4_MARK | Bytes.u32(bytes, at + SOURCE);
        view.dstHigh = 0;
        view.dstLow = IpAddress.IPV4_MARK | Bytes.u32(bytes, at + DESTINATION);
    }

    /** Whether at least the fixed header says that a TCP header follows in this packet. */
    static boolean beginsWithTcp(byte[] bytes, int at) {
        return (bytes[at] & 0xf0) == 0x40
                && headerLength(bytes, at) >= MIN_HEADER_LENGTH
                && bytes[at + PROTOCOL] == Ip.TCP
                && (Bytes.u16(bytes, at + FRAGMENT) & FRAGMENT_OFFSET) == 0;
    }

    static int headerLength(byte[] bytes, int at) {
        return (bytes[at] & 0xf) << 2;
    }
}

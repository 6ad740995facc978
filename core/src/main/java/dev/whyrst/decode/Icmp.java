package dev.whyrst.decode;

/**
 * ICMP and ICMPv6 errors (RFC 792, RFC 4443) that quote a TCP header: at least ports and SEG.SEQ.
 *
 * <p>The quoted packet was sent long before the frame; it is evidence about a conversation, never a segment.
 */
final class Icmp {

    private static final int HEADER_LENGTH = 8;
    private static final int QUOTED_TCP_LENGTH = 8;
    private static final int MAX_ERROR_V6 = 127;

    private Icmp() {}

    static DecodeOutcome v4(Walk walk, int at) {
        if (!walk.has(at, HEADER_LENGTH) || !isErrorV4(Bytes.u8(walk.bytes, at))) {
            return DecodeOutcome.NOT_TCP;
        }
        int quote = at + HEADER_LENGTH;
        if (!walk.has(quote, Ipv4.MIN_HEADER_LENGTH) || !Ipv4.beginsWithTcp(walk.bytes, quote)) {
            return DecodeOutcome.NOT_TCP;
        }
        int tcp = quote + Ipv4.headerLength(walk.bytes, quote);
        if (!walk.has(tcp, QUOTED_TCP_LENGTH)) {
            return DecodeOutcome.NOT_TCP;
        }
        error(walk, at);
        Ipv4.addresses(walk.view, walk.bytes, quote);
        return quoted(walk, tcp);
    }

    static DecodeOutcome v6(Walk walk, int at) {
        if (!walk.has(at, HEADER_LENGTH) || Bytes.u8(walk.bytes, at) > MAX_ERROR_V6) {
            return DecodeOutcome.NOT_TCP;
        }
        int quote = at + HEADER_LENGTH;
        int tcp = Ipv6.tcpAt(walk, quote);
        if (tcp < 0 || !walk.has(tcp, QUOTED_TCP_LENGTH)) {
            return DecodeOutcome.NOT_TCP;
        }
        error(walk, at);
        Ipv6.addresses(walk.view, walk.bytes, quote);
        return quoted(walk, tcp);
    }

    /** Destination unreachable, source quench, redirect, time exceeded, parameter problem. */
    private static boolean isErrorV4(int type) {
        return type == 3 || type == 4 || type == 5 || type == 11 || type == 12;
    }

    private static void error(Walk walk, int at) {
        SegmentView view = walk.view;
        view.icmpType = Bytes.u8(walk.bytes, at);
        view.icmpCode = Bytes.u8(walk.bytes, at + 1);
        view.icmpSenderHigh = view.srcHigh;
        view.icmpSenderLow = view.srcLow;
    }

    private static DecodeOutcome quoted(Walk walk, int at) {
        Tcp.portsAndSequence(walk.view, walk.bytes, at);
        walk.tellEncapsulation();
        return DecodeOutcome.ICMP_QUOTE;
    }
}

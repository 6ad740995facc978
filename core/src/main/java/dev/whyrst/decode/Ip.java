package dev.whyrst.decode;

/** An IP packet whose version only its first four bits tell, and what IP carries. */
final class Ip {

    static final int TCP = 6;

    private static final int ICMP = 1;
    private static final int IP_IN_IP = 4;
    private static final int UDP = 17;
    private static final int IPV6 = 41;
    private static final int GRE = 47;
    private static final int AH = 51;
    private static final int ICMPV6 = 58;
    private static final int ETHER_IP = 97;
    private static final int L2TP = 115;
    private static final int MPLS = 137;
    private static final int ETHERNET = 143;

    private static final int AH_MIN_LENGTH = 12;
    private static final int ETHER_IP_LENGTH = 2;
    private static final int ETHER_IP_VERSION = 3;

    private Ip() {}

    static DecodeOutcome decode(Walk walk, int at) {
        if (!walk.has(at, 1)) {
            return DecodeOutcome.NOT_IP;
        }
        int version = walk.bytes[at] & 0xf0;
        if (version == 0x40) {
            return Ipv4.decode(walk, at);
        }
        return version == 0x60 ? Ipv6.decode(walk, at) : DecodeOutcome.NOT_IP;
    }

    /** Goes on with the payload of an IP packet, which begins at {@code at}. */
    static DecodeOutcome payload(Walk walk, int protocol, int at) {
        if (protocol == TCP) {
            return Tcp.decode(walk, at);
        }
        if (!walk.descend()) {
            return DecodeOutcome.MALFORMED;
        }
        DecodeOutcome outcome = other(walk, protocol, at);
        return outcome == DecodeOutcome.NOT_IP ? DecodeOutcome.NOT_TCP : outcome;
    }

    private static DecodeOutcome other(Walk walk, int protocol, int at) {
        return switch (protocol) {
            case UDP -> Udp.decode(walk, at);
            case ICMP -> Icmp.v4(walk, at);
            case ICMPV6 -> Icmp.v6(walk, at);
            case IP_IN_IP, IPV6 -> inner(walk, at);
            case GRE -> Gre.decode(walk, at);
            case AH -> authenticationHeader(walk, at);
            case ETHER_IP -> etherIp(walk, at);
            case L2TP -> L2tp.overIp(walk, at);
            case MPLS -> EtherTypes.decode(walk, EtherTypes.MPLS, at);
            case ETHERNET -> EtherTypes.decode(walk, EtherTypes.BRIDGED_ETHERNET, at);
            default -> DecodeOutcome.NOT_TCP;
        };
    }

    private static DecodeOutcome inner(Walk walk, int at) {
        walk.pass(Encapsulation.IP_IN_IP, Encapsulation.NO_ID);
        return decode(walk, at);
    }

    /** RFC 4302: authenticates, but hides nothing. */
    private static DecodeOutcome authenticationHeader(Walk walk, int at) {
        if (!walk.has(at, AH_MIN_LENGTH)) {
            return walk.cutShort();
        }
        walk.pass(Encapsulation.AH, Encapsulation.NO_ID);
        int length = (Bytes.u8(walk.bytes, at + 1) + 2) << 2;
        return carried(walk, Bytes.u8(walk.bytes, at), at + length);
    }

    /** What follows a header of either version of IP: after that of IPv6 more extension headers may come. */
    static DecodeOutcome carried(Walk walk, int protocol, int at) {
        return walk.view.ipv6 ? Ipv6.payload(walk, protocol, at) : payload(walk, protocol, at);
    }

    /** RFC 3378. */
    private static DecodeOutcome etherIp(Walk walk, int at) {
        if (!walk.has(at, ETHER_IP_LENGTH) || Bytes.u8(walk.bytes, at) >> 4 != ETHER_IP_VERSION) {
            return DecodeOutcome.NOT_TCP;
        }
        walk.pass(Encapsulation.ETHER_IP, Encapsulation.NO_ID);
        return EtherTypes.decode(walk, EtherTypes.BRIDGED_ETHERNET, at + ETHER_IP_LENGTH);
    }
}

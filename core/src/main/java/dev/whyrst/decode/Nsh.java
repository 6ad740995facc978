package dev.whyrst.decode;

/** Network service headers (RFC 8300). */
final class Nsh {

    static final int NEXT_IPV4 = 1;
    static final int NEXT_IPV6 = 2;
    static final int NEXT_ETHERNET = 3;
    static final int NEXT_NSH = 4;
    static final int NEXT_MPLS = 5;

    private static final int MIN_LENGTH = 8;
    private static final int NEXT_PROTOCOL = 3;

    private Nsh() {}

    static DecodeOutcome decode(Walk walk, int at) {
        if (!walk.has(at, MIN_LENGTH)) {
            return DecodeOutcome.NOT_IP;
        }
        int length = (Bytes.u8(walk.bytes, at + 1) & 0x3f) << 2;
        if (length < MIN_LENGTH) {
            return DecodeOutcome.MALFORMED;
        }
        walk.pass(Encapsulation.NSH, Encapsulation.NO_ID);
        return next(walk, Bytes.u8(walk.bytes, at + NEXT_PROTOCOL), at + length);
    }

    /** Goes on by a next protocol number, which VXLAN-GPE shares. */
    static DecodeOutcome next(Walk walk, int protocol, int at) {
        return switch (protocol) {
            case NEXT_IPV4, NEXT_IPV6 -> Ip.decode(walk, at);
            case NEXT_ETHERNET -> EtherTypes.decode(walk, EtherTypes.BRIDGED_ETHERNET, at);
            case NEXT_NSH -> walk.descend() ? decode(walk, at) : DecodeOutcome.MALFORMED;
            case NEXT_MPLS -> EtherTypes.decode(walk, EtherTypes.MPLS, at);
            default -> DecodeOutcome.NOT_IP;
        };
    }
}

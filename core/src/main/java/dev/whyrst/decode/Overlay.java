package dev.whyrst.decode;

/** The overlay networks of data centres: VXLAN (RFC 7348), VXLAN-GPE, GENEVE (RFC 8926), LISP (RFC 9300). */
final class Overlay {

    private static final int HEADER_LENGTH = 8;
    private static final int NETWORK = 4;

    private static final int VXLAN_NETWORK_VALID = 0x08;
    private static final int VXLAN_NEXT_PROTOCOL_VALID = 0x04;

    private static final int GENEVE_VERSION = 0xc0;
    private static final int GENEVE_OPTION_WORDS = 0x3f;

    private Overlay() {}

    static DecodeOutcome vxlan(Walk walk, int at) {
        if (!isVxlan(walk, at) || !Plausible.ethernet(walk, at + HEADER_LENGTH)) {
            return DecodeOutcome.NOT_TCP;
        }
        walk.pass(Encapsulation.VXLAN, Bytes.u24(walk.bytes, at + NETWORK));
        return Ethernet.decode(walk, at + HEADER_LENGTH);
    }

    static DecodeOutcome vxlanGpe(Walk walk, int at) {
        if (!isVxlan(walk, at)) {
            return DecodeOutcome.NOT_TCP;
        }
        if ((walk.bytes[at] & VXLAN_NEXT_PROTOCOL_VALID) == 0) {
            return vxlan(walk, at);
        }
        walk.pass(Encapsulation.VXLAN, Bytes.u24(walk.bytes, at + NETWORK));
        return Nsh.next(walk, Bytes.u8(walk.bytes, at + 3), at + HEADER_LENGTH);
    }

    static DecodeOutcome geneve(Walk walk, int at) {
        if (!walk.has(at, HEADER_LENGTH) || (walk.bytes[at] & GENEVE_VERSION) != 0) {
            return DecodeOutcome.NOT_TCP;
        }
        int protocol = Bytes.u16(walk.bytes, at + 2);
        int next = at + HEADER_LENGTH + ((walk.bytes[at] & GENEVE_OPTION_WORDS) << 2);
        boolean bridged = protocol == EtherTypes.BRIDGED_ETHERNET;
        if (bridged ? !Plausible.ethernet(walk, next) : !Plausible.ip(walk, next)) {
            return DecodeOutcome.NOT_TCP;
        }
        walk.pass(Encapsulation.GENEVE, Bytes.u24(walk.bytes, at + NETWORK));
        return bridged ? Ethernet.decode(walk, next) : Ip.decode(walk, next);
    }

    static DecodeOutcome lisp(Walk walk, int at) {
        if (!Plausible.ip(walk, at + HEADER_LENGTH)) {
            return DecodeOutcome.NOT_TCP;
        }
        walk.pass(Encapsulation.LISP, Encapsulation.NO_ID);
        return Ip.decode(walk, at + HEADER_LENGTH);
    }

    private static boolean isVxlan(Walk walk, int at) {
        return walk.has(at, HEADER_LENGTH) && (walk.bytes[at] & VXLAN_NETWORK_VALID) != 0;
    }
}

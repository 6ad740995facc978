package dev.whyrst.decode;

/** Generic routing encapsulation: RFC 2784 and 2890, the enhanced one of PPTP (RFC 2637), and ERSPAN in it. */
final class Gre {

    private static final int MIN_LENGTH = 4;
    private static final int CHECKSUM_PRESENT = 0x8000;
    private static final int ROUTING_PRESENT = 0x4000;
    private static final int KEY_PRESENT = 0x2000;
    private static final int SEQUENCE_PRESENT = 0x1000;
    private static final int ACKNOWLEDGMENT_PRESENT = 0x0080;
    private static final int VERSION = 0x0007;

    private static final int ERSPAN = 0x88be;
    private static final int ERSPAN_3 = 0x22eb;
    private static final int WCCP = 0x883e;
    private static final int WCCP_HEADER_LENGTH = 4;
    private static final int EOIP = 0x6400;
    private static final int EOIP_LENGTH = 8;
    private static final int WLAN_FIRST = 0x8200;
    private static final int WLAN_LAST = 0x8370;

    private static final int ERSPAN_2_LENGTH = 8;
    private static final int ERSPAN_3_LENGTH = 12;
    private static final int ERSPAN_3_PLATFORM_LENGTH = 8;

    private Gre() {}

    static DecodeOutcome decode(Walk walk, int at) {
        if (!walk.has(at, MIN_LENGTH)) {
            return walk.cutShort();
        }
        int flags = Bytes.u16(walk.bytes, at);
        int protocol = Bytes.u16(walk.bytes, at + 2);
        int version = flags & VERSION;
        if (version == 1) {
            return enhanced(walk, flags, protocol, at);
        }
        if (version != 0 || (flags & ROUTING_PRESENT) != 0) {
            return DecodeOutcome.NOT_TCP;
        }
        int next = at
                + MIN_LENGTH
                + present(flags, CHECKSUM_PRESENT)
                + present(flags, KEY_PRESENT)
                + present(flags, SEQUENCE_PRESENT);
        return carried(walk, protocol, next, (flags & SEQUENCE_PRESENT) != 0);
    }

    private static int present(int flags, int flag) {
        return (flags & flag) != 0 ? 4 : 0;
    }

    /** PPTP's PPP, and MikroTik's Ethernet in the same disguise. */
    private static DecodeOutcome enhanced(Walk walk, int flags, int protocol, int at) {
        if (protocol == EOIP) {
            walk.pass(Encapsulation.ETHER_IP, Encapsulation.NO_ID);
            return EtherTypes.decode(walk, EtherTypes.BRIDGED_ETHERNET, at + EOIP_LENGTH);
        }
        if (protocol != EtherTypes.PPP || (flags & SEQUENCE_PRESENT) == 0) {
            return DecodeOutcome.NOT_TCP;
        }
        walk.pass(Encapsulation.PPTP, Encapsulation.NO_ID);
        return Ppp.decode(walk, at + 2 * MIN_LENGTH + 4 + present(flags, ACKNOWLEDGMENT_PRESENT));
    }

    private static DecodeOutcome carried(Walk walk, int protocol, int at, boolean sequence) {
        if (protocol == ERSPAN || protocol == ERSPAN_3) {
            return erspan(walk, protocol, at, sequence);
        }
        walk.pass(Encapsulation.GRE, Encapsulation.NO_ID);
        if (protocol == WCCP) {
            // Version 2 of the protocol puts a redirect header before the packet, version 1 nothing.
            return Ip.decode(walk, Plausible.ip(walk, at) ? at : at + WCCP_HEADER_LENGTH);
        }
        if (protocol >= WLAN_FIRST && protocol <= WLAN_LAST && (protocol & 0xf) == 0) {
            return Wlan.decode(walk, at, false);
        }
        return EtherTypes.decode(walk, protocol, at);
    }

    /** A mirrored frame: type I has no header of its own, II and III tell themselves apart by their version. */
    private static DecodeOutcome erspan(Walk walk, int protocol, int at, boolean sequence) {
        walk.pass(Encapsulation.ERSPAN, Encapsulation.NO_ID);
        if (protocol == ERSPAN && !sequence) {
            return EtherTypes.decode(walk, EtherTypes.BRIDGED_ETHERNET, at);
        }
        if (!walk.has(at, ERSPAN_2_LENGTH)) {
            return walk.cutShort();
        }
        boolean third = protocol == ERSPAN_3 || Bytes.u8(walk.bytes, at) >> 4 == 2;
        int next = third ? behindErspan3(walk, at) : at + ERSPAN_2_LENGTH;
        return EtherTypes.decode(walk, EtherTypes.BRIDGED_ETHERNET, next);
    }

    private static int behindErspan3(Walk walk, int at) {
        boolean platform = walk.has(at, ERSPAN_3_LENGTH) && (walk.bytes[at + ERSPAN_3_LENGTH - 1] & 1) != 0;
        return at + ERSPAN_3_LENGTH + (platform ? ERSPAN_3_PLATFORM_LENGTH : 0);
    }
}

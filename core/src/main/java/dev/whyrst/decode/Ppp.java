package dev.whyrst.decode;

/** The point-to-point protocol (RFC 1661) with and without HDLC-like framing, and its relatives on serial lines. */
final class Ppp {

    private static final int ADDRESS_AND_CONTROL = 0xff03;
    private static final int CONTROL = 0x03;

    private static final int IPV4 = 0x0021;
    private static final int IPV6 = 0x0057;
    private static final int MULTILINK = 0x003d;
    private static final int MPLS_UNICAST = 0x0281;
    private static final int MPLS_MULTICAST = 0x0283;

    private static final int MULTILINK_LENGTH = 4;
    private static final int MULTILINK_BEGINS = 0x80;

    private static final int CISCO_UNICAST = 0x0f00;
    private static final int CISCO_BROADCAST = 0x8f00;
    private static final int CISCO_LENGTH = 4;

    private static final int PPPOE_LENGTH = 6;
    private static final int PPPOE_SESSION_DATA = 0x1100;

    private Ppp() {}

    static DecodeOutcome decode(Walk walk, int at) {
        if (!walk.descend()) {
            return DecodeOutcome.MALFORMED;
        }
        boolean framed = walk.has(at, 2) && Bytes.u16(walk.bytes, at) == ADDRESS_AND_CONTROL;
        return protocol(walk, framed ? at + 2 : at);
    }

    /** PPP, or Cisco's HDLC as its first bytes tell (LINKTYPE_PPP_HDLC). */
    static DecodeOutcome hdlc(Walk walk, int at) {
        if (walk.has(at, 2)) {
            int first = Bytes.u16(walk.bytes, at);
            if (first == CISCO_UNICAST || first == CISCO_BROADCAST) {
                return ciscoHdlc(walk, at);
            }
        }
        return decode(walk, at);
    }

    /** Behind a byte that tells the direction, which may stand in place of the address (LINKTYPE_PPP_PPPD). */
    static DecodeOutcome withDirection(Walk walk, int at) {
        if (!walk.has(at, 2)) {
            return DecodeOutcome.NOT_IP;
        }
        boolean control = Bytes.u8(walk.bytes, at + 1) == CONTROL;
        return decode(walk, control ? at + 2 : at + 1);
    }

    static DecodeOutcome ciscoHdlc(Walk walk, int at) {
        if (!walk.has(at, CISCO_LENGTH)) {
            return DecodeOutcome.NOT_IP;
        }
        return EtherTypes.decode(walk, Bytes.u16(walk.bytes, at + 2), at + CISCO_LENGTH);
    }

    /** PPPoE session data (RFC 2516): version and type 1, code 0, session, length. */
    static DecodeOutcome overEthernet(Walk walk, int at) {
        if (!walk.has(at, PPPOE_LENGTH) || Bytes.u16(walk.bytes, at) != PPPOE_SESSION_DATA) {
            return DecodeOutcome.NOT_IP;
        }
        walk.pass(Encapsulation.PPPOE, Bytes.u16(walk.bytes, at + 2));
        return decode(walk, at + PPPOE_LENGTH);
    }

    /** The protocol number has two bytes, or one if that is odd (protocol field compression, RFC 1661 section 6.5). */
    private static DecodeOutcome protocol(Walk walk, int at) {
        if (!walk.has(at, 2)) {
            return DecodeOutcome.NOT_IP;
        }
        boolean compressed = (walk.bytes[at] & 1) != 0;
        int protocol = compressed ? Bytes.u8(walk.bytes, at) : Bytes.u16(walk.bytes, at);
        int next = compressed ? at + 1 : at + 2;
        return switch (protocol) {
            case IPV4, IPV6, EtherTypes.IPV4, EtherTypes.IPV6 -> Ip.decode(walk, next);
            case MPLS_UNICAST, MPLS_MULTICAST -> Mpls.decode(walk, next);
            case MULTILINK -> multilink(walk, next);
            default -> DecodeOutcome.NOT_IP;
        };
    }

    /** RFC 1990 section 3: only a fragment with the beginning of a packet has a protocol number again. */
    private static DecodeOutcome multilink(Walk walk, int at) {
        if (!walk.has(at, MULTILINK_LENGTH) || (walk.bytes[at] & MULTILINK_BEGINS) == 0) {
            return DecodeOutcome.NOT_IP;
        }
        return decode(walk, at + MULTILINK_LENGTH);
    }
}

package dev.whyrst.decode;

/** The headers that Linux makes up for captures on "any" (LINKTYPE_LINUX_SLL, LINKTYPE_LINUX_SLL2). */
final class Cooked {

    private static final int SLL_LENGTH = 16;
    private static final int SLL_ADDRESS_LENGTH = 4;
    private static final int SLL_ADDRESS = 6;
    private static final int SLL_PROTOCOL = 14;

    private static final int SLL2_LENGTH = 20;
    private static final int SLL2_ADDRESS_LENGTH = 11;
    private static final int SLL2_ADDRESS = 12;

    private static final int MAC_LENGTH = 6;

    private static final int ANY = 3;
    private static final int LLC = 4;
    private static final int WAN_PPP = 7;
    private static final int PPP_MULTILINK = 8;

    private Cooked() {}

    static DecodeOutcome sll(Walk walk, int at) {
        if (!walk.has(at, SLL_LENGTH)) {
            return DecodeOutcome.NOT_IP;
        }
        if (Bytes.u16(walk.bytes, at + SLL_ADDRESS_LENGTH) == MAC_LENGTH) {
            walk.view.macTag = Ethernet.macTag(walk.bytes, at + SLL_ADDRESS);
        }
        return protocol(walk, Bytes.u16(walk.bytes, at + SLL_PROTOCOL), at + SLL_LENGTH);
    }

    static DecodeOutcome sll2(Walk walk, int at) {
        if (!walk.has(at, SLL2_LENGTH)) {
            return DecodeOutcome.NOT_IP;
        }
        if (Bytes.u8(walk.bytes, at + SLL2_ADDRESS_LENGTH) == MAC_LENGTH) {
            walk.view.macTag = Ethernet.macTag(walk.bytes, at + SLL2_ADDRESS);
        }
        return protocol(walk, Bytes.u16(walk.bytes, at), at + SLL2_LENGTH);
    }

    /** An EtherType, or a number of Linux's own for frames that have none. */
    private static DecodeOutcome protocol(Walk walk, int protocol, int at) {
        return switch (protocol) {
            case ANY -> EtherTypes.decode(walk, EtherTypes.BRIDGED_ETHERNET, at);
            case LLC -> Llc.decode(walk, at);
            case WAN_PPP, PPP_MULTILINK -> Ppp.decode(walk, at);
            default -> EtherTypes.decode(walk, protocol, at);
        };
    }
}

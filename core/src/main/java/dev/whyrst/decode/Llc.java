package dev.whyrst.decode;

/** IEEE 802.2 logical link control, and SNAP in it. */
final class Llc {

    private static final int LENGTH = 3;
    private static final int SNAP_LENGTH = 8;
    private static final int SNAP = 0xaaaa;
    private static final int IP = 0x0606;
    private static final int UNNUMBERED_INFORMATION = 0x03;

    private static final int OUI_ENCAPSULATED_ETHERNET = 0x0000f8;
    private static final int OUI_BRIDGED = 0x0080c2;
    private static final int BRIDGED_ETHERNET_WITH_CHECK = 1;
    private static final int BRIDGED_ETHERNET = 7;
    private static final int BRIDGED_PADDING = 2;

    private Llc() {}

    static DecodeOutcome decode(Walk walk, int at) {
        if (!walk.has(at, LENGTH) || Bytes.u8(walk.bytes, at + 2) != UNNUMBERED_INFORMATION) {
            return DecodeOutcome.NOT_IP;
        }
        int accessPoints = Bytes.u16(walk.bytes, at);
        if (accessPoints == IP) {
            return Ip.decode(walk, at + LENGTH);
        }
        return accessPoints == SNAP ? snap(walk, at) : DecodeOutcome.NOT_IP;
    }

    private static DecodeOutcome snap(Walk walk, int at) {
        if (!walk.has(at, SNAP_LENGTH)) {
            return DecodeOutcome.NOT_IP;
        }
        return snapProtocol(walk, at + LENGTH);
    }

    /** Goes on at an organisation and its protocol number, five bytes that the caller knows to be there. */
    static DecodeOutcome snapProtocol(Walk walk, int at) {
        int organisation = Bytes.u24(walk.bytes, at);
        int protocol = Bytes.u16(walk.bytes, at + 3);
        if (organisation == 0 || organisation == OUI_ENCAPSULATED_ETHERNET) {
            return EtherTypes.decode(walk, protocol, at + 5);
        }
        // RFC 2684 section 5.2: bridged frames, aligned by two bytes.
        if (organisation == OUI_BRIDGED && (protocol == BRIDGED_ETHERNET || protocol == BRIDGED_ETHERNET_WITH_CHECK)) {
            return EtherTypes.decode(walk, EtherTypes.BRIDGED_ETHERNET, at + 5 + BRIDGED_PADDING);
        }
        return DecodeOutcome.NOT_IP;
    }
}

package dev.whyrst.decode;

/** Links of switches and capture cards: an Ethernet or serial frame with something of the device before or in it. */
final class Devices {

    private static final int ADDRESSES_LENGTH = 12;
    private static final int ADDRESS_LENGTH = 6;
    private static final int SWITCH_TAG_LENGTH = 4;
    private static final int TYPE_LENGTH = 2;

    private static final int PREAMBLE_LENGTH = 8;
    private static final int MPACKET_EXPRESS = 0xd5;
    private static final int NET_ANALYZER_LENGTH = 4;

    private static final int DOCSIS_LENGTH = 6;
    private static final int DOCSIS_PACKET = 0xc0;
    private static final int DOCSIS_EXTENDED = 0x01;

    private static final int JUNIPER_LENGTH = 4;
    private static final int JUNIPER_MAGIC = 0x4d4743;
    private static final int JUNIPER_EXTENDED = 0x80;
    private static final int JUNIPER_WITHOUT_LINK = 0x02;

    private Devices() {}

    /** A switch's tag of {@code length} bytes in the place of the type, which follows it. */
    static DecodeOutcome switchTag(Walk walk, int at, int length) {
        if (!walk.has(at, ADDRESSES_LENGTH)) {
            return DecodeOutcome.NOT_IP;
        }
        walk.view.macTag = Ethernet.macTag(walk.bytes, at + ADDRESS_LENGTH);
        return EthernetTags.skip(walk, at + ADDRESSES_LENGTH, length + TYPE_LENGTH);
    }

    /** A Broadcom tag before the whole frame. */
    static DecodeOutcome broadcomBefore(Walk walk, int at) {
        return Ethernet.decode(walk, at + SWITCH_TAG_LENGTH);
    }

    /** Ethernet with preamble (IEEE 802.3br): express frames and the first pieces of preemptable ones. */
    static DecodeOutcome mpacket(Walk walk, int at) {
        if (!walk.has(at, PREAMBLE_LENGTH)) {
            return DecodeOutcome.NOT_IP;
        }
        int delimiter = Bytes.u8(walk.bytes, at + PREAMBLE_LENGTH - 1);
        return delimiter == MPACKET_EXPRESS || isFirstPiece(delimiter)
                ? Ethernet.decode(walk, at + PREAMBLE_LENGTH)
                : DecodeOutcome.NOT_IP;
    }

    private static boolean isFirstPiece(int delimiter) {
        return delimiter == 0xe6 || delimiter == 0x4c || delimiter == 0x7f || delimiter == 0xb3;
    }

    static DecodeOutcome epon(Walk walk, int at) {
        return Ethernet.decode(walk, at + PREAMBLE_LENGTH);
    }

    /** @param transparent whether the preamble was captured too */
    static DecodeOutcome netAnalyzer(Walk walk, int at, boolean transparent) {
        return Ethernet.decode(walk, at + NET_ANALYZER_LENGTH + (transparent ? PREAMBLE_LENGTH : 0));
    }

    /** Cable modems: a data frame, with an extended header whose length stands in the second byte. */
    static DecodeOutcome docsis(Walk walk, int at) {
        if (!walk.has(at, DOCSIS_LENGTH) || (walk.bytes[at] & DOCSIS_PACKET) != 0) {
            return DecodeOutcome.NOT_IP;
        }
        boolean extended = (walk.bytes[at] & DOCSIS_EXTENDED) != 0;
        return Ethernet.decode(walk, at + DOCSIS_LENGTH + (extended ? Bytes.u8(walk.bytes, at + 1) : 0));
    }

    /**
     * A Juniper router's header: magic, flags, extensions; then a frame of {@code linkType} unless the flags deny it.
     */
    static DecodeOutcome juniper(Walk walk, int at, int linkType) {
        if (!walk.has(at, JUNIPER_LENGTH + 2) || Bytes.u24(walk.bytes, at) != JUNIPER_MAGIC) {
            return DecodeOutcome.NOT_IP;
        }
        int flags = Bytes.u8(walk.bytes, at + 3);
        int next = at + JUNIPER_LENGTH;
        if ((flags & JUNIPER_EXTENDED) != 0) {
            next += 2 + Bytes.u16(walk.bytes, next);
        }
        if ((flags & JUNIPER_WITHOUT_LINK) != 0) {
            // The four bytes before the packet name its protocol; its version tells the same.
            return Plausible.ip(walk, next + 4) ? Ip.decode(walk, next + 4) : DecodeOutcome.NOT_IP;
        }
        return Links.decode(walk, linkType, next);
    }
}

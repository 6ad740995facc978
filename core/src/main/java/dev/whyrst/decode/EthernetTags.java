package dev.whyrst.decode;

/** Tags between the addresses of an Ethernet frame and its type; all but TRILL end with the type of what follows. */
final class EthernetTags {

    private static final int VLAN_LENGTH = 4;
    private static final int VLAN_ID = 0xfff;

    private static final int SERVICE_TAG_LENGTH = 4;
    private static final int SERVICE_ID = 0xff_ffff;

    private static final int MACSEC_MIN_LENGTH = 8;
    private static final int MACSEC_CHANNEL_LENGTH = 8;
    private static final int MACSEC_CHANNEL_PRESENT = 0x20;
    private static final int MACSEC_ENCRYPTED_OR_CHANGED = 0x0c;
    private static final int MACSEC_CHECK_LENGTH = 16;

    private static final int METADATA_HEAD_LENGTH = 2;
    private static final int METADATA_OPTION_LENGTH = 4;
    private static final int TYPE_LENGTH = 2;

    private static final int TRILL_LENGTH = 6;

    private static final int FABRIC_PATH_LENGTH = 2;

    private EthernetTags() {}

    /** IEEE 802.1Q, single or stacked (802.1ad): priority and VLAN. */
    static DecodeOutcome vlan(Walk walk, int at) {
        if (!walk.has(at, VLAN_LENGTH)) {
            return DecodeOutcome.NOT_IP;
        }
        int id = Bytes.u16(walk.bytes, at) & VLAN_ID;
        // VLAN 0 means "priority only" and often stands in one direction alone.
        if (id != 0) {
            walk.pass(Encapsulation.VLAN, id);
        }
        return skip(walk, at, VLAN_LENGTH);
    }

    /** IEEE 802.1BR E-TAG and Cisco's VN-Tag: which port of an extender. */
    static DecodeOutcome extender(Walk walk, int at, int length) {
        walk.pass(Encapsulation.PORT_EXTENDER, Encapsulation.NO_ID);
        return skip(walk, at, length);
    }

    /** Cisco MetaData (TrustSec): a version, the number of options, options of four bytes such as a group tag. */
    static DecodeOutcome ciscoMetadata(Walk walk, int at) {
        if (!walk.has(at, METADATA_HEAD_LENGTH)) {
            return DecodeOutcome.NOT_IP;
        }
        return skip(
                walk, at, METADATA_HEAD_LENGTH + METADATA_OPTION_LENGTH * Bytes.u8(walk.bytes, at + 1) + TYPE_LENGTH);
    }

    /** A tag without interest of {@code length} bytes, of which the last two are the type of what follows. */
    static DecodeOutcome skip(Walk walk, int at, int length) {
        if (!walk.has(at, length)) {
            return DecodeOutcome.NOT_IP;
        }
        return Ethernet.typeOrLength(walk, Bytes.u16(walk.bytes, at + length - 2), at + length);
    }

    /** IEEE 802.1ah: a service identifier, then the customer's whole frame. */
    static DecodeOutcome backboneBridge(Walk walk, int at) {
        if (!walk.has(at, SERVICE_TAG_LENGTH)) {
            return DecodeOutcome.NOT_IP;
        }
        walk.pass(Encapsulation.BACKBONE_BRIDGE, Bytes.i32(walk.bytes, at) & SERVICE_ID);
        return Ethernet.decode(walk, at + SERVICE_TAG_LENGTH);
    }

    /** IEEE 802.1AE frames that are only authenticated; encrypted ones tell nothing. */
    static DecodeOutcome macSec(Walk walk, int at) {
        if (!walk.has(at, MACSEC_MIN_LENGTH)) {
            return DecodeOutcome.NOT_IP;
        }
        int control = Bytes.u8(walk.bytes, at);
        if ((control & MACSEC_ENCRYPTED_OR_CHANGED) != 0) {
            walk.unknownTypes.count(EtherTypes.MACSEC);
            return DecodeOutcome.NOT_IP;
        }
        boolean channel = (control & MACSEC_CHANNEL_PRESENT) != 0;
        walk.pass(Encapsulation.MACSEC, Encapsulation.NO_ID);
        walk.endOnWireAt(walk.wireEnd - MACSEC_CHECK_LENGTH);
        return skip(walk, at, channel ? MACSEC_MIN_LENGTH + MACSEC_CHANNEL_LENGTH : MACSEC_MIN_LENGTH);
    }

    /** RFC 6325 section 3: options, hop count and two nicknames, then the whole inner frame. */
    static DecodeOutcome trill(Walk walk, int at) {
        if (!walk.has(at, TRILL_LENGTH)) {
            return DecodeOutcome.NOT_IP;
        }
        int optionWords = Bytes.u16(walk.bytes, at) >> 6 & 0x1f;
        walk.pass(Encapsulation.TRILL, Encapsulation.NO_ID);
        return Ethernet.decode(walk, at + TRILL_LENGTH + 4 * optionWords);
    }

    /** Cisco's FabricPath: switch addresses around, a forwarding tag, then the whole inner frame. */
    static DecodeOutcome fabricPath(Walk walk, int at) {
        walk.pass(Encapsulation.FABRIC_PATH, Encapsulation.NO_ID);
        return Ethernet.decode(walk, at + FABRIC_PATH_LENGTH);
    }
}

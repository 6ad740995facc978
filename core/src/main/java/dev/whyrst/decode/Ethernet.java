package dev.whyrst.decode;

import dev.whyrst.net.Mixer;

/** Ethernet frames (IEEE 802.3): two addresses, then a type or a length. */
final class Ethernet {

    static final int HEADER_LENGTH = 14;

    /** Above this the field after the addresses is a type, up to it a length (IEEE 802.3 section 3.2.6). */
    private static final int MAX_LENGTH_FIELD = 1500;

    private static final int ADDRESS_LENGTH = 6;
    private static final int TYPE = 12;

    private Ethernet() {}

    static DecodeOutcome decode(Walk walk, int at) {
        if (!walk.has(at, HEADER_LENGTH)) {
            return DecodeOutcome.NOT_IP;
        }
        walk.view.macTag = macTag(walk.bytes, at + ADDRESS_LENGTH);
        int type = Bytes.u16(walk.bytes, at + TYPE);
        if (type == EtherTypes.IPV4) {
            return Ipv4.decode(walk, at + HEADER_LENGTH);
        }
        return typeOrLength(walk, type, at + HEADER_LENGTH);
    }

    /** Goes on after a type or length field, which ends at {@code at}. */
    static DecodeOutcome typeOrLength(Walk walk, int typeOrLength, int at) {
        return isLength(typeOrLength) ? Llc.decode(walk, at) : EtherTypes.decode(walk, typeOrLength, at);
    }

    static boolean isLength(int typeOrLength) {
        return typeOrLength <= MAX_LENGTH_FIELD;
    }

    /** 16 bits that stand for the six bytes of an address; never 0. */
    static int macTag(byte[] bytes, int at) {
        return tag((long) Bytes.u16(bytes, at) << 32 | Bytes.u32(bytes, at + 2));
    }

    private static int tag(long address) {
        int tag = (int) (Mixer.mix(Mixer.FIXED, address + 1) >>> 48);
        return tag == 0 ? 1 : tag;
    }
}

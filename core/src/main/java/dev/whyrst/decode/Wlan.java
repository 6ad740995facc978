package dev.whyrst.decode;

/** IEEE 802.11 data frames that are not encrypted. */
final class Wlan {

    private static final int HEADER_LENGTH = 24;
    private static final int ADDRESS_2 = 10;
    private static final int ADDRESS_3 = 16;
    private static final int SEQUENCE_CONTROL = 22;
    private static final int ADDRESS_4 = 24;
    private static final int ADDRESS_LENGTH = 6;

    private static final int VERSION_AND_TYPE = 0x0f;
    private static final int DATA = 0x08;
    private static final int WITHOUT_DATA = 0x40;
    private static final int QUALITY_OF_SERVICE = 0x80;

    private static final int DIRECTION = 0x03;
    private static final int FROM_DISTRIBUTION = 0x02;
    private static final int PROTECTED = 0x40;
    private static final int ORDER = 0x80;

    private static final int FRAGMENT_NUMBER = 0x0f;
    private static final int AGGREGATED = 0x80;

    private Wlan() {}

    /** @param padded whether the driver aligned the payload to four bytes */
    static DecodeOutcome decode(Walk walk, int at, boolean padded) {
        if (!walk.has(at, HEADER_LENGTH)) {
            return DecodeOutcome.NOT_IP;
        }
        int type = Bytes.u8(walk.bytes, at);
        int flags = Bytes.u8(walk.bytes, at + 1);
        if ((type & VERSION_AND_TYPE) != DATA || (type & WITHOUT_DATA) != 0 || (flags & PROTECTED) != 0) {
            return DecodeOutcome.NOT_IP;
        }
        if ((walk.bytes[at + SEQUENCE_CONTROL] & FRAGMENT_NUMBER) != 0) {
            return DecodeOutcome.FRAGMENT;
        }
        return data(walk, at, type, flags, padded);
    }

    /** Some controllers swap the two bytes of the frame control field. */
    static DecodeOutcome eitherByteOrder(Walk walk, int at) {
        if (walk.has(at, HEADER_LENGTH)
                && (walk.bytes[at] & VERSION_AND_TYPE) != DATA
                && (walk.bytes[at + 1] & VERSION_AND_TYPE) == DATA) {
            int type = Bytes.u8(walk.bytes, at + 1);
            int flags = Bytes.u8(walk.bytes, at);
            boolean readable = (type & WITHOUT_DATA) == 0 && (flags & PROTECTED) == 0;
            return readable ? data(walk, at, type, flags, false) : DecodeOutcome.NOT_IP;
        }
        return decode(walk, at, false);
    }

    private static DecodeOutcome data(Walk walk, int at, int type, int flags, boolean padded) {
        int length = HEADER_LENGTH;
        int source = (flags & FROM_DISTRIBUTION) != 0 ? ADDRESS_3 : ADDRESS_2;
        if ((flags & DIRECTION) == DIRECTION) {
            source = ADDRESS_4;
            length += ADDRESS_LENGTH;
        }
        int quality = length;
        if ((type & QUALITY_OF_SERVICE) != 0) {
            length += (flags & ORDER) != 0 ? 6 : 2;
        }
        if (!walk.has(at, length)) {
            return DecodeOutcome.NOT_IP;
        }
        walk.view.macTag = Ethernet.macTag(walk.bytes, at + source);
        int next = at + (padded ? align4(length) : length);
        boolean aggregated = length > quality && (walk.bytes[at + quality] & AGGREGATED) != 0;
        return aggregated ? WlanAggregate.decode(walk, next) : Llc.decode(walk, next);
    }

    /** Rounds up to a multiple of four. */
    static int align4(int length) {
        return (length + 3) & ~3;
    }
}

package dev.whyrst.capture;

/** Types, marks and least lengths of pcapng blocks (draft-ietf-opsawg-pcapng sections 3 and 4). */
final class PcapngBlock {

    /** Reads the same in either byte order. */
    static final int SECTION_HEADER = 0x0a0d0d0a;

    static final int INTERFACE_DESCRIPTION = 1;
    static final int PACKET = 2;
    static final int SIMPLE_PACKET = 3;
    static final int NAME_RESOLUTION = 4;
    static final int INTERFACE_STATISTICS = 5;
    static final int ENHANCED_PACKET = 6;
    static final int JOURNAL_EXPORT = 9;
    static final int DECRYPTION_SECRETS = 10;
    static final int SYSDIG_EVENT = 0x204;
    static final int SYSDIG_EVENT_2 = 0x216;
    static final int SYSDIG_EVENT_2_LARGE = 0x221;
    static final int CUSTOM = 0x00000bad;
    static final int CUSTOM_NO_COPY = 0x40000bad;

    static final int BYTE_ORDER_MAGIC = 0x1a2b3c4d;

    /** Type and twice the length. */
    static final int MIN_LENGTH = 12;

    /** Where the frame begins in an Enhanced Packet Block and in the obsolete Packet Block. */
    static final int PACKET_DATA = 28;

    /** Where the frame begins in a Simple Packet Block. */
    static final int SIMPLE_DATA = 12;

    private PcapngBlock() {}

    static boolean isByteOrderMagic(int word) {
        return word == BYTE_ORDER_MAGIC || word == Integer.reverseBytes(BYTE_ORDER_MAGIC);
    }

    static boolean isPacket(int type) {
        return type == ENHANCED_PACKET || type == PACKET || type == SIMPLE_PACKET;
    }

    /** Whether Wireshark gives the block a frame number although it holds no frame. */
    static boolean isNumbered(int type) {
        return switch (type) {
            case CUSTOM, CUSTOM_NO_COPY, JOURNAL_EXPORT, SYSDIG_EVENT, SYSDIG_EVENT_2, SYSDIG_EVENT_2_LARGE -> true;
            default -> false;
        };
    }

    /** Whether a block is believed after damage by its type and its lengths alone. */
    static boolean isFoundBehindDamage(int type) {
        return switch (type) {
            case SECTION_HEADER,
                    INTERFACE_DESCRIPTION,
                    PACKET,
                    SIMPLE_PACKET,
                    NAME_RESOLUTION,
                    INTERFACE_STATISTICS,
                    ENHANCED_PACKET,
                    DECRYPTION_SECRETS,
                    CUSTOM,
                    CUSTOM_NO_COPY -> true;
            default -> false;
        };
    }

    /** Bytes of a block of that type without options and frame. */
    static int minLength(int type) {
        return switch (type) {
            case SECTION_HEADER -> 28;
            case INTERFACE_DESCRIPTION -> 20;
            case ENHANCED_PACKET, PACKET -> PACKET_DATA + 4;
            case SIMPLE_PACKET, CUSTOM, CUSTOM_NO_COPY -> 16;
            default -> MIN_LENGTH;
        };
    }
}

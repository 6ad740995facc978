package dev.whyrst.decode;

/** The headers that wireless drivers put before an 802.11 frame: radiotap, PPI, Prism, AVS. */
final class WlanCapture {

    private static final int RADIOTAP_MIN_LENGTH = 8;
    private static final int RADIOTAP_PRESENT = 4;
    private static final int RADIOTAP_MORE_PRESENT = 0x8000_0000;
    private static final int RADIOTAP_CLOCK = 0x01;
    private static final int RADIOTAP_FLAGS = 0x02;
    private static final int RADIOTAP_CLOCK_LENGTH = 8;
    private static final int FLAG_PADDED = 0x20;

    private static final int PPI_LENGTH = 8;
    private static final int PRISM_LENGTH = 144;

    private static final int AVS_MIN_LENGTH = 8;
    private static final int AVS_MAGIC = 0x8021_1000;
    private static final int AVS_MAGIC_MASK = 0xffff_f000;

    private WlanCapture() {}

    static DecodeOutcome radiotap(Walk walk, int at) {
        if (!walk.has(at, RADIOTAP_MIN_LENGTH) || walk.bytes[at] != 0) {
            return DecodeOutcome.NOT_IP;
        }
        int length = Bytes.u16Little(walk.bytes, at + 2);
        if (length < RADIOTAP_MIN_LENGTH || !walk.has(at, length)) {
            return DecodeOutcome.NOT_IP;
        }
        boolean padded = (radiotapFlags(walk.bytes, at, at + length) & FLAG_PADDED) != 0;
        return Wlan.decode(walk, at + length, padded);
    }

    /** The flags stand after the words that say what is present, and the clock, which is aligned to its own size. */
    private static int radiotapFlags(byte[] bytes, int at, int end) {
        int present = Bytes.i32Little(bytes, at + RADIOTAP_PRESENT);
        if ((present & RADIOTAP_FLAGS) == 0) {
            return 0;
        }
        int next = at + RADIOTAP_PRESENT;
        while (next + 4 <= end && (Bytes.i32Little(bytes, next) & RADIOTAP_MORE_PRESENT) != 0) {
            next += 4;
        }
        int length = next + 4 - at;
        if ((present & RADIOTAP_CLOCK) != 0) {
            length = ((length + RADIOTAP_CLOCK_LENGTH - 1) & -RADIOTAP_CLOCK_LENGTH) + RADIOTAP_CLOCK_LENGTH;
        }
        return at + length < end ? Bytes.u8(bytes, at + length) : 0;
    }

    /** Per-packet information: a header that names the link type of what follows. */
    static DecodeOutcome ppi(Walk walk, int at) {
        if (!walk.has(at, PPI_LENGTH)) {
            return DecodeOutcome.NOT_IP;
        }
        int length = Bytes.u16Little(walk.bytes, at + 2);
        if (length < PPI_LENGTH) {
            return DecodeOutcome.NOT_IP;
        }
        return Links.decode(walk, Bytes.i32Little(walk.bytes, at + 4), at + length);
    }

    /** A header of fixed length, or AVS, which many drivers wrote under the same link type. */
    static DecodeOutcome prism(Walk walk, int at) {
        if (walk.has(at, AVS_MIN_LENGTH) && (Bytes.i32(walk.bytes, at) & AVS_MAGIC_MASK) == AVS_MAGIC) {
            return avs(walk, at);
        }
        return Wlan.decode(walk, at + PRISM_LENGTH, false);
    }

    static DecodeOutcome avs(Walk walk, int at) {
        if (!walk.has(at, AVS_MIN_LENGTH)) {
            return DecodeOutcome.NOT_IP;
        }
        int length = Bytes.i32(walk.bytes, at + 4);
        if (length < AVS_MIN_LENGTH || !walk.has(at, length)) {
            return DecodeOutcome.NOT_IP;
        }
        return Wlan.decode(walk, at + length, false);
    }
}

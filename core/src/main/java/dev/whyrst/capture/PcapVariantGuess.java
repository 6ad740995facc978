package dev.whyrst.capture;

import java.io.IOException;

/**
 * Finds out which record headers a pcap file has where its magic number leaves that open, by looking for contradictions
 * in the first records, as Wireshark does.
 */
final class PcapVariantGuess {

    private static final int RECORDS = 3;
    private static final int ABSURD_ORIGINAL_LENGTH = 128 << 20;

    private static final PcapVariant[] ORDINARY = {PcapVariant.STANDARD, PcapVariant.PATCHED, PcapVariant.NOKIA};
    private static final PcapVariant[] MODIFIED = {PcapVariant.PATCHED, PcapVariant.PATCHED_LONG};

    private final ByteWindow window;
    private final PcapHeader header;

    private PcapVariantGuess(ByteWindow window, PcapHeader header) {
        this.window = window;
        this.header = header;
    }

    /**
     * The first variant that the records do not contradict, or the commonest one: a damaged file is likelier than a
     * rare one. The window points to the first record.
     */
    static PcapVariant of(ByteWindow window, PcapHeader header) throws IOException {
        if (!header.variantIsOpen()) {
            return PcapVariant.STANDARD;
        }
        PcapVariantGuess guess = new PcapVariantGuess(window, header);
        PcapVariant[] candidates = header.magic() == PcapHeader.PATCHED ? MODIFIED : ORDINARY;
        for (PcapVariant candidate : candidates) {
            if (guess.contradictions(candidate) == 0) {
                return candidate;
            }
        }
        return candidates[0];
    }

    private int contradictions(PcapVariant variant) throws IOException {
        int sum = 0;
        int skipped = 0;
        int maxCaptured = FrameLimits.maxCapturedLength(header.linkType());
        for (int record = 0; record < RECORDS; record++) {
            boolean whole = window.require(skipped + variant.headerLength());
            int at = window.position + skipped;
            if (!whole) {
                return window.limit == at ? sum : sum + 1;
            }
            sum += contradictionsAt(at, variant, maxCaptured);
            long captured = Bytes.u32(window.bytes, at + 8, header.bigEndian());
            if (captured > maxCaptured) {
                return sum;
            }
            skipped += variant.headerLength() + (int) captured;
            if (!window.require(skipped)) {
                return sum + 1;
            }
        }
        return sum;
    }

    private int contradictionsAt(int at, PcapVariant variant, int maxCaptured) {
        byte[] bytes = window.bytes;
        boolean bigEndian = header.bigEndian();
        long captured = Bytes.u32(bytes, at + 8, bigEndian);
        long original = Bytes.u32(bytes, at + 12, bigEndian);
        return one(Bytes.u32(bytes, at + 4, bigEndian) >= 1_000_000)
                + one(captured > maxCaptured)
                + one(captured > (header.snapLength() & 0xffffffffL))
                + one(original > ABSURD_ORIGINAL_LENGTH)
                + one(captured > original)
                + switch (variant) {
                    case STANDARD -> 0;
                    case PATCHED, PATCHED_LONG -> patchedContradictions(at + 16);
                    case NOKIA -> one(!isNokiaWord(Bytes.i32(bytes, at + 16, bigEndian)));
                };
    }

    /** Interface index, Ethernet type and packet type, as Linux numbered them in 1999. */
    private int patchedContradictions(int at) {
        int protocol = Bytes.u16(window.bytes, at + 4, header.bigEndian());
        boolean known =
                protocol >= 0x600 || protocol <= 0x17 || protocol == 0x60 || protocol == 0x200 || protocol == 0x400;
        return one(Bytes.u32(window.bytes, at, header.bigEndian()) > 10_000)
                + one(!known)
                + one(Bytes.u8(window.bytes, at + 6) > 4);
    }

    /** The forms of the unknown word that have been seen; Wireshark writes it as 0. */
    private static boolean isNokiaWord(int word) {
        if (word == 0) {
            return true;
        }
        int high = word >>> 28;
        int third = word >>> 12 & 0xf;
        int second = word >>> 8 & 0xf;
        int low = word & 0xf;
        return (word & 0x0fff00f0) == 0x0fbf0000
                && (high == 0x9 || high == 0xb)
                && (third == 0xb || third == 0xd)
                && (second == 6 || second == 9)
                && (low == 1 || low == 2);
    }

    private static int one(boolean contradiction) {
        return contradiction ? 1 : 0;
    }
}

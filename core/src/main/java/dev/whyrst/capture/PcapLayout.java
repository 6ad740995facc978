package dev.whyrst.capture;

import dev.whyrst.net.Nanos;

/**
 * Where the fields of a record header stand in one pcap file, and what they mean. The caller has checked the bounds.
 */
final class PcapLayout {

    private final int headerLength;
    private final boolean bigEndian;
    private final long fractionNanos;
    private final boolean capturedFirst;
    private final boolean smallerIsCaptured;

    PcapLayout(PcapHeader header, PcapVariant variant) {
        headerLength = variant.headerLength();
        bigEndian = header.bigEndian();
        fractionNanos = header.nanoseconds() ? 1 : Nanos.MICRO;
        capturedFirst = header.lengths() == PcapHeader.Lengths.CAPTURED_FIRST;
        smallerIsCaptured = header.lengths() == PcapHeader.Lengths.SMALLER_IS_CAPTURED;
    }

    int headerLength() {
        return headerLength;
    }

    long seconds(byte[] bytes, int at) {
        return Bytes.u32(bytes, at, bigEndian);
    }

    long nanos(byte[] bytes, int at) {
        return seconds(bytes, at) * Nanos.SECOND + Bytes.u32(bytes, at + 4, bigEndian) * fractionNanos;
    }

    boolean fractionIsPossible(byte[] bytes, int at) {
        return Bytes.u32(bytes, at + 4, bigEndian) * fractionNanos < Nanos.SECOND;
    }

    /** The captured length as it stands there; absurd ones may look negative. */
    int capturedLength(byte[] bytes, int at) {
        return capturedFirst ? Bytes.i32(bytes, at + 8, bigEndian) : unusual(bytes, at, false);
    }

    /** The original length, at most {@link Integer#MAX_VALUE}. */
    int originalLength(byte[] bytes, int at) {
        int original = capturedFirst ? Bytes.i32(bytes, at + 12, bigEndian) : unusual(bytes, at, true);
        return original < 0 ? Integer.MAX_VALUE : original;
    }

    private int unusual(byte[] bytes, int at, boolean wantOriginal) {
        int first = Bytes.i32(bytes, at + 8, bigEndian);
        int second = Bytes.i32(bytes, at + 12, bigEndian);
        boolean firstIsCaptured = smallerIsCaptured && Integer.compareUnsigned(first, second) <= 0;
        return firstIsCaptured == wantOriginal ? second : first;
    }
}

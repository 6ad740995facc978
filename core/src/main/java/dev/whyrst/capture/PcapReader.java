package dev.whyrst.capture;

import java.io.IOException;

/** Reads pcap files: a file header, then records of a short header and the frame's bytes. */
final class PcapReader implements RecordReader {

    private final ByteWindow window;
    private final Findings findings;
    private final PcapHeader header;
    private final PcapVariant variant;
    private final boolean bigEndian;
    private final int headerLength;
    private final int fractionNanos;
    private final int maxCaptured;

    private long number;

    /** Begins behind the file header, to which the window points. */
    PcapReader(ByteWindow window, Findings findings) throws IOException {
        this.window = window;
        this.findings = findings;
        this.header = PcapHeader.read(window.bytes, window.position);
        window.skip(header.length());
        this.variant = PcapVariantGuess.of(window, header);
        this.bigEndian = header.bigEndian();
        this.headerLength = variant.headerLength();
        this.fractionNanos = header.nanoseconds() ? 1 : 1000;
        this.maxCaptured = FrameLimits.maxCapturedLength(header.linkType());
    }

    @Override
    public boolean next(FrameView into) throws IOException {
        if (!window.require(headerLength)) {
            return end();
        }
        int captured = capturedLength(window.bytes, window.position);
        if (captured < 0 || captured > maxCaptured) {
            return damaged(captured);
        }
        int recordLength = headerLength + captured;
        if (!window.require(recordLength)) {
            return end();
        }
        byte[] bytes = window.bytes;
        int at = window.position;
        window.position = at + recordLength;
        into.wrap(bytes, at + headerLength, captured, originalLength(bytes, at), time(bytes, at), ++number, link());
        return true;
    }

    @Override
    public String format() {
        String unit = header.nanoseconds() ? "pcap (nanoseconds" : "pcap (microseconds";
        return unit + (variant == PcapVariant.STANDARD ? ")" : ", modified)");
    }

    private int link() {
        return header.linkType();
    }

    private long time(byte[] bytes, int at) {
        long seconds = Bytes.u32(bytes, at, bigEndian);
        return seconds * 1_000_000_000L + Bytes.u32(bytes, at + 4, bigEndian) * fractionNanos;
    }

    private int capturedLength(byte[] bytes, int at) {
        int first = Bytes.i32(bytes, at + 8, bigEndian);
        if (header.lengths() == PcapHeader.Lengths.CAPTURED_FIRST) {
            return first;
        }
        int second = Bytes.i32(bytes, at + 12, bigEndian);
        return header.lengths() == PcapHeader.Lengths.ORIGINAL_FIRST || Integer.compareUnsigned(first, second) > 0
                ? second
                : first;
    }

    private int originalLength(byte[] bytes, int at) {
        int first = Bytes.i32(bytes, at + 8, bigEndian);
        int second = Bytes.i32(bytes, at + 12, bigEndian);
        boolean captured = header.lengths() == PcapHeader.Lengths.CAPTURED_FIRST
                || header.lengths() == PcapHeader.Lengths.SMALLER_IS_CAPTURED
                        && Integer.compareUnsigned(first, second) <= 0;
        int original = captured ? second : first;
        return original < 0 ? Integer.MAX_VALUE : original;
    }

    private boolean end() {
        if (window.available() > 0) {
            findings.truncated("the file ends inside the record that begins at byte " + window.offset());
            window.position = window.limit;
        }
        return false;
    }

    private boolean damaged(int captured) {
        findings.damaged("the record at byte " + window.offset() + " claims a frame of "
                + Integer.toUnsignedString(captured) + " bytes, more than the " + maxCaptured
                + " that are possible; the file is damaged from there on");
        return false;
    }
}

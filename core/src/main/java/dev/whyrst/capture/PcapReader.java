package dev.whyrst.capture;

import java.io.IOException;

/** Reads pcap files: a file header, then records of a short header and the frame's bytes. */
final class PcapReader implements RecordReader {

    private final ByteWindow window;
    private final Findings findings;
    private final PcapHeader header;
    private final PcapVariant variant;
    private final PcapLayout layout;
    private final int headerLength;
    private final int linkType;
    private final int maxCaptured;

    private long number;
    private long lastNanos;

    /** Begins at the file header, to which the window points and which lies in it whole. */
    PcapReader(ByteWindow window, Findings findings) throws IOException {
        this.window = window;
        this.findings = findings;
        this.header = PcapHeader.read(window.bytes, window.position);
        window.skip(header.length());
        this.variant = PcapVariantGuess.of(window, header);
        this.layout = new PcapLayout(header, variant);
        this.headerLength = variant.headerLength();
        this.linkType = header.linkType();
        this.maxCaptured = FrameLimits.maxCapturedLength(linkType);
    }

    @Override
    public boolean next(FrameView into) throws IOException {
        while (window.require(headerLength)) {
            int captured = layout.capturedLength(window.bytes, window.position);
            if (captured < 0 || captured > maxCaptured) {
                goOnBehindDamage(captured);
                continue;
            }
            int recordLength = headerLength + captured;
            if (!window.require(recordLength)) {
                break;
            }
            byte[] bytes = window.bytes;
            int at = window.position;
            window.position = at + recordLength;
            lastNanos = layout.nanos(bytes, at);
            int original = layout.originalLength(bytes, at);
            into.wrap(bytes, at + headerLength, captured, original, lastNanos, ++number, linkType);
            return true;
        }
        return end();
    }

    @Override
    public String format() {
        String unit = header.nanoseconds() ? "pcap (nanoseconds" : "pcap (microseconds";
        return unit + (variant == PcapVariant.STANDARD ? ")" : ", modified)");
    }

    private boolean end() {
        if (window.available() > 0) {
            findings.truncated("the file ends inside the record that begins at " + findings.place(window.offset()));
            window.position = window.limit;
        }
        return false;
    }

    private void goOnBehindDamage(int captured) throws IOException {
        long from = window.offset();
        boolean found = new PcapResynchroniser(layout, lastNanos).search(window);
        findings.damaged(
                "the record at " + findings.place(from) + " claims a frame of " + Integer.toUnsignedString(captured)
                        + " bytes, more than the " + maxCaptured + " that are possible; "
                        + Findings.lost(from, window.offset(), found));
    }
}

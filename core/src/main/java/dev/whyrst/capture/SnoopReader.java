package dev.whyrst.capture;

import dev.whyrst.net.Nanos;
import java.io.IOException;

/** Reads snoop files of Solaris (RFC 1761): big-endian, microseconds, records padded to four bytes. */
final class SnoopReader implements RecordReader {

    static final int HEADER_LENGTH = 16;

    private static final int MAGIC_FIRST = 0x736e6f6f;
    private static final int MAGIC_SECOND = 0x70000000;

    private static final int RECORD_HEADER = 24;
    private static final int MAX_PADDING = 4096;

    private final ByteWindow window;
    private final Findings findings;
    private final int linkType;

    private long number;

    /** Begins at the file header, to which the window points and which lies in it whole. */
    SnoopReader(ByteWindow window, Findings findings) throws IOException {
        this.window = window;
        this.findings = findings;
        this.linkType = linkType(Bytes.big32(window.bytes, window.position + 12));
        window.skip(HEADER_LENGTH);
    }

    static boolean isMagic(byte[] bytes, int at) {
        return Bytes.big32(bytes, at) == MAGIC_FIRST && Bytes.big32(bytes, at + 4) == MAGIC_SECOND;
    }

    @Override
    public boolean next(FrameView into) throws IOException {
        if (!window.require(RECORD_HEADER)) {
            return end();
        }
        int captured = Bytes.big32(window.bytes, window.position + 4);
        long length = Bytes.u32(window.bytes, window.position + 8, true);
        if (captured < 0
                || captured > FrameLimits.ORDINARY
                || length < RECORD_HEADER + captured
                || length > RECORD_HEADER + captured + MAX_PADDING) {
            return damaged();
        }
        if (!window.require((int) length)) {
            return end();
        }
        byte[] bytes = window.bytes;
        int at = window.position;
        window.position = at + (int) length;
        long nanos = Bytes.u32(bytes, at + 16, true) * Nanos.SECOND + Bytes.u32(bytes, at + 20, true) * Nanos.MICRO;
        int original = Bytes.big32(bytes, at);
        into.wrap(
                bytes,
                at + RECORD_HEADER,
                captured,
                original < 0 ? Integer.MAX_VALUE : original,
                nanos,
                ++number,
                linkType);
        return true;
    }

    @Override
    public String format() {
        return "snoop";
    }

    /** Link types of snoop in LINKTYPE numbers; -1 for those that carry no IP known to us. */
    private static int linkType(int snoop) {
        return switch (snoop) {
            case 0, 4 -> 1;
            case 2 -> 6;
            case 8 -> 10;
            case 18 -> 123;
            case 0x80000001 -> 228;
            case 0x80000002 -> 229;
            default -> -1;
        };
    }

    private boolean end() {
        if (window.available() > 0) {
            findings.truncated("the file ends inside the record that begins at " + findings.place(window.offset()));
            window.position = window.limit;
        }
        return false;
    }

    private boolean damaged() throws IOException {
        long from = window.offset();
        window.skip(Long.MAX_VALUE);
        findings.damaged("the record at " + findings.place(from) + " has impossible lengths; "
                + Findings.lost(from, window.offset(), false));
        return false;
    }
}

package dev.whyrst.capture;

import java.io.IOException;

/** Reads pcapng files: blocks with their length at both ends, in sections that describe their interfaces. */
final class PcapngReader implements RecordReader {

    /** Room for the options of a packet block. */
    private static final int MAX_OPTIONS = 128 * 1024;

    /** Blocks that are only passed over may be as large as the largest that Wireshark reads. */
    private static final int MAX_BLOCK = (128 << 20) + MAX_OPTIONS;

    /** Blocks up to this length are looked at whole before they are passed over. */
    private static final int MAX_HELD = 1 << 20;

    private final ByteWindow window;
    private final Findings findings;
    private final PcapngInterfaces interfaces = new PcapngInterfaces();

    private boolean bigEndian;
    private long number;

    /** Begins at the first Section Header Block, to which the window points. */
    PcapngReader(ByteWindow window, Findings findings) {
        this.window = window;
        this.findings = findings;
    }

    @Override
    public boolean next(FrameView into) throws IOException {
        while (window.require(PcapngBlock.MIN_LENGTH)) {
            int type = blockType();
            int length = blockLength(type);
            if (length < 0) {
                goOnBehindDamage("has an impossible length or byte order");
            } else if (length > MAX_HELD && !PcapngBlock.isPacket(type)) {
                passOver(type, length);
            } else if (!window.require(length)) {
                break;
            } else if (bothLengthsAgree(length) || nextBlockAgrees(length)) {
                int at = window.position;
                window.position = at + length;
                if (read(type, at, length, into)) {
                    return true;
                }
            } else {
                goOnBehindDamage("has different lengths at its two ends");
            }
        }
        return end();
    }

    @Override
    public String format() {
        return "pcapng" + interfaces.names();
    }

    /** The type of the block at the window's position; a section header also says in which byte order to go on. */
    private int blockType() {
        byte[] bytes = window.bytes;
        int at = window.position;
        int type = Bytes.i32(bytes, at, bigEndian);
        if (type == PcapngBlock.SECTION_HEADER && hasByteOrder()) {
            bigEndian = Bytes.big32(bytes, at + 8) == PcapngBlock.BYTE_ORDER_MAGIC;
        }
        return type;
    }

    /** The length of the block at the window's position with its padding, or -1 when it cannot be true. */
    private int blockLength(int type) {
        byte[] bytes = window.bytes;
        int at = window.position;
        long length = padded(Bytes.u32(bytes, at + 4, bigEndian));
        boolean possible = length >= PcapngBlock.minLength(type) && length <= maxLength(type);
        return possible && (type != PcapngBlock.SECTION_HEADER || hasByteOrder()) ? (int) length : -1;
    }

    private boolean hasByteOrder() {
        return PcapngBlock.isByteOrderMagic(Bytes.big32(window.bytes, window.position + 8));
    }

    private int maxLength(int type) {
        if (PcapngBlock.isPacket(type)) {
            return interfaces.maxCapturedLength() + MAX_OPTIONS;
        }
        // A huge block of unknown type is more often damage than a block.
        return PcapngBlock.isFoundBehindDamage(type) && type != PcapngBlock.INTERFACE_DESCRIPTION
                ? MAX_BLOCK
                : MAX_HELD;
    }

    private boolean bothLengthsAgree(int length) {
        return padded(Bytes.u32(window.bytes, window.position + length - 4, bigEndian)) == length;
    }

    /** Some writers leave out the padding in the length but not in the file. */
    private static long padded(long length) {
        return (length + 3) & ~3L;
    }

    /** Only the second length is wrong when another block, or the end of the file, stands where the first one says. */
    private boolean nextBlockAgrees(int length) throws IOException {
        boolean more = window.require(length + PcapngBlock.MIN_LENGTH);
        int next = window.position + length;
        boolean agrees = more
                ? new PcapngResynchroniser(bigEndian).begins(window.bytes, next, window.limit, false)
                : window.limit == next;
        if (agrees) {
            findings.damaged("the block at " + findings.place(window.offset())
                    + " has different lengths at its two ends; the first one was believed");
        }
        return agrees;
    }

    /** Reads the whole block at {@code at}; true when it was a frame. */
    private boolean read(int type, int at, int length, FrameView into) {
        switch (type) {
            case PcapngBlock.ENHANCED_PACKET -> {
                return packet(at, length, Bytes.i32(window.bytes, at + 8, bigEndian), into);
            }
            case PcapngBlock.PACKET -> {
                return packet(at, length, Bytes.u16(window.bytes, at + 8, bigEndian), into);
            }
            case PcapngBlock.SIMPLE_PACKET -> {
                return simplePacket(at, length, into);
            }
            case PcapngBlock.INTERFACE_DESCRIPTION -> addInterface(at, length);
            case PcapngBlock.SECTION_HEADER -> interfaces.clear();
            default -> countNumber(type);
        }
        return false;
    }

    private void addInterface(int at, int length) {
        if (!interfaces.add(new PcapngInterface(window.bytes, at, length, bigEndian))) {
            unusable(at, "one interface description too many");
        }
    }

    private void countNumber(int type) {
        if (PcapngBlock.isNumbered(type)) {
            number++;
        }
    }

    private boolean packet(int at, int length, int interfaceId, FrameView into) {
        byte[] bytes = window.bytes;
        PcapngInterface on = interfaces.get(interfaceId);
        if (on == null) {
            return unusable(at, "a frame of an interface that the section does not describe");
        }
        int captured = Bytes.i32(bytes, at + 20, bigEndian);
        int room = Math.min(length - PcapngBlock.PACKET_DATA - 4, on.maxCapturedLength());
        if (captured < 0 || captured > room) {
            return unusable(at, "a frame of " + Integer.toUnsignedString(captured) + " bytes, more than are possible");
        }
        long ticks = Bytes.u32(bytes, at + 12, bigEndian) << 32 | Bytes.u32(bytes, at + 16, bigEndian);
        int original = positive(Bytes.i32(bytes, at + 24, bigEndian));
        into.wrap(bytes, at + PcapngBlock.PACKET_DATA, captured, original, on.nanos(ticks), ++number, on.linkType());
        return true;
    }

    private boolean simplePacket(int at, int length, FrameView into) {
        PcapngInterface on = interfaces.get(0);
        if (on == null) {
            return unusable(at, "a frame of an interface that the section does not describe");
        }
        int original = positive(Bytes.i32(window.bytes, at + 8, bigEndian));
        int captured = on.snapped(original);
        if (captured > Math.min(length - PcapngBlock.SIMPLE_DATA - 4, on.maxCapturedLength())) {
            return unusable(at, "a frame of " + captured + " bytes, more than are possible");
        }
        into.wrap(window.bytes, at + PcapngBlock.SIMPLE_DATA, captured, original, 0, ++number, on.linkType());
        return true;
    }

    private static int positive(int length) {
        return length < 0 ? Integer.MAX_VALUE : length;
    }

    /** Skips a block that is too large to be held. */
    private void passOver(int type, int length) throws IOException {
        long from = window.offset();
        if (!window.skip(length - 4) || !window.require(4)) {
            window.position = window.limit;
            findings.truncated("the file ends inside the block that begins at " + findings.place(from));
            return;
        }
        if (padded(Bytes.u32(window.bytes, window.position, bigEndian)) == length) {
            window.skip(4);
            countNumber(type);
        } else {
            goOnBehindDamage("ends a block with another length than that at its beginning");
        }
    }

    private boolean unusable(int at, String what) {
        findings.damaged("the block at " + findings.place(window.offset() - window.position + at) + " holds " + what
                + "; it was skipped");
        return false;
    }

    private boolean end() {
        if (window.available() > 0) {
            findings.truncated("the file ends inside the block that begins at " + findings.place(window.offset()));
            window.position = window.limit;
        }
        return false;
    }

    private void goOnBehindDamage(String what) throws IOException {
        long from = window.offset();
        boolean found = new PcapngResynchroniser(bigEndian).search(window);
        findings.damaged("the block at " + findings.place(from) + " " + what + "; "
                + Findings.lost(from, window.offset(), found));
    }
}

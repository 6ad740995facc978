package dev.whyrst.capture;

import java.io.IOException;
import java.util.Arrays;

/** Reads pcapng files: blocks with their length at both ends, in sections that describe their interfaces. */
final class PcapngReader implements RecordReader {

    static final int SECTION_HEADER = 0x0a0d0d0a;
    private static final int INTERFACE_DESCRIPTION = 1;
    private static final int PACKET = 2;
    private static final int SIMPLE_PACKET = 3;
    private static final int ENHANCED_PACKET = 6;
    private static final int CUSTOM = 0x00000bad;
    private static final int CUSTOM_NO_COPY = 0x40000bad;

    private static final int BYTE_ORDER_MAGIC = 0x1a2b3c4d;

    /** The least that a block has: type and twice its length. */
    private static final int FRAME = 12;

    private static final int PACKET_DATA = 28;
    private static final int SIMPLE_DATA = 12;
    private static final int MAX_BLOCK = 16 << 20;
    private static final int MAX_INTERFACES = 65_536;

    private final ByteWindow window;
    private final Findings findings;

    private boolean bigEndian;
    private PcapngInterface[] interfaces = new PcapngInterface[4];
    private int interfaceCount;
    private long number;

    /** Begins at the first Section Header Block, to which the window points. */
    PcapngReader(ByteWindow window, Findings findings) {
        this.window = window;
        this.findings = findings;
    }

    static boolean isMagic(int word) {
        return word == SECTION_HEADER;
    }

    @Override
    public boolean next(FrameView into) throws IOException {
        while (window.require(FRAME)) {
            int type = blockType();
            long length = Bytes.u32(window.bytes, window.position + 4, bigEndian);
            if (length < FRAME || length > MAX_BLOCK || (length & 3) != 0) {
                return damaged("claims a length of " + length + " bytes");
            }
            if (!window.require((int) length)) {
                break;
            }
            int at = window.position;
            if (Bytes.u32(window.bytes, at + (int) length - 4, bigEndian) != length) {
                return damaged("has different lengths at its two ends");
            }
            window.position = at + (int) length;
            if (read(type, at, (int) length, into)) {
                return true;
            }
        }
        return end();
    }

    @Override
    public String format() {
        return "pcapng";
    }

    /** The type of the block at the window's position; a section header also says in which byte order to go on. */
    private int blockType() {
        byte[] bytes = window.bytes;
        int at = window.position;
        if (Bytes.big32(bytes, at) == SECTION_HEADER) {
            bigEndian = Bytes.big32(bytes, at + 8) == BYTE_ORDER_MAGIC;
            return SECTION_HEADER;
        }
        return Bytes.i32(bytes, at, bigEndian);
    }

    /** Reads the whole block at {@code at}; true when it was a frame. */
    private boolean read(int type, int at, int length, FrameView into) {
        return switch (type) {
            case ENHANCED_PACKET -> packet(at, length, Bytes.i32(window.bytes, at + 8, bigEndian), into);
            case PACKET -> packet(at, length, Bytes.u16(window.bytes, at + 8, bigEndian), into);
            case SIMPLE_PACKET -> simplePacket(at, length, into);
            case INTERFACE_DESCRIPTION -> {
                addInterface(at, length);
                yield false;
            }
            case SECTION_HEADER -> {
                interfaceCount = 0;
                yield false;
            }
            case CUSTOM, CUSTOM_NO_COPY -> {
                // No frame for us, but Wireshark gives it a number.
                number++;
                yield false;
            }
            default -> false;
        };
    }

    private boolean packet(int at, int length, int interfaceId, FrameView into) {
        byte[] bytes = window.bytes;
        int captured = length >= PACKET_DATA + 4 ? Bytes.i32(bytes, at + 20, bigEndian) : -1;
        if (captured < 0 || captured > length - PACKET_DATA - 4) {
            return unusable(at, "a packet block that is too short for its frame");
        }
        if (interfaceId < 0 || interfaceId >= interfaceCount) {
            return unusable(at, "a packet block of an interface that the section does not describe");
        }
        PcapngInterface on = interfaces[interfaceId];
        if (captured > on.maxCapturedLength()) {
            return unusable(at, "a frame of " + captured + " bytes, more than are possible");
        }
        long ticks = Bytes.u32(bytes, at + 12, bigEndian) << 32 | Bytes.u32(bytes, at + 16, bigEndian);
        int original = positive(Bytes.i32(bytes, at + 24, bigEndian));
        into.wrap(bytes, at + PACKET_DATA, captured, original, on.nanos(ticks), ++number, on.linkType());
        return true;
    }

    private boolean simplePacket(int at, int length, FrameView into) {
        if (interfaceCount == 0) {
            return unusable(at, "a packet block of an interface that the section does not describe");
        }
        if (length < SIMPLE_DATA + 4) {
            return unusable(at, "a packet block that is too short for its frame");
        }
        PcapngInterface on = interfaces[0];
        int original = positive(Bytes.i32(window.bytes, at + 8, bigEndian));
        int captured = on.snapped(original);
        if (captured > length - SIMPLE_DATA - 4) {
            return unusable(at, "a packet block that is too short for its frame");
        }
        into.wrap(window.bytes, at + SIMPLE_DATA, captured, original, 0, ++number, on.linkType());
        return true;
    }

    private static int positive(int length) {
        return length < 0 ? Integer.MAX_VALUE : length;
    }

    private void addInterface(int at, int length) {
        if (length < 20 || interfaceCount == MAX_INTERFACES) {
            unusable(at, "an interface description that is too short, or one too many");
            return;
        }
        if (interfaceCount == interfaces.length) {
            interfaces = Arrays.copyOf(interfaces, interfaceCount * 2);
        }
        interfaces[interfaceCount++] = new PcapngInterface(window.bytes, at, length, bigEndian);
    }

    private boolean unusable(int at, String what) {
        findings.damaged("the block at byte " + (window.offset() - window.position + at) + " is " + what);
        return false;
    }

    private boolean end() {
        if (window.available() > 0) {
            findings.truncated("the file ends inside the block that begins at byte " + window.offset());
            window.position = window.limit;
        }
        return false;
    }

    private boolean damaged(String what) {
        findings.damaged("the block at byte " + window.offset() + " " + what + "; the file is damaged from there on");
        return false;
    }
}

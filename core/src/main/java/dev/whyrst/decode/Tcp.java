package dev.whyrst.decode;

/** The TCP header (RFC 9293 section 3.1). */
final class Tcp {

    static final int MIN_HEADER_LENGTH = 20;

    private static final int SOURCE_PORT = 0;
    private static final int DESTINATION_PORT = 2;
    private static final int SEQUENCE = 4;
    private static final int ACKNOWLEDGMENT = 8;
    private static final int OFFSET_AND_FLAGS = 12;
    private static final int FLAGS_END = 14;
    private static final int WINDOW = 14;
    private static final int WINDOW_END = 16;

    private static final int MAX_PAYLOAD = 262_144;

    private Tcp() {}

    static DecodeOutcome decode(Walk walk, int at) {
        if (walk.wireEnd - at < WINDOW_END) {
            return walk.fragmented ? DecodeOutcome.FRAGMENT : DecodeOutcome.MALFORMED;
        }
        if (!walk.has(at, FLAGS_END)) {
            return walk.cutShort();
        }
        int offsetAndFlags = Bytes.u16(walk.bytes, at + OFFSET_AND_FLAGS);
        int headerLength = offsetAndFlags >> 12 << 2;
        SegmentView view = walk.view;
        view.flags = offsetAndFlags & 0x1ff;
        fields(view, walk, at);
        walk.tellEncapsulation();
        if (headerLength < MIN_HEADER_LENGTH) {
            return DecodeOutcome.BAD_DATA_OFFSET;
        }
        TcpOptions.decode(view, walk, at + MIN_HEADER_LENGTH, at + headerLength);
        payload(view, walk, at + headerLength);
        TcpChecksum.verify(view, walk, at);
        return DecodeOutcome.TCP_SEGMENT;
    }

    private static void fields(SegmentView view, Walk walk, int at) {
        byte[] bytes = walk.bytes;
        portsAndSequence(view, bytes, at);
        view.ack = Bytes.i32(bytes, at + ACKNOWLEDGMENT);
        view.window = walk.has(at, WINDOW_END) ? Bytes.u16(bytes, at + WINDOW) : -1;
    }

    static void portsAndSequence(SegmentView view, byte[] bytes, int at) {
        view.srcPort = Bytes.u16(bytes, at + SOURCE_PORT);
        view.dstPort = Bytes.u16(bytes, at + DESTINATION_PORT);
        view.seq = Bytes.i32(bytes, at + SEQUENCE);
    }

    /** A data offset that points beyond the IP packet leaves no payload; hosts drop such a segment, but it was sent. */
    private static void payload(SegmentView view, Walk walk, int at) {
        view.bytes = walk.bytes;
        view.payloadLength = Math.min(Math.max(walk.wireEnd - at, 0), MAX_PAYLOAD);
        view.payloadOffset = Math.min(at, walk.end);
        view.payloadCaptured = Math.min(walk.end - view.payloadOffset, view.payloadLength);
    }
}

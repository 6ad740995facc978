package dev.whyrst.scenario;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Writes frames as a pcap (microseconds or nanoseconds) or pcapng file of one interface, little-endian. */
final class CaptureFileWriter {

    private static final int PCAP_MICROS = 0xa1b2c3d4;
    private static final int PCAP_NANOS = 0xa1b23c4d;
    private static final int SECTION_HEADER = 0x0a0d0d0a;
    private static final int BYTE_ORDER_MAGIC = 0x1a2b3c4d;
    private static final int INTERFACE = 1;
    private static final int ENHANCED_PACKET = 6;
    private static final int IF_TSRESOL = 9;
    private static final byte NANOSECONDS = 9;
    private static final long NANOS_A_SECOND = 1_000_000_000L;

    private final CaptureSetup setup;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    CaptureFileWriter(CaptureSetup setup) {
        this.setup = setup;
        if (setup.format() == CaptureSetup.Format.PCAPNG) {
            pcapngHeader();
        } else {
            pcapHeader();
        }
    }

    /** Appends a frame; what exceeds the snap length is cut. */
    void add(long timeNanos, byte[] frame) {
        int kept = Math.min(frame.length, setup.snap());
        switch (setup.format()) {
            case PCAP_US -> pcapRecord(timeNanos, 1000, frame, kept);
            case PCAP_NS -> pcapRecord(timeNanos, 1, frame, kept);
            case PCAPNG -> pcapngPacket(timeNanos, frame, kept);
        }
    }

    byte[] toByteArray() {
        return out.toByteArray();
    }

    private void pcapHeader() {
        byte[] bytes = new byte[24];
        ByteBuffer header = littleEndian(bytes);
        header.putInt(setup.format() == CaptureSetup.Format.PCAP_NS ? PCAP_NANOS : PCAP_MICROS);
        header.putShort((short) 2).putShort((short) 4);
        header.putInt(0).putInt(0).putInt(setup.snap()).putInt(setup.link().number());
        out.writeBytes(bytes);
    }

    private void pcapRecord(long timeNanos, int nanosATick, byte[] frame, int kept) {
        byte[] bytes = new byte[16];
        ByteBuffer header = littleEndian(bytes);
        header.putInt((int) (timeNanos / NANOS_A_SECOND));
        header.putInt((int) (timeNanos % NANOS_A_SECOND) / nanosATick);
        header.putInt(kept).putInt(frame.length);
        out.writeBytes(bytes);
        out.write(frame, 0, kept);
    }

    private void pcapngHeader() {
        byte[] section = new byte[16];
        littleEndian(section)
                .putInt(BYTE_ORDER_MAGIC)
                .putShort((short) 1)
                .putShort((short) 0)
                .putLong(-1);
        block(SECTION_HEADER, section);
        byte[] description = new byte[20];
        ByteBuffer face = littleEndian(description);
        face.putShort((short) setup.link().number()).putShort((short) 0).putInt(setup.snap());
        face.putShort((short) IF_TSRESOL).putShort((short) 1).put(NANOSECONDS).put(new byte[3]);
        face.putInt(0);
        block(INTERFACE, description);
    }

    private void pcapngPacket(long timeNanos, byte[] frame, int kept) {
        byte[] bytes = new byte[20 + padded(kept)];
        ByteBuffer packet = littleEndian(bytes);
        packet.putInt(0).putInt((int) (timeNanos >>> 32)).putInt((int) timeNanos);
        packet.putInt(kept).putInt(frame.length).put(frame, 0, kept);
        block(ENHANCED_PACKET, bytes);
    }

    private void block(int type, byte[] body) {
        int length = 12 + body.length;
        byte[] block = new byte[length];
        littleEndian(block).putInt(type).putInt(length).put(body).putInt(length);
        out.writeBytes(block);
    }

    private static int padded(int length) {
        return length + 3 & ~3;
    }

    private static ByteBuffer littleEndian(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}

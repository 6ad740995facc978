package dev.whyrst.capture;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes bytes of captures for tests, in either byte order. */
final class CaptureBytes {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final boolean bigEndian;

    CaptureBytes(boolean bigEndian) {
        this.bigEndian = bigEndian;
    }

    /** A pcap file header of version 2.4 for Ethernet. */
    static CaptureBytes pcap(int magic, boolean bigEndian) {
        return pcap(magic, bigEndian, 2, 4, 1);
    }

    static CaptureBytes pcap(int magic, boolean bigEndian, int major, int minor, int linkType) {
        return new CaptureBytes(bigEndian)
                .u32(magic)
                .u16(major)
                .u16(minor)
                .u32(0)
                .u32(0)
                .u32(65_535)
                .u32(linkType);
    }

    /** A pcap record with the whole frame. */
    CaptureBytes record(long seconds, int fraction, byte[] frame) {
        return u32((int) seconds)
                .u32(fraction)
                .u32(frame.length)
                .u32(frame.length)
                .raw(frame);
    }

    /** A pcapng Section Header Block. */
    static CaptureBytes pcapng(boolean bigEndian) {
        return new CaptureBytes(bigEndian).section();
    }

    CaptureBytes section() {
        return block(
                0x0a0d0d0a,
                new CaptureBytes(bigEndian)
                        .u32(0x1a2b3c4d)
                        .u16(1)
                        .u16(0)
                        .u32(-1)
                        .u32(-1));
    }

    /** A pcapng Interface Description Block; {@code options} are encoded already. */
    CaptureBytes onInterface(int linkType, int snapLength, byte... options) {
        return block(1, body().u16(linkType).u16(0).u32(snapLength).raw(options));
    }

    /** A pcapng Enhanced Packet Block with the whole frame. */
    CaptureBytes packet(int interfaceId, long ticks, byte[] frame) {
        return block(
                6,
                body().u32(interfaceId)
                        .u32((int) (ticks >>> 32))
                        .u32((int) ticks)
                        .u32(frame.length)
                        .u32(frame.length)
                        .raw(frame));
    }

    CaptureBytes block(int type, CaptureBytes body) {
        byte[] bytes = body.padded().bytes();
        return u32(type).u32(bytes.length + 12).raw(bytes).u32(bytes.length + 12);
    }

    /** An encoded pcapng option. */
    byte[] option(int code, byte... value) {
        return body().u16(code).u16(value.length).raw(value).padded().bytes();
    }

    /** An empty piece in the same byte order. */
    CaptureBytes body() {
        return new CaptureBytes(bigEndian);
    }

    CaptureBytes u16(int value) {
        return bigEndian ? raw((byte) (value >> 8), (byte) value) : raw((byte) value, (byte) (value >> 8));
    }

    CaptureBytes u32(int value) {
        return bigEndian ? u16(value >>> 16).u16(value) : u16(value).u16(value >>> 16);
    }

    CaptureBytes u64(long value) {
        return bigEndian
                ? u32((int) (value >>> 32)).u32((int) value)
                : u32((int) value).u32((int) (value >>> 32));
    }

    CaptureBytes raw(byte... bytes) {
        out.write(bytes, 0, bytes.length);
        return this;
    }

    byte[] bytes() {
        return out.toByteArray();
    }

    static byte[] frame(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private CaptureBytes padded() {
        while (out.size() % 4 != 0) {
            out.write(0);
        }
        return this;
    }
}

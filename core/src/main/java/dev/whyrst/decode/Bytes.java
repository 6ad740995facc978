package dev.whyrst.decode;

/** Numbers in a byte array, in network order unless the name says {@code Little}; the caller has checked the bounds. */
final class Bytes {

    private static final long UNSIGNED_INT = 0xffff_ffffL;

    private Bytes() {}

    static int u8(byte[] bytes, int at) {
        return bytes[at] & 0xff;
    }

    static int u16(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 8 | (bytes[at + 1] & 0xff);
    }

    static int u24(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 16 | u16(bytes, at + 1);
    }

    static int i32(byte[] bytes, int at) {
        return u16(bytes, at) << 16 | u16(bytes, at + 2);
    }

    static long u32(byte[] bytes, int at) {
        return i32(bytes, at) & UNSIGNED_INT;
    }

    static long i64(byte[] bytes, int at) {
        return (long) i32(bytes, at) << 32 | u32(bytes, at + 4);
    }

    static int u16Little(byte[] bytes, int at) {
        return (bytes[at + 1] & 0xff) << 8 | (bytes[at] & 0xff);
    }

    static int i32Little(byte[] bytes, int at) {
        return u16Little(bytes, at + 2) << 16 | u16Little(bytes, at);
    }
}

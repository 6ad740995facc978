package dev.whyrst.capture;

/**
 * Reads integers from byte arrays by plain shifts; the caller has checked the bounds. They are put together from halves
 * since the quick compiler puts only short methods into their callers.
 */
final class Bytes {

    private Bytes() {}

    static int u8(byte[] bytes, int at) {
        return bytes[at] & 0xff;
    }

    static int u16(byte[] bytes, int at, boolean bigEndian) {
        return bigEndian ? big16(bytes, at) : little16(bytes, at);
    }

    static int i32(byte[] bytes, int at, boolean bigEndian) {
        return bigEndian ? big32(bytes, at) : little32(bytes, at);
    }

    static long u32(byte[] bytes, int at, boolean bigEndian) {
        return i32(bytes, at, bigEndian) & 0xffffffffL;
    }

    static long i64(byte[] bytes, int at, boolean bigEndian) {
        return bigEndian
                ? u32(bytes, at, true) << 32 | u32(bytes, at + 4, true)
                : u32(bytes, at + 4, false) << 32 | u32(bytes, at, false);
    }

    static int big32(byte[] bytes, int at) {
        return big16(bytes, at) << 16 | big16(bytes, at + 2);
    }

    static int little32(byte[] bytes, int at) {
        return little16(bytes, at + 2) << 16 | little16(bytes, at);
    }

    private static int big16(byte[] bytes, int at) {
        return u8(bytes, at) << 8 | u8(bytes, at + 1);
    }

    private static int little16(byte[] bytes, int at) {
        return u8(bytes, at + 1) << 8 | u8(bytes, at);
    }
}

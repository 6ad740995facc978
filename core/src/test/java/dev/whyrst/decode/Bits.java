package dev.whyrst.decode;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;

/** Bytes written by hand, in network order. */
final class Bits {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /** Hexadecimal digits; blanks are for the reader. */
    static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits.replace(" ", ""));
    }

    static byte[] join(byte[]... parts) {
        Bits all = new Bits();
        for (byte[] part : parts) {
            all.raw(part);
        }
        return all.bytes();
    }

    Bits u8(int value) {
        out.write(value);
        return this;
    }

    Bits u16(int value) {
        return u8(value >> 8).u8(value);
    }

    Bits u32(long value) {
        return u16((int) (value >> 16)).u16((int) value);
    }

    Bits raw(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    byte[] bytes() {
        return out.toByteArray();
    }
}

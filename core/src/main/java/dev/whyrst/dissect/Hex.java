package dev.whyrst.dissect;

import java.util.HexFormat;

/** Bytes and numbers in hexadecimal, lower case. */
final class Hex {

    private static final HexFormat SPACED = HexFormat.ofDelimiter(" ");

    private Hex() {}

    /** {@code 0a 1f ...}: the first bytes, and a mark where there are more. */
    static String of(byte[] bytes, int atMost) {
        int shown = Math.min(bytes.length, atMost);
        return SPACED.formatHex(bytes, 0, shown) + (shown < bytes.length ? " …" : "");
    }

    /** {@code 0x1f}. */
    static String of8(int value) {
        return "0x" + digits(value, 2);
    }

    /** {@code 0x1f2e}. */
    static String of16(int value) {
        return "0x" + digits(value, 4);
    }

    /** The lowest digits of a value. */
    static String digits(int value, int count) {
        return HexFormat.of().toHexDigits(value & 0xffff_ffffL, count);
    }
}

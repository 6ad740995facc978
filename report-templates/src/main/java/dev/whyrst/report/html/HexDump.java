package dev.whyrst.report.html;

import dev.whyrst.report.text.Wording;
import java.util.HexFormat;

/** Bytes in the layout that every packet tool prints: offset, hexadecimal, ASCII. */
final class HexDump {

    /** Bytes in a line. */
    private static final int A_LINE = 16;

    /** Bytes that are shown of a frame. */
    private static final int SHOWN = 256;

    private static final HexFormat SPACED = HexFormat.ofDelimiter(" ");

    private HexDump() {}

    static String of(byte[] bytes) {
        StringBuilder text = new StringBuilder(1024);
        int shown = Math.min(bytes.length, SHOWN);
        for (int at = 0; at < shown; at += A_LINE) {
            int end = Math.min(at + A_LINE, shown);
            String hex = SPACED.formatHex(bytes, at, end);
            text.append(HexFormat.of().toHexDigits(at, 4)).append("  ").append(hex);
            text.append(" ".repeat(3 * A_LINE + 1 - hex.length()));
            for (int i = at; i < end; i++) {
                text.append(bytes[i] >= ' ' && bytes[i] < 0x7f ? (char) bytes[i] : '.');
            }
            text.append('\n');
        }
        if (shown < bytes.length) {
            text.append("\u2026 ")
                    .append(Wording.count(bytes.length - shown, "more byte"))
                    .append('\n');
        }
        return text.toString();
    }
}

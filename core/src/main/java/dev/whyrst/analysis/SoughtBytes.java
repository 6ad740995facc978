package dev.whyrst.analysis;

import java.util.Arrays;

/**
 * Bytes to look for in payload (R. N. Horspool, "Practical fast searching in strings", 1980). In texts the case of ASCII
 * letters does not matter.
 */
public final class SoughtBytes {

    private final String text;
    private final byte[] needle;
    private final byte[] folded = new byte[256];
    private final int[] shift = new int[256];

    /**
     * @param text what the user wrote
     * @param bytes what to look for, at least one
     * @param exact whether the case of letters matters
     */
    public SoughtBytes(String text, byte[] bytes, boolean exact) {
        this.text = text;
        for (int i = 0; i < folded.length; i++) {
            folded[i] = (byte) (!exact && i >= 'A' && i <= 'Z' ? i + 'a' - 'A' : i);
        }
        needle = new byte[bytes.length];
        Arrays.fill(shift, bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            needle[i] = folded[bytes[i] & 0xff];
            if (i < bytes.length - 1) {
                shift[needle[i] & 0xff] = bytes.length - 1 - i;
            }
        }
    }

    /** What the user wrote: hostile like everything that is shown again. */
    public String text() {
        return text;
    }

    /** Whether these bytes hold it. */
    boolean isIn(byte[] bytes, int offset, int length) {
        int last = needle.length - 1;
        for (int at = offset + last; at < offset + length; ) {
            int end = folded[bytes[at] & 0xff] & 0xff;
            if (end == (needle[last] & 0xff) && startsAt(bytes, at - last)) {
                return true;
            }
            at += shift[end];
        }
        return false;
    }

    private boolean startsAt(byte[] bytes, int offset) {
        for (int i = 0; i < needle.length - 1; i++) {
            if (folded[bytes[offset + i] & 0xff] != needle[i]) {
                return false;
            }
        }
        return true;
    }
}

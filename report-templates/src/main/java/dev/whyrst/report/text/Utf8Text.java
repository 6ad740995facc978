package dev.whyrst.report.text;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Text on its way into a file, as UTF-8 from the start: a {@code StringBuilder} that is encoded in the end holds two
 * bytes for every character from the first that is not of Latin 1 on.
 *
 * <p>Public for the formats.
 */
public final class Utf8Text {

    private static final int LONGEST_NUMBER = 20;

    private byte[] bytes;
    private int length;

    /** @param room for how many bytes, before more has to be found */
    public Utf8Text(int room) {
        bytes = new byte[room];
    }

    /** Appends a text; halves of surrogate pairs become U+FFFD. */
    public Utf8Text append(String text) {
        if (!text.isEmpty()) {
            byte[] encoded = encode(text);
            append(encoded, encoded.length);
        }
        return this;
    }

    /** Appends what another holds. */
    public Utf8Text append(Utf8Text other) {
        append(other.bytes, other.length);
        return this;
    }

    /** Appends an ASCII character. */
    public Utf8Text append(char ascii) {
        require(1);
        bytes[length++] = (byte) ascii;
        return this;
    }

    /** Appends a number in decimal. */
    public Utf8Text append(long number) {
        if (number < 0) {
            return append(Long.toString(number));
        }
        require(LONGEST_NUMBER);
        int end = length + digits(number);
        int at = end;
        long rest = number;
        do {
            bytes[--at] = (byte) ('0' + rest % 10);
            rest /= 10;
        } while (at > length);
        length = end;
        return this;
    }

    /** Appends {@code true} or {@code false}. */
    public Utf8Text append(boolean truth) {
        return append(Boolean.toString(truth));
    }

    public int length() {
        return length;
    }

    public boolean isEmpty() {
        return length == 0;
    }

    /** The byte at an index below {@link #length}. */
    public byte at(int index) {
        return bytes[index];
    }

    /** Cuts the text off after so many bytes. */
    public void cut(int newLength) {
        length = newLength;
    }

    /** Writes all that it holds, and holds nothing then. */
    public void drainTo(OutputStream out) throws IOException {
        out.write(bytes, 0, length);
        length = 0;
    }

    @Override
    public String toString() {
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    /** The JDK makes a question mark of half a surrogate pair, so where there is one, the text is looked at. */
    private static byte[] encode(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        for (byte b : encoded) {
            if (b == '?') {
                return VisibleText.encodable(text).getBytes(StandardCharsets.UTF_8);
            }
        }
        return encoded;
    }

    private void append(byte[] text, int count) {
        require(count);
        System.arraycopy(text, 0, bytes, length, count);
        length += count;
    }

    private void require(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }

    private static int digits(long number) {
        int digits = 1;
        for (long rest = number; rest >= 10; rest /= 10) {
            digits++;
        }
        return digits;
    }
}

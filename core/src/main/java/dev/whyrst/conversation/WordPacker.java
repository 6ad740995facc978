package dev.whyrst.conversation;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Packs words into bytes: the length of each word in four bits, two to a byte, then the words' bytes without the leading
 * zeroes, the lowest first.
 */
final class WordPacker {

    /** A word of eight bytes is written at once, whatever its length: so much room is needed behind the last. */
    private static final int SLACK = Long.BYTES;

    private byte[] bytes = new byte[1 << 10];
    private ByteBuffer view = littleEndian(bytes);

    /** The packed bytes of the last call of {@link #pack}. */
    byte[] bytes() {
        return bytes;
    }

    /** Packs the first {@code count} words; returns how many bytes they take. */
    int pack(long[] words, int count) {
        makeRoom(count);
        int at = (count + 1) / 2;
        java.util.Arrays.fill(bytes, 0, at, (byte) 0);
        for (int i = 0; i < count; i++) {
            int length = Long.BYTES - (Long.numberOfLeadingZeros(words[i]) >> 3);
            bytes[i >> 1] |= (byte) (length << (i & 1) * 4);
            view.putLong(at, words[i]);
            at += length;
        }
        return at;
    }

    /** Undoes {@link #pack} for {@code count} words whose bytes begin at that place of the buffer. */
    static void unpack(ByteBuffer packed, int from, int count, long[] words) {
        int at = from + (count + 1) / 2;
        for (int i = 0; i < count; i++) {
            int length = packed.get(from + (i >> 1)) >>> (i & 1) * 4 & 0xf;
            words[i] = length == 0 ? 0 : packed.getLong(at) & -1L >>> Long.SIZE - length * 8;
            at += length;
        }
    }

    static ByteBuffer littleEndian(byte[] array) {
        return ByteBuffer.wrap(array).order(ByteOrder.LITTLE_ENDIAN);
    }

    private void makeRoom(int count) {
        int most = (count + 1) / 2 + count * Long.BYTES + SLACK;
        if (bytes.length < most) {
            bytes = new byte[most];
            view = littleEndian(bytes);
        }
    }
}

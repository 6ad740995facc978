package dev.whyrst.conversation.dossier;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Packs words into bytes: the length of each word in four bits, two to a byte, then the words' bytes without the
 * leading zeroes, the lowest first.
 */
final class WordPacker {

    private byte[] bytes = new byte[1 << 10];

    /** The packed bytes of the last call of {@link #pack}. */
    byte[] bytes() {
        return bytes;
    }

    /** Packs so many words from {@code from} on; returns how many bytes they take. */
    int pack(long[] words, int from, int count) {
        int at = (count + 1) / 2;
        int most = mostBytes(count);
        bytes = bytes.length < most ? new byte[most] : bytes;
        Arrays.fill(bytes, 0, at, (byte) 0);
        for (int i = 0; i < count; i++) {
            int before = at;
            for (long rest = words[from + i]; rest != 0; rest >>>= 8) {
                bytes[at++] = (byte) rest;
            }
            bytes[i >> 1] |= (byte) (at - before << (i & 1) * 4);
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

    /** How many bytes so many words take at the most. */
    static int mostBytes(int count) {
        return (count + 1) / 2 + count * Long.BYTES;
    }

    static ByteBuffer littleEndian(byte[] array) {
        return ByteBuffer.wrap(array).order(ByteOrder.LITTLE_ENDIAN);
    }
}

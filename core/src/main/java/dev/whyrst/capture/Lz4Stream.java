package dev.whyrst.capture;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import net.jpountz.lz4.LZ4Exception;
import net.jpountz.lz4.LZ4Factory;
import net.jpountz.lz4.LZ4SafeDecompressor;
import net.jpountz.xxhash.StreamingXXHash32;
import net.jpountz.xxhash.XXHash32;
import net.jpountz.xxhash.XXHashFactory;

/**
 * Inflates lz4 frames (LZ4 Frame Format 1.6), one after the other. The frame reader of the library does not know linked
 * blocks, which several writers make; so only its decompressor of single blocks and its checksums are used.
 */
final class Lz4Stream extends InputStream {

    private static final int FRAME = 0x184d2204;
    private static final int SKIPPABLE_FRAME = 0x184d2a50;

    private static final int HISTORY = 64 * 1024;

    /** The least that a literal length of a token must be for bytes of length to follow it. */
    private static final int LONG_RUN = 15;

    private final InputStream in;
    private final LZ4SafeDecompressor decompressor =
            LZ4Factory.fastestInstance().safeDecompressor();
    private final XXHash32 hash = XXHashFactory.fastestInstance().hash32();
    private final StreamingXXHash32 contentHash =
            XXHashFactory.fastestInstance().newStreamingHash32(0);

    private Lz4FrameHeader frame;
    private byte[] packed = new byte[0];

    /** Up to {@link #HISTORY} bytes of the blocks before, then the block from {@link #HISTORY} on. */
    private byte[] plain = new byte[HISTORY];

    private int history;
    private int position = HISTORY;
    private int limit = HISTORY;

    Lz4Stream(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        while (position == limit) {
            if (frame == null && !nextFrame()) {
                return -1;
            }
            nextBlock();
        }
        int count = Math.min(length, limit - position);
        System.arraycopy(plain, position, into, offset, count);
        position += count;
        return count;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private boolean nextFrame() throws IOException {
        byte[] word = new byte[4];
        while (true) {
            int read = in.readNBytes(word, 0, 4);
            if (read == 0) {
                return false;
            }
            int magic = Bytes.little32(word, 0);
            if (read < 4) {
                throw new EOFException();
            }
            if (magic == FRAME) {
                break;
            }
            if ((magic & 0xfffffff0) != SKIPPABLE_FRAME) {
                throw new IOException("no frame begins where one should");
            }
            in.skipNBytes(readWord() & 0xffffffffL);
        }
        frame = Lz4FrameHeader.read(in, hash);
        packed = atLeast(packed, HISTORY + 512 + frame.maxBlock());
        plain = atLeast(plain, HISTORY + frame.maxBlock());
        history = 0;
        contentHash.reset();
        return true;
    }

    private static byte[] atLeast(byte[] bytes, int length) {
        return bytes.length < length ? new byte[length] : bytes;
    }

    private void nextBlock() throws IOException {
        keepHistory();
        int word = readWord();
        if (word == 0) {
            check(frame.hasContentHash(), contentHash.getValue());
            frame = null;
            return;
        }
        int length = word & Integer.MAX_VALUE;
        if (length > frame.maxBlock()) {
            throw new IOException("a block is larger than the frame allows");
        }
        boolean isPlain = word < 0;
        byte[] target = isPlain ? plain : packed;
        int at = isPlain ? HISTORY : packed.length - length;
        if (in.readNBytes(target, at, length) < length) {
            throw new EOFException();
        }
        check(frame.hasBlockHash(), frame.hasBlockHash() ? hash.hash(target, at, length, 0) : 0);
        limit = HISTORY + (isPlain ? length : inflate(at, length));
        if (frame.hasContentHash()) {
            contentHash.update(plain, HISTORY, limit - HISTORY);
        }
    }

    /** Moves the end of what was inflated in front of where the next block will stand. */
    private void keepHistory() {
        if (frame.isLinked()) {
            history = Math.min(HISTORY, history + limit - HISTORY);
            System.arraycopy(plain, limit - history, plain, HISTORY - history, history);
        }
        position = HISTORY;
        limit = HISTORY;
    }

    private int inflate(int at, int length) throws IOException {
        try {
            int from = history > 0 ? prependHistory(at) : at;
            int room = history + frame.maxBlock();
            return decompressor.decompress(packed, from, at + length - from, plain, HISTORY - history, room) - history;
        } catch (LZ4Exception e) {
            throw new IOException("a block contradicts itself", e);
        }
    }

    /**
     * Lets the decompressor, which knows no history, find it in the block: the history becomes literal bytes in front
     * of the first ones.
     *
     * @return where the longer block begins
     */
    private int prependHistory(int block) throws IOException {
        int token = packed[block] & 0xff;
        int at = block + 1;
        int literals = token >>> 4;
        if (literals == LONG_RUN) {
            int more;
            do {
                if (at == packed.length) {
                    throw new IOException("a block contradicts itself");
                }
                more = packed[at++] & 0xff;
                literals += more;
            } while (more == 0xff);
        }
        int rest = history + literals - LONG_RUN;
        if (rest < 0) {
            throw new IOException("a block contradicts itself");
        }
        int from = at - history - (rest / 255 + 1) - 1;
        System.arraycopy(plain, HISTORY - history, packed, at - history, history);
        int length = from + 1;
        for (; rest >= 255; rest -= 255) {
            packed[length++] = (byte) 255;
        }
        packed[length] = (byte) rest;
        packed[from] = (byte) (LONG_RUN << 4 | (token & 0xf));
        return from;
    }

    private void check(boolean present, int expected) throws IOException {
        if (present && readWord() != expected) {
            throw new IOException("a checksum is wrong");
        }
    }

    private int readWord() throws IOException {
        byte[] word = new byte[4];
        if (in.readNBytes(word, 0, 4) < 4) {
            throw new EOFException();
        }
        return Bytes.little32(word, 0);
    }
}

package dev.whyrst.conversation.dossier;

import dev.whyrst.conversation.log.PackedSegment;
import dev.whyrst.conversation.log.SegmentLog;
import dev.whyrst.conversation.table.ConversationRows;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Append-only storage of word sequences, packed: in memory up to a budget, then in a temporary file that goes with the
 * process.
 *
 * <p>One thread appends; another may read what is {@linkplain #isReadable readable} meanwhile, and once nothing is
 * appended any more several may read, each through a {@linkplain #view view} of its own.
 */
final class DossierStore implements Closeable {

    /** Words of the longest sequence. */
    static final int MAX_WORDS = 1 + ConversationRows.WORDS + SegmentLog.CAPACITY * PackedSegment.WORDS;

    /** Marks a place in the file: there the length lies above, the offset in the lower {@value #OFFSET_BITS} bits. */
    private static final long SPILLED = 1L << 62;

    /** Bits of the offset in the temporary file: a tebibyte. */
    private static final int OFFSET_BITS = 40;

    private static final long OFFSET_MASK = (1L << OFFSET_BITS) - 1;
    private static final int LENGTH_MASK = (1 << 16) - 1;

    /** Log2 of the bytes of a chunk in memory. */
    private static final int CHUNK_SHIFT = 20;

    private static final int CHUNK_BYTES = 1 << CHUNK_SHIFT;

    /** Bytes before a sequence that tell how many words it has. */
    private static final int HEADER = Short.BYTES;

    private static final int MAX_BYTES = HEADER + WordPacker.mostBytes(MAX_WORDS);

    /** Bytes that stay free after the last sequence: a packed word is read as eight, whatever its length. */
    private static final int SLACK = Long.BYTES;

    private final WordPacker packer = new WordPacker();
    private final ByteBuffer[] chunks;
    private final ByteBuffer buffer = ByteBuffer.allocate(1 << 18).order(ByteOrder.LITTLE_ENDIAN);
    private int chunkCount;
    private int used = CHUNK_BYTES;
    private long spilled;
    private volatile long written;
    private FileChannel file;

    DossierStore(long budgetBytes) {
        chunks = new ByteBuffer[(int) Math.min(budgetBytes >> CHUNK_SHIFT, Integer.MAX_VALUE >> 1)];
    }

    /** Stores so many words, at most {@value #MAX_WORDS}, from {@code from} on; returns where. */
    long append(long[] words, int from, int count) {
        int length = packer.pack(words, from, count);
        if (used + HEADER + length + SLACK > CHUNK_BYTES) {
            if (chunkCount == chunks.length) {
                return spill(length, count);
            }
            chunks[chunkCount++] = WordPacker.littleEndian(new byte[CHUNK_BYTES]);
            used = 0;
        }
        ByteBuffer chunk = chunks[chunkCount - 1];
        chunk.putShort(used, (short) count);
        chunk.put(used + HEADER, packer.bytes(), 0, length);
        long at = (long) chunkCount - 1 << CHUNK_SHIFT | used;
        used += HEADER + length;
        return at;
    }

    /**
     * Whether what is stored at that place can be read at once, while another thread appends; if not, after {@link
     * #flush}.
     */
    boolean isReadable(long place) {
        return (place & SPILLED) == 0 || (place & OFFSET_MASK) < written;
    }

    /** A way to read what is stored. */
    View view() {
        return new View();
    }

    /** Whether the budget was too small. */
    boolean hasSpilled() {
        return file != null;
    }

    /** Writes out what waits for the temporary file, so that any thread can read it. */
    void flush() {
        try {
            if (buffer.position() > 0) {
                writeBuffer();
            }
        } catch (IOException e) {
            throw cannotWrite(e);
        }
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }

    private long spill(int length, int count) {
        try {
            open();
            if (buffer.remaining() < HEADER + length) {
                writeBuffer();
            }
            long at = spilled;
            buffer.putShort((short) count).put(packer.bytes(), 0, length);
            spilled += HEADER + length;
            return SPILLED | (long) (HEADER + length) << OFFSET_BITS | at;
        } catch (IOException e) {
            throw cannotWrite(e);
        }
    }

    private void writeBuffer() throws IOException {
        buffer.flip();
        while (buffer.hasRemaining()) {
            file.write(buffer);
        }
        buffer.clear();
        written = spilled;
    }

    private void open() throws IOException {
        if (file == null) {
            Path path = Files.createTempFile("whyrst", ".dossiers");
            file = FileChannel.open(
                    path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        }
    }

    private static UncheckedIOException cannotWrite(IOException e) {
        return new UncheckedIOException(
                "cannot write the temporary file for conversations: " + e.getMessage() + "; make room in "
                        + System.getProperty("java.io.tmpdir")
                        + ", or give Java another folder with -Djava.io.tmpdir=FOLDER",
                e);
    }

    /**
     * Reads the store. What was spilled is asked for one by one: a trace's order is not the file's, where neighbours
     * lie apart.
     */
    final class View {

        private final long[] words = new long[MAX_WORDS];
        private ByteBuffer spill;

        private View() {}

        /** The words stored at that place, which {@linkplain #isReadable can be read}, valid until the next call. */
        long[] read(long place) {
            if ((place & SPILLED) != 0) {
                return readSpilled(place & OFFSET_MASK, (int) (place >>> OFFSET_BITS) & LENGTH_MASK);
            }
            return unpack(chunks[(int) (place >> CHUNK_SHIFT)], (int) place & CHUNK_BYTES - 1);
        }

        private long[] unpack(ByteBuffer packed, int at) {
            WordPacker.unpack(packed, at + HEADER, packed.getShort(at), words);
            return words;
        }

        private long[] readSpilled(long at, int length) {
            try {
                if (spill == null) {
                    spill = ByteBuffer.allocateDirect(MAX_BYTES + SLACK).order(ByteOrder.LITTLE_ENDIAN);
                }
                fill(at, length);
                return unpack(spill, 0);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read back the temporary file for conversations", e);
            }
        }

        private void fill(long at, int length) throws IOException {
            spill.clear().limit(length);
            while (spill.hasRemaining()) {
                if (file.read(spill, at + spill.position()) < 0) {
                    throw new EOFException("it ends at byte " + (at + spill.position()));
                }
            }
            spill.clear();
        }
    }
}

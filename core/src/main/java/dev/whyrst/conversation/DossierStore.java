package dev.whyrst.conversation;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Append-only storage of word sequences: in memory up to a budget, then in a temporary file that goes with the process.
 */
final class DossierStore implements Closeable {

    private static final int CHUNK_WORDS = 1 << 16;

    private final long budgetWords;
    private final List<long[]> chunks = new ArrayList<>();
    private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
    private long inMemory;
    private long spilled;
    private FileChannel file;

    DossierStore(long budgetBytes) {
        budgetWords = budgetBytes / Long.BYTES;
    }

    /** Stores the first {@code count} words behind their number; returns where. */
    long append(long[] words, int count) {
        if (inMemory + count + 1 > budgetWords) {
            return spill(words, count);
        }
        long at = inMemory;
        put(at, count);
        for (int i = 0; i < count; i++) {
            put(at + 1 + i, words[i]);
        }
        inMemory += count + 1;
        return at;
    }

    /** The words stored at that place. */
    long[] read(long at) {
        return at < 0 ? readSpilled(-1 - at) : readMemory(at);
    }

    /** Whether the budget was too small. */
    boolean hasSpilled() {
        return file != null;
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }

    private void put(long at, long word) {
        int chunk = (int) (at / CHUNK_WORDS);
        if (chunk == chunks.size()) {
            chunks.add(new long[CHUNK_WORDS]);
        }
        chunks.get(chunk)[(int) (at % CHUNK_WORDS)] = word;
    }

    private long get(long at) {
        return chunks.get((int) (at / CHUNK_WORDS))[(int) (at % CHUNK_WORDS)];
    }

    private long[] readMemory(long at) {
        long[] words = new long[(int) get(at)];
        for (int i = 0; i < words.length; i++) {
            words[i] = get(at + 1 + i);
        }
        return words;
    }

    private long spill(long[] words, int count) {
        try {
            open();
            long at = spilled;
            write(count);
            for (int i = 0; i < count; i++) {
                write(words[i]);
            }
            return -1 - at;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the temporary file for conversations with a reset", e);
        }
    }

    private void write(long word) throws IOException {
        if (buffer.remaining() < Long.BYTES) {
            flush();
        }
        buffer.putLong(word);
        spilled += Long.BYTES;
    }

    private void flush() throws IOException {
        buffer.flip();
        while (buffer.hasRemaining()) {
            file.write(buffer);
        }
        buffer.clear();
    }

    private long[] readSpilled(long at) {
        try {
            if (buffer.position() > 0) {
                flush();
            }
            long[] words = new long[(int) fetch(at, Long.BYTES).getLong(0)];
            fetch(at + Long.BYTES, words.length * Long.BYTES).asLongBuffer().get(words);
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read back the temporary file for conversations with a reset", e);
        }
    }

    private ByteBuffer fetch(long at, int length) throws IOException {
        ByteBuffer into = ByteBuffer.allocate(length);
        while (into.hasRemaining()) {
            if (file.read(into, at + into.position()) < 0) {
                throw new IOException("the temporary file has become shorter");
            }
        }
        return into.flip();
    }

    private void open() throws IOException {
        if (file == null) {
            Path path = Files.createTempFile("whyrst", ".dossiers");
            file = FileChannel.open(
                    path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        }
    }
}

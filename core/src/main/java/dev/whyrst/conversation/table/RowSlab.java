package dev.whyrst.conversation.table;

import java.util.Arrays;

/**
 * Rows of longs in large chunks, so that millions of them are a few dozen objects to the garbage collector.
 *
 * <p>A row that was freed is handed out again, the last one first, while its memory is still near.
 *
 * <p>Public for other rooms of the house, and for nobody else.
 */
public abstract class RowSlab {

    private static final int ROW_SHIFT = 5;
    private static final int CHUNK_SHIFT = 10;
    private static final int CHUNK_MASK = (1 << CHUNK_SHIFT) - 1;

    /** Longs that a row takes. */
    public static final int WORDS = 1 << ROW_SHIFT;

    private long[][] chunks = new long[4][];
    private int[] free = new int[16];
    private int freeCount;
    private int used;
    private long taken;

    /** Rows ever handed out: rows 0 to this less one exist, some of them free. */
    public final int used() {
        return used;
    }

    /** How often a row was handed out. */
    final long taken() {
        return taken;
    }

    /** Hands out a row of zeroes. */
    final int take() {
        taken++;
        int row = freeCount > 0 ? free[--freeCount] : nextRow();
        Arrays.fill(chunks[row >> CHUNK_SHIFT], base(row), base(row) + WORDS, 0);
        return row;
    }

    /** Takes a row back. */
    final void giveBack(int row) {
        if (freeCount == free.length) {
            free = Arrays.copyOf(free, freeCount << 1);
        }
        free[freeCount++] = row;
    }

    /** Takes all rows back, and gives the memory back. */
    public final void giveUp() {
        chunks = new long[4][];
        free = new int[16];
        freeCount = 0;
        used = 0;
    }

    /** Copies a row into {@code words} from {@code at} on. */
    public final void copyTo(int row, long[] words, int at) {
        System.arraycopy(chunks[row >> CHUNK_SHIFT], base(row), words, at, WORDS);
    }

    /** Makes the row what {@link #copyTo} saved. */
    public final void copyFrom(long[] words, int at, int row) {
        System.arraycopy(words, at, chunks[row >> CHUNK_SHIFT], base(row), WORDS);
    }

    /** The array that holds the row, for who reads and writes many of its words; valid until the next {@link #take}. */
    public final long[] chunk(int row) {
        return chunks[row >> CHUNK_SHIFT];
    }

    /** Where the row begins in its {@link #chunk}. */
    public static int base(int row) {
        return (row & CHUNK_MASK) << ROW_SHIFT;
    }

    final long get(int row, int word) {
        return chunks[row >> CHUNK_SHIFT][base(row) + word];
    }

    final void set(int row, int word, long value) {
        chunks[row >> CHUNK_SHIFT][base(row) + word] = value;
    }

    private int nextRow() {
        int chunk = used >> CHUNK_SHIFT;
        if (chunk == chunks.length) {
            chunks = Arrays.copyOf(chunks, chunk << 1);
        }
        if (chunks[chunk] == null) {
            chunks[chunk] = new long[1 << CHUNK_SHIFT + ROW_SHIFT];
        }
        return used++;
    }
}

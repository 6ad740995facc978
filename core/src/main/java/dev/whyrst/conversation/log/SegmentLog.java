package dev.whyrst.conversation.log;

import dev.whyrst.conversation.table.ConversationRows;
import dev.whyrst.conversation.table.Flag;

/**
 * What is kept of a conversation's segments: the first {@value #HEAD}, the last ones before the first RST, and those
 * that follow it. What fell between is counted in the row.
 *
 * <p>Public for other rooms of the house, and for nobody else.
 */
public final class SegmentLog {

    /** Segments kept from the beginning, for the handshake. */
    public static final int HEAD = 8;

    /** Segments kept before a RST: the head and the tail. */
    static final int BEFORE_RESET = 32;

    /** Segments kept in all; when they are full after a RST the timeline is told and a new chapter begins. */
    public static final int CAPACITY = SegmentBlocks.LARGEST;

    private final ConversationRows rows;
    private SegmentBlocks blocks = new SegmentBlocks();
    private long[] roomWords = new long[0];
    private int roomAt;

    public SegmentLog(ConversationRows rows) {
        this.rows = rows;
    }

    /**
     * Makes room for one more segment: its words go to {@link #roomWords} from {@link #roomAt} on. The log must not be
     * {@linkplain #isFull full}.
     */
    public void makeRoom(int row, boolean reset) {
        if (reset && !rows.flag(row, Flag.RESET_IN_LOG)) {
            unroll(row);
            rows.setFlag(row, Flag.RESET_IN_LOG);
        }
        int count = rows.logCount(row);
        if (count == BEFORE_RESET && !rows.flag(row, Flag.RESET_IN_LOG)) {
            forgetOldestOfTail(row);
        } else {
            append(row, count);
        }
    }

    public long[] roomWords() {
        return roomWords;
    }

    public int roomAt() {
        return roomAt;
    }

    /** Fills the log of a row that has none with segments that were {@linkplain #unroll in order}. */
    public void restore(int row, long[] words, int at, int count) {
        if (count == 0) {
            return;
        }
        int sizeClass = SegmentBlocks.classFor(count);
        rows.log(row, blocks.allocate(sizeClass), sizeClass, count, 0);
        System.arraycopy(words, at, words(row), at(row, 0), count * PackedSegment.WORDS);
    }

    /** Whether a RST is in the log and no further segment fits. */
    public boolean isFull(int row) {
        return rows.logCount(row) == CAPACITY;
    }

    /** Forgets all segments, counting them as elided. */
    public void clear(int row) {
        rows.elided(row, rows.elided(row) + rows.logCount(row));
        release(row);
        rows.clearFlag(row, Flag.RESET_IN_LOG);
    }

    /** Gives the block back. */
    public void release(int row) {
        if (rows.logBlock(row) != ConversationRows.NOTHING) {
            blocks.release(rows.logClass(row), rows.logBlock(row));
        }
        rows.log(row, ConversationRows.NOTHING, 0, 0, 0);
    }

    /** Gives the memory of all logs back. */
    public void giveUp() {
        blocks = new SegmentBlocks();
    }

    /** Puts the ring in order, so that the log can be read from its beginning. */
    public void unroll(int row) {
        int ring = rows.logRing(row);
        if (ring == 0) {
            return;
        }
        int sizeClass = rows.logClass(row);
        int block = rows.logBlock(row);
        long[] words = blocks.words(sizeClass, block);
        int from = blocks.at(sizeClass, block) + HEAD * PackedSegment.WORDS;
        int length = (BEFORE_RESET - HEAD) * PackedSegment.WORDS;
        int split = ring * PackedSegment.WORDS;
        long[] tail = new long[length];
        System.arraycopy(words, from + split, tail, 0, length - split);
        System.arraycopy(words, from, tail, length - split, split);
        System.arraycopy(tail, 0, words, from, length);
        rows.log(row, block, sizeClass, BEFORE_RESET, 0);
    }

    /** The array that holds the log's words. */
    public long[] words(int row) {
        return blocks.words(rows.logClass(row), rows.logBlock(row));
    }

    /** Where the segment with that index of an unrolled log begins in {@link #words}. */
    public int at(int row, int index) {
        return blocks.at(rows.logClass(row), rows.logBlock(row)) + index * PackedSegment.WORDS;
    }

    /**
     * How many of the last segments {@link #atRecent} finds: all, but for those of the beginning that are no longer
     * next to them.
     */
    public int recent(int row) {
        return rows.logRing(row) == 0 ? rows.logCount(row) : BEFORE_RESET - HEAD;
    }

    /** Where the last segment begins in {@link #words}, or one that came {@code back} segments before it. */
    public int atRecent(int row, int back) {
        int ring = rows.logRing(row);
        if (ring == 0) {
            return at(row, rows.logCount(row) - 1 - back);
        }
        int inTail = ring - 1 - back;
        return at(row, HEAD + (inTail < 0 ? inTail + BEFORE_RESET - HEAD : inTail));
    }

    private void forgetOldestOfTail(int row) {
        int ring = rows.logRing(row);
        int block = rows.logBlock(row);
        int sizeClass = rows.logClass(row);
        room(sizeClass, block, HEAD + ring);
        rows.log(row, block, sizeClass, BEFORE_RESET, ring + 1 == BEFORE_RESET - HEAD ? 0 : ring + 1);
        rows.elided(row, rows.elided(row) + 1);
    }

    private void append(int row, int count) {
        if (rows.logBlock(row) == ConversationRows.NOTHING) {
            rows.log(row, blocks.allocate(0), 0, 0, 0);
        } else if (count == SegmentBlocks.capacity(rows.logClass(row))) {
            grow(row, count);
        }
        int block = rows.logBlock(row);
        int sizeClass = rows.logClass(row);
        room(sizeClass, block, count);
        rows.log(row, block, sizeClass, count + 1, rows.logRing(row));
    }

    private void room(int sizeClass, int block, int index) {
        roomWords = blocks.words(sizeClass, block);
        roomAt = blocks.at(sizeClass, block) + index * PackedSegment.WORDS;
    }

    private void grow(int row, int count) {
        int sizeClass = rows.logClass(row);
        int block = rows.logBlock(row);
        int bigger = blocks.allocate(sizeClass + 1);
        System.arraycopy(
                blocks.words(sizeClass, block),
                blocks.at(sizeClass, block),
                blocks.words(sizeClass + 1, bigger),
                blocks.at(sizeClass + 1, bigger),
                count * PackedSegment.WORDS);
        blocks.release(sizeClass, block);
        rows.log(row, bigger, sizeClass + 1, count, rows.logRing(row));
    }
}

package dev.whyrst.conversation.log;

import java.util.Arrays;

/**
 * Memory of the segment logs: blocks of a few sizes, cut from large chunks and reused.
 *
 * <p>A conversation begins with room for four segments, more than a scanned port needs, and moves to larger blocks.
 */
final class SegmentBlocks {

    /** Segments that the largest block holds. */
    static final int LARGEST = 80;

    private static final int[] CAPACITY = {4, 8, 16, 32, LARGEST};

    /** Log2 of the blocks in a chunk, so that no division is on the way to a segment. */
    private static final int[] CHUNK_SHIFT = {11, 10, 9, 8, 7};

    private final long[][][] chunks = new long[CAPACITY.length][4][];
    private final int[] used = new int[CAPACITY.length];
    private final int[][] free = new int[CAPACITY.length][16];
    private final int[] freeCount = new int[CAPACITY.length];

    /** How many segments a block of the class holds. */
    static int capacity(int sizeClass) {
        return CAPACITY[sizeClass];
    }

    int allocate(int sizeClass) {
        return freeCount[sizeClass] > 0 ? free[sizeClass][--freeCount[sizeClass]] : cut(sizeClass);
    }

    void release(int sizeClass, int block) {
        if (freeCount[sizeClass] == free[sizeClass].length) {
            free[sizeClass] = Arrays.copyOf(free[sizeClass], freeCount[sizeClass] << 1);
        }
        free[sizeClass][freeCount[sizeClass]++] = block;
    }

    /** The smallest class whose blocks hold that many segments. */
    static int classFor(int segments) {
        int sizeClass = 0;
        while (CAPACITY[sizeClass] < segments) {
            sizeClass++;
        }
        return sizeClass;
    }

    /** The chunk that holds the block. */
    long[] words(int sizeClass, int block) {
        return chunks[sizeClass][block >> CHUNK_SHIFT[sizeClass]];
    }

    /** Where the block begins in {@link #words}. */
    int at(int sizeClass, int block) {
        int inChunk = block & (1 << CHUNK_SHIFT[sizeClass]) - 1;
        return inChunk * CAPACITY[sizeClass] * PackedSegment.WORDS;
    }

    private int cut(int sizeClass) {
        int chunk = used[sizeClass] >> CHUNK_SHIFT[sizeClass];
        if (chunk == chunks[sizeClass].length) {
            chunks[sizeClass] = Arrays.copyOf(chunks[sizeClass], chunk << 1);
        }
        if (chunks[sizeClass][chunk] == null) {
            chunks[sizeClass][chunk] = new long[CAPACITY[sizeClass] * PackedSegment.WORDS << CHUNK_SHIFT[sizeClass]];
        }
        return used[sizeClass]++;
    }
}

package dev.whyrst.conversation;

/**
 * Memory of the segment logs: blocks of a few sizes, cut from large chunks and reused.
 *
 * <p>A conversation begins with room for two segments, which is all that a scanned port needs, and moves to larger blocks.
 */
final class SegmentBlocks {

    private static final int[] CAPACITY = {2, 3, 4, 8, 16, 32, SegmentLog.CAPACITY};
    private static final int CHUNK_SEGMENTS = 1 << 13;

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
            free[sizeClass] = java.util.Arrays.copyOf(free[sizeClass], freeCount[sizeClass] << 1);
        }
        free[sizeClass][freeCount[sizeClass]++] = block;
    }

    /** The chunk that holds the block. */
    long[] words(int sizeClass, int block) {
        return chunks[sizeClass][block / perChunk(sizeClass)];
    }

    /** Where the block begins in {@link #words}. */
    int at(int sizeClass, int block) {
        return block % perChunk(sizeClass) * CAPACITY[sizeClass] * PackedSegment.WORDS;
    }

    private int cut(int sizeClass) {
        int chunk = used[sizeClass] / perChunk(sizeClass);
        if (chunk == chunks[sizeClass].length) {
            chunks[sizeClass] = java.util.Arrays.copyOf(chunks[sizeClass], chunk << 1);
        }
        if (chunks[sizeClass][chunk] == null) {
            chunks[sizeClass][chunk] = new long[perChunk(sizeClass) * CAPACITY[sizeClass] * PackedSegment.WORDS];
        }
        return used[sizeClass]++;
    }

    private static int perChunk(int sizeClass) {
        return CHUNK_SEGMENTS / CAPACITY[sizeClass];
    }
}

package dev.whyrst.conversation;

import java.util.Arrays;

/**
 * A bounded table of facts about hosts or endpoints: {@value #WORDS} words each, the first three the key.
 *
 * <p>Open addressing over the numbers of entries; entries lie in large chunks, so that a look-up touches two lines of memory and
 * the garbage collector sees a few objects.
 */
final class FactTable {

    /** Words of an entry. */
    static final int WORDS = 16;

    /** Words of an entry that hold its key: address, and port or whatever tells equal addresses apart. */
    static final int KEY_WORDS = 3;

    static final int ABSENT = -1;

    private static final int CHUNK_SHIFT = 10;
    private static final int CHUNK_MASK = (1 << CHUNK_SHIFT) - 1;

    private final int limit;
    private final long seed;
    private long[][] chunks = new long[4][];
    private int[] slots = new int[1 << 10];
    private int size;
    private boolean overflowed;

    FactTable(int limit, long seed) {
        this.limit = limit;
        this.seed = seed;
    }

    /** Whether an entry was left out because the table was full. */
    boolean overflowed() {
        return overflowed;
    }

    /** The entry with that key, or {@link #ABSENT}. */
    int find(long high, long low, int port) {
        int mask = slots.length - 1;
        for (int i = hash(high, low, port) & mask; slots[i] != 0; i = i + 1 & mask) {
            int entry = slots[i] - 1;
            long[] words = chunks[entry >> CHUNK_SHIFT];
            int at = at(entry);
            if (words[at + 1] == low && words[at] == high && words[at + 2] == port) {
                return entry;
            }
        }
        return ABSENT;
    }

    /** The entry with that key, which is zeroed if it is new; {@link #ABSENT} if the table is full. */
    int findOrAdd(long high, long low, int port) {
        int entry = find(high, low, port);
        return entry == ABSENT ? add(high, low, port) : entry;
    }

    long get(int entry, int word) {
        return chunks[entry >> CHUNK_SHIFT][at(entry) + word];
    }

    void set(int entry, int word, long value) {
        chunks[entry >> CHUNK_SHIFT][at(entry) + word] = value;
    }

    void add(int entry, int word, long more) {
        chunks[entry >> CHUNK_SHIFT][at(entry) + word] += more;
    }

    private int add(long high, long low, int port) {
        if (size >= limit) {
            overflowed = true;
            return ABSENT;
        }
        if (size >= slots.length >> 1) {
            grow();
        }
        int entry = size++;
        makeRoom(entry >> CHUNK_SHIFT);
        set(entry, 0, high);
        set(entry, 1, low);
        set(entry, 2, port);
        insert(entry);
        return entry;
    }

    private void makeRoom(int chunk) {
        if (chunk == chunks.length) {
            chunks = Arrays.copyOf(chunks, chunk << 1);
        }
        if (chunks[chunk] == null) {
            chunks[chunk] = new long[WORDS << CHUNK_SHIFT];
        }
    }

    private void grow() {
        slots = new int[slots.length << 1];
        for (int entry = 0; entry < size; entry++) {
            insert(entry);
        }
    }

    private void insert(int entry) {
        int mask = slots.length - 1;
        int i = hash(get(entry, 0), get(entry, 1), (int) get(entry, 2)) & mask;
        while (slots[i] != 0) {
            i = i + 1 & mask;
        }
        slots[i] = entry + 1;
    }

    private static int at(int entry) {
        return (entry & CHUNK_MASK) * WORDS;
    }

    private int hash(long high, long low, int port) {
        long h = (high ^ seed) * 0x9E3779B97F4A7C15L;
        h = (h ^ h >>> 32 ^ low) * 0xD6E8FEB86659FD93L;
        h = (h ^ h >>> 29 ^ port) * 0x9E3779B97F4A7C15L;
        return (int) (h >>> 32);
    }
}

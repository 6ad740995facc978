package dev.whyrst.conversation.hosts;

import dev.whyrst.conversation.table.TaggedSlots;
import dev.whyrst.net.Mixer;
import java.util.Arrays;

/**
 * A bounded table of facts about hosts or endpoints: {@value #WORDS} words each, the first three the key.
 *
 * <p>{@linkplain TaggedSlots Open addressing} over the numbers of entries; entries lie in large chunks, so that a
 * look-up touches two lines of memory and the garbage collector sees a few objects.
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
    private long[] slots = new long[1 << 10];
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
        return find(hash(high, low, port), high, low, port);
    }

    private int find(int hash, long high, long low, int port) {
        long[] table = slots;
        int mask = table.length - 1;
        for (int i = hash & mask; table[i] != 0; i = i + 1 & mask) {
            if ((int) (table[i] >>> 32) == hash) {
                int entry = (int) table[i] - 1;
                long[] words = chunks[entry >> CHUNK_SHIFT];
                int at = at(entry);
                if (words[at + 1] == low && words[at] == high && words[at + 2] == port) {
                    return entry;
                }
            }
        }
        return ABSENT;
    }

    /** The entry with that key, which is zeroed if it is new; {@link #ABSENT} if the table is full. */
    int findOrAdd(long high, long low, int port) {
        int hash = hash(high, low, port);
        int entry = find(hash, high, low, port);
        return entry == ABSENT ? add(hash, high, low, port) : entry;
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

    private int add(int hash, long high, long low, int port) {
        if (size >= limit) {
            overflowed = true;
            return ABSENT;
        }
        if (size >= slots.length >> 1) {
            slots = TaggedSlots.doubled(slots);
        }
        int entry = size++;
        makeRoom(entry >> CHUNK_SHIFT);
        set(entry, 0, high);
        set(entry, 1, low);
        set(entry, 2, port);
        TaggedSlots.insert(slots, TaggedSlots.slot(hash, entry));
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

    private static int at(int entry) {
        return (entry & CHUNK_MASK) * WORDS;
    }

    private int hash(long high, long low, int port) {
        return Mixer.place(Mixer.mix(seed, high, low, port));
    }
}

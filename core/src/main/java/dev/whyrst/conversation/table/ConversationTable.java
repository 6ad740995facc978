package dev.whyrst.conversation.table;

/**
 * Finds a conversation by the hash of its key: open addressing with linear probing at a load of at most one half.
 *
 * <p>It has {@link TaggedSlots}. Captures are hostile: the seed differs in each run, and nothing may depend on the
 * order of slots.
 *
 * <p>Public for other rooms of the house, and for nobody else.
 */
public final class ConversationTable {

    /** What stands for no conversation. */
    public static final int ABSENT = -1;

    /** Slots of a new table; a power of two. */
    private static final int FIRST_CAPACITY = 1 << 12;

    private final Keys keys;
    private long[] slots = new long[FIRST_CAPACITY];
    private int mask = FIRST_CAPACITY - 1;
    private int size;

    public ConversationTable(Keys keys) {
        this.keys = keys;
    }

    public int size() {
        return size;
    }

    /** The conversation with that key, or {@link #ABSENT}. */
    public int find(int hash, ConversationKey key) {
        final long[] table = slots;
        for (int i = hash & mask; table[i] != 0; i = i + 1 & mask) {
            if ((int) (table[i] >>> 32) == hash) {
                int row = (int) table[i] - 1;
                if (keys.matches(row, key)) {
                    return row;
                }
            }
        }
        return ABSENT;
    }

    /** Adds a row whose key is not in the table. */
    public void add(int hash, int row) {
        if (++size > slots.length >> 1) {
            slots = TaggedSlots.doubled(slots);
            mask = slots.length - 1;
        }
        TaggedSlots.insert(slots, TaggedSlots.slot(hash, row));
    }

    /** Takes out a row, closing the gap so that no tombstone stays. */
    public void remove(int hash, int row) {
        int i = hash & mask;
        long wanted = TaggedSlots.slot(hash, row);
        while (slots[i] != wanted) {
            i = i + 1 & mask;
        }
        size--;
        int hole = i;
        for (int next = i + 1 & mask; slots[next] != 0; next = next + 1 & mask) {
            int home = (int) (slots[next] >>> 32) & mask;
            if ((next - home & mask) >= (next - hole & mask)) {
                slots[hole] = slots[next];
                hole = next;
            }
        }
        slots[hole] = 0;
    }

    /** Forgets all, and gives the memory back. */
    public void clear() {
        slots = new long[FIRST_CAPACITY];
        mask = FIRST_CAPACITY - 1;
        size = 0;
    }

    /** Knows the keys of conversations. */
    public interface Keys {

        /** Whether the conversation with that number has that key. */
        boolean matches(int conversation, ConversationKey key);
    }
}

package dev.whyrst.conversation.table;

/**
 * The slots of a hash table with linear probing: a hash in the upper half of a word and a number plus one in the lower,
 * so that what a number stands for is touched only when the hash fits, and never to grow. 0 is a free slot; sizes are
 * powers of two.
 *
 * <p>Public for other rooms of the house, and for nobody else.
 */
public final class TaggedSlots {

    private TaggedSlots() {}

    /** What stands for that number, which is 0 or more, under that hash. */
    public static long slot(int hash, int number) {
        return (long) hash << 32 | number + 1;
    }

    /** Puts a slot into a table that has a free one. */
    public static void insert(long[] table, long slot) {
        int mask = table.length - 1;
        int i = (int) (slot >>> 32) & mask;
        while (table[i] != 0) {
            i = i + 1 & mask;
        }
        table[i] = slot;
    }

    /** A table of twice the size with the same slots. */
    public static long[] doubled(long[] table) {
        long[] bigger = new long[table.length << 1];
        for (long slot : table) {
            if (slot != 0) {
                insert(bigger, slot);
            }
        }
        return bigger;
    }
}

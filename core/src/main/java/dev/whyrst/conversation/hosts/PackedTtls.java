package dev.whyrst.conversation.hosts;

import dev.whyrst.timeline.Nearness;
import dev.whyrst.timeline.TtlCounts;

/**
 * The TTLs seen of one sender in three words of a {@link FactTable}: the four most frequent of them with their counts,
 * and how often others were seen.
 *
 * <p>The first word holds four times a TTL (8 bits) and whether it is in use (1 bit), and above them the count of the
 * others (28 bits); the other two words hold a count of 32 bits each.
 */
final class PackedTtls {

    /** TTLs that are kept of a sender: one more than there are initial ones, so that there is always one to forget. */
    private static final int KEPT = 4;

    private static final int NONE = -1;
    private static final int BITS = 9;
    private static final int IN_USE = 0x100;
    private static final long VALUE = (1 << BITS) - 1;
    private static final int OTHERS_SHIFT = KEPT * BITS;
    private static final long MOST_OTHERS = -1L >>> OTHERS_SHIFT;
    private static final long MOST = 0xffff_ffffL;

    private PackedTtls() {}

    /**
     * Counts a TTL. When more than a few differ, the rarest goes to the others, but none with which stacks send:
     * whether a host was heard without a router between must not depend on the order in which its conversations are
     * told.
     */
    static void add(FactTable table, int entry, int word, int ttl, long times) {
        long values = table.get(entry, word);
        int rarest = NONE;
        for (int i = 0; i < KEPT; i++) {
            int value = value(values, i);
            if (value == 0 || value == (ttl | IN_USE)) {
                table.set(entry, word, values | (long) (ttl | IN_USE) << i * BITS);
                count(table, entry, word, i, count(table, entry, word, i) + times);
                return;
            }
            boolean kept = Nearness.isInitial(value & 0xff);
            if (!kept && (rarest == NONE || count(table, entry, word, i) < count(table, entry, word, rarest))) {
                rarest = i;
            }
        }
        long others = Math.min((values >>> OTHERS_SHIFT) + count(table, entry, word, rarest), MOST_OTHERS);
        long kept = values & ~(VALUE << rarest * BITS | MOST_OTHERS << OTHERS_SHIFT);
        table.set(entry, word, kept | (long) (ttl | IN_USE) << rarest * BITS | others << OTHERS_SHIFT);
        count(table, entry, word, rarest, times);
    }

    /** The counts for whoever reads facts. */
    static TtlCounts counts(FactTable table, int entry, int word) {
        long values = table.get(entry, word);
        int known = 0;
        while (known < KEPT && value(values, known) != 0) {
            known++;
        }
        int[] ttls = new int[known];
        long[] counts = new long[known];
        for (int i = 0; i < known; i++) {
            ttls[i] = value(values, i) & 0xff;
            counts[i] = count(table, entry, word, i);
        }
        return new TtlCounts(ttls, counts, values >>> OTHERS_SHIFT);
    }

    private static int value(long values, int index) {
        return (int) (values >>> index * BITS & VALUE);
    }

    private static long count(FactTable table, int entry, int word, int index) {
        return table.get(entry, word + 1 + index / 2) >>> index % 2 * 32 & MOST;
    }

    private static void count(FactTable table, int entry, int word, int index, long count) {
        int at = word + 1 + index / 2;
        int shift = index % 2 * 32;
        table.set(entry, at, table.get(entry, at) & ~(MOST << shift) | Math.min(count, MOST) << shift);
    }
}

package dev.whyrst.conversation;

import dev.whyrst.timeline.Nearness;
import dev.whyrst.timeline.TtlCounts;

/**
 * The TTLs seen of one sender in three words of a {@link FactTable}: the four most frequent of them with their counts.
 *
 * <p>The first word holds four times a TTL (8 bits) and whether it is in use (8 bits); the other two a count of 32 bits each.
 */
final class PackedTtls {

    /** One more than there are initial TTLs, so that there is always one to forget. */
    private static final int KEPT = 4;

    private static final int NONE = -1;
    private static final int IN_USE = 0x100;
    private static final long MOST = 0xffff_ffffL;

    private PackedTtls() {}

    /**
     * Counts a TTL. When more than a few differ, the rarest is forgotten, but none with which stacks send: whether a host
     * was heard without a router between must not depend on the order in which its conversations are told.
     */
    static void add(FactTable table, int entry, int word, int ttl, long times) {
        long values = table.get(entry, word);
        int rarest = NONE;
        for (int i = 0; i < KEPT; i++) {
            int value = (int) (values >>> i * 16) & 0xffff;
            if (value == 0 || value == (ttl | IN_USE)) {
                table.set(entry, word, values | (long) (ttl | IN_USE) << i * 16);
                count(table, entry, word, i, count(table, entry, word, i) + times);
                return;
            }
            boolean kept = Nearness.isInitial(value & 0xff);
            if (!kept && (rarest == NONE || count(table, entry, word, i) < count(table, entry, word, rarest))) {
                rarest = i;
            }
        }
        long others = values & ~(0xffffL << rarest * 16);
        table.set(entry, word, others | (long) (ttl | IN_USE) << rarest * 16);
        count(table, entry, word, rarest, times);
    }

    /** The counts for whoever reads facts. */
    static TtlCounts counts(FactTable table, int entry, int word) {
        TtlCounts counts = new TtlCounts();
        long values = table.get(entry, word);
        for (int i = 0; i < KEPT && (values >>> i * 16 & IN_USE) != 0; i++) {
            counts.add((int) (values >>> i * 16) & 0xff, count(table, entry, word, i));
        }
        return counts;
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

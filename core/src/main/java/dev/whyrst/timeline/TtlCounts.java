package dev.whyrst.timeline;

/**
 * The TTLs or hop limits that were seen of one sender, the most frequent few with their counts.
 *
 * <p>Mutable while facts are collected; read-only for rules by convention, see {@link HostFacts}.
 */
public final class TtlCounts {

    private static final int KEPT = 6;

    /** Paths change by so many hops while a connection lasts. */
    public static final int DETOUR = 2;

    private final int[] values = new int[KEPT];
    private final long[] counts = new long[KEPT];

    /** Counts a value. When more than a few differ, the rarest is forgotten. */
    public void add(int ttl, long times) {
        int rarest = 0;
        for (int i = 0; i < KEPT; i++) {
            if (counts[i] == 0 || values[i] == ttl) {
                values[i] = ttl;
                counts[i] += times;
                return;
            }
            if (counts[i] < counts[rarest]) {
                rarest = i;
            }
        }
        values[rarest] = ttl;
        counts[rarest] = times;
    }

    /** The most frequent value, -1 if none was seen. */
    public int usual() {
        int best = -1;
        long most = 0;
        for (int i = 0; i < KEPT; i++) {
            if (counts[i] > most || counts[i] == most && most > 0 && values[i] < best) {
                most = counts[i];
                best = values[i];
            }
        }
        return best;
    }

    /** Whether nearly all values lie within a detour of the usual one. */
    public boolean areSteady() {
        int usual = usual();
        long near = 0;
        for (int i = 0; i < KEPT; i++) {
            near += Math.abs(values[i] - usual) <= DETOUR ? counts[i] : 0;
        }
        return near * 10 >= total() * 9;
    }

    /** How often the value was seen. */
    public long count(int ttl) {
        for (int i = 0; i < KEPT; i++) {
            if (counts[i] > 0 && values[i] == ttl) {
                return counts[i];
            }
        }
        return 0;
    }

    /** How many values were counted in all. */
    public long total() {
        long sum = 0;
        for (long count : counts) {
            sum += count;
        }
        return sum;
    }
}

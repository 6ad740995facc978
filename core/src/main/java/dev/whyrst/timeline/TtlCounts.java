package dev.whyrst.timeline;

/** The TTLs or hop limits that were seen of one sender: a few with their counts, and how many segments had others. */
public final class TtlCounts {

    /** Hops by which paths change while a connection lasts. */
    public static final int DETOUR = 2;

    private final int[] values;
    private final long[] counts;
    private final long total;

    /**
     * Counts that stay as they are.
     *
     * @param values different TTLs
     * @param counts how many segments had each of them
     * @param others how many segments had a TTL that is not known any more
     */
    public TtlCounts(int[] values, long[] counts, long others) {
        this.values = values;
        this.counts = counts;
        long sum = others;
        for (long count : counts) {
            sum += count;
        }
        this.total = sum;
    }

    /** The most frequent value, -1 if none is known. */
    public int usual() {
        int best = -1;
        long most = 0;
        for (int i = 0; i < values.length; i++) {
            if (counts[i] > most || counts[i] == most && values[i] < best) {
                most = counts[i];
                best = values[i];
            }
        }
        return best;
    }

    /** Whether nearly all segments came within a detour of the usual value. */
    public boolean areSteady() {
        int usual = usual();
        long near = 0;
        for (int i = 0; i < values.length; i++) {
            near += Math.abs(values[i] - usual) <= DETOUR ? counts[i] : 0;
        }
        return near * 10 >= total * 9;
    }

    /** How often the value was seen. */
    public long count(int ttl) {
        for (int i = 0; i < values.length; i++) {
            if (values[i] == ttl) {
                return counts[i];
            }
        }
        return 0;
    }

    /** How many segments were counted in all. */
    public long total() {
        return total;
    }
}

package dev.whyrst.incident.scene;

import static dev.whyrst.incident.IncidentThresholds.ALIKE_NANOS;
import static dev.whyrst.incident.IncidentThresholds.ALIKE_PERCENT;
import static dev.whyrst.incident.IncidentThresholds.NO_CHANCE;

import dev.whyrst.timeline.PortFacts;
import java.util.Arrays;

/** How values lie: alike, or in one moment. The arrays are in rising order. */
public final class Spread {

    private Spread() {}

    public static long median(long[] sorted) {
        return sorted[sorted.length / 2];
    }

    /** How far apart the middle half of the values lies. */
    public static long width(long[] sorted) {
        return sorted[sorted.length * 3 / 4] - sorted[sorted.length / 4];
    }

    /** Whether at least three durations, and seven of ten of them, lie about the median. */
    public static boolean alike(long[] sorted) {
        return alike(sorted, ALIKE_NANOS);
    }

    /** Whether points in time come at a steady pace. */
    public static boolean steady(long[] sorted) {
        long[] gaps = new long[Math.max(1, sorted.length - 1)];
        for (int i = 1; i < sorted.length; i++) {
            gaps[i - 1] = sorted[i] - sorted[i - 1];
        }
        Arrays.sort(gaps);
        return median(gaps) > 0 && alike(gaps, 0);
    }

    private static boolean alike(long[] sorted, long least) {
        long median = median(sorted);
        long tolerance = Math.max(least, median / 100 * ALIKE_PERCENT);
        int near = 0;
        for (long value : sorted) {
            near += Math.abs(value - median) <= tolerance ? 1 : 0;
        }
        return sorted.length >= NO_CHANCE && Share.bulk(near, sorted.length);
    }

    /** Index of the first value of the fullest stretch that is no longer than what one act takes. */
    public static int fullest(long[] sorted) {
        int best = 0;
        int most = 0;
        for (int from = 0, to = 0; from < sorted.length; from++) {
            while (to < sorted.length && sorted[to] - sorted[from] <= PortFacts.MASS_WINDOW_NANOS) {
                to++;
            }
            if (to - from > most) {
                most = to - from;
                best = from;
            }
        }
        return best;
    }

    /** How many values lie in that stretch. */
    public static int inFullest(long[] sorted) {
        int from = fullest(sorted);
        int to = from;
        while (to < sorted.length && sorted[to] - sorted[from] <= PortFacts.MASS_WINDOW_NANOS) {
            to++;
        }
        return to - from;
    }
}

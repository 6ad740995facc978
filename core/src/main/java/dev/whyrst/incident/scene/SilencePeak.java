package dev.whyrst.incident.scene;

import static dev.whyrst.incident.IncidentThresholds.NO_CHANCE;
import static dev.whyrst.incident.IncidentThresholds.PEAK_NANOS;
import static dev.whyrst.incident.IncidentThresholds.PEAK_PERCENT;
import static dev.whyrst.incident.IncidentThresholds.PEAK_SURROUNDINGS;
import static dev.whyrst.incident.IncidentThresholds.SHORT_PEAK_PERCENT;

import dev.whyrst.incident.KnownTimer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Silences that are so much alike, and so many more than there are around them, that a timer made them.
 *
 * @param low the shortest of them, nanoseconds
 * @param high the longest of them
 * @param count how many connections had one
 */
public record SilencePeak(long low, long high, int count) {

    /** Beyond these a capture tells of no timer any more. */
    private static final int MOST_PEAKS = 8;

    /** How far silences of one timer lie apart: a second, or a hundredth; but no more than a tenth. */
    static long tolerance(long nanos) {
        return Math.min(percent(nanos, SHORT_PEAK_PERCENT), Math.max(PEAK_NANOS, percent(nanos, PEAK_PERCENT)));
    }

    private static long percent(long nanos, int percent) {
        return nanos / 100 * percent + nanos % 100 * percent / 100;
    }

    /** The peaks of silences in rising order, the fullest first; none of them overlap. */
    public static List<SilencePeak> of(long[] sorted) {
        List<SilencePeak> peaks = new ArrayList<>();
        long[] rest = sorted;
        for (int i = 0; i < MOST_PEAKS && rest.length >= NO_CHANCE; i++) {
            int from = fullest(rest);
            int to = end(rest, from);
            if (to - from < NO_CHANCE) {
                break;
            }
            SilencePeak peak = new SilencePeak(rest[from], rest[to - 1], to - from);
            if (peak.standsOut(sorted)) {
                peaks.add(peak);
            }
            rest = without(rest, from, to);
        }
        return peaks;
    }

    public boolean holds(long nanos) {
        return nanos >= low && nanos <= high;
    }

    /** Whether it lies at a timer of that length. */
    public boolean fits(KnownTimer timer) {
        return distance(timer) <= tolerance(timer.nanos());
    }

    /** How far its silences are from a timer of that length, nanoseconds. */
    public long distance(KnownTimer timer) {
        return Math.max(0, Math.max(low - timer.nanos(), timer.nanos() - high));
    }

    private boolean standsOut(long[] sorted) {
        long around = PEAK_SURROUNDINGS * tolerance(low);
        long all = count(sorted, low - around, high + around);
        return !Share.most(all - count, count);
    }

    private static long count(long[] sorted, long from, long to) {
        return Arrays.stream(sorted).filter(v -> v >= from && v <= to).count();
    }

    private static int fullest(long[] sorted) {
        int best = 0;
        int most = 0;
        for (int from = 0, to = 0; from < sorted.length; from++) {
            while (to < sorted.length && sorted[to] - sorted[from] <= tolerance(sorted[from])) {
                to++;
            }
            if (to - from > most) {
                most = to - from;
                best = from;
            }
        }
        return best;
    }

    private static int end(long[] sorted, int from) {
        int to = from;
        while (to < sorted.length && sorted[to] - sorted[from] <= tolerance(sorted[from])) {
            to++;
        }
        return to;
    }

    private static long[] without(long[] sorted, int from, int to) {
        long[] rest = new long[sorted.length - (to - from)];
        System.arraycopy(sorted, 0, rest, 0, from);
        System.arraycopy(sorted, to, rest, from, sorted.length - to);
        return rest;
    }
}

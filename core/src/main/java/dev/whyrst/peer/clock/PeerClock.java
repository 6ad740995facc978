package dev.whyrst.peer.clock;

import dev.whyrst.net.Nanos;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How the clock of capture 1 runs against that of capture 0: a line through what the conversations tell, robust against
 * those that tell nonsense (Theil and Sen: the median of slopes, then the median of distances).
 *
 * <p>A segment that goes from one capture to the other is late by the way between them, one that comes back is early by
 * it; the mean of both is the offset, if both ways take the same time.
 *
 * <p>Public for other rooms of the house, and for nobody else.
 */
public final class PeerClock {

    /** Most conversations that are kept to draw the line through. */
    private static final int MAX_SAMPLES = 4096;

    /** Most of them that slopes are drawn between, since each is held against each. */
    private static final int MAX_POINTS = 300;

    /** Conversations that a drift is told from at least. */
    private static final int MIN_POINTS_FOR_DRIFT = 8;

    /** How many times the scatter a slope must be worth at the end of the line to be believed. */
    private static final double SIGNIFICANT = 4;

    /** Parts in a million. */
    private static final double MILLION = 1e6;

    /** The steepest slope of two oscillators: clocks that go apart faster were set. */
    private static final double FASTEST = 1e-3;

    /** How far off the line, in nanoseconds, a conversation lies that was not delayed: a clock was set. */
    private static final long SET = 500 * Nanos.MILLI;

    /** Conversations around a time that tell whether a clock was set before it. */
    private static final int NEIGHBOURS = 7;

    private final List<long[]> samples = new ArrayList<>();
    private final List<long[]> oneWay = new ArrayList<>();

    private boolean known;
    private long originTime;
    private long originOffset;
    private double slope;
    private long transit;
    private long[][] points = {};
    private boolean set;

    /** Takes the median shifts of a conversation's initiator and responder at a time of capture 0. */
    public void sample(long time, long initiatorShift, long responderShift) {
        if (samples.size() < MAX_SAMPLES) {
            long mean = responderShift + (initiatorShift - responderShift) / 2;
            samples.add(new long[] {time, mean, Math.abs(initiatorShift - responderShift) / 2});
        }
    }

    /** Takes the median shift of a conversation of which only one side was captured at both points. */
    public void sampleOneWay(long time, long shift) {
        if (oneWay.size() < MAX_SAMPLES) {
            oneWay.add(new long[] {time, shift, 0});
        }
    }

    /** Draws the line. */
    public void fit() {
        List<long[]> all = samples.isEmpty() ? oneWay : samples;
        known = !all.isEmpty();
        if (!known) {
            return;
        }
        points = spread(all);
        transit = median(Arrays.stream(points).mapToLong(p -> p[2]).toArray());
        originTime = points[points.length / 2][0];
        slope = slope(points);
        if (Math.abs(slope) > FASTEST) {
            slope = 0;
        }
        originOffset = level();
        if (!isSignificant(points)) {
            slope = 0;
            originOffset = level();
        }
        set = Arrays.stream(points).anyMatch(p -> Math.abs(distance(p[0])) > SET);
    }

    /** The offset at the origin that puts the line with that slope amid the points. */
    private long level() {
        long base = points[0][1];
        return base
                + median(Arrays.stream(points)
                        .mapToLong(p -> p[1] - base - Math.round(slope * (p[0] - originTime)))
                        .toArray());
    }

    private long line(long time) {
        return originOffset + Math.round(slope * (time - originTime));
    }

    /** How far the conversations around that time lie off the line. */
    private long distance(long time) {
        int[] range = neighbours(time);
        long[] distances = new long[range[1] - range[0]];
        for (int i = 0; i < distances.length; i++) {
            long[] point = points[range[0] + i];
            distances[i] = point[1] - line(point[0]);
        }
        return median(distances);
    }

    /** From and until which point they are next to that time. */
    private int[] neighbours(long time) {
        int from = 0;
        int end = points.length;
        while (end - from > NEIGHBOURS) {
            if (time - points[from][0] > points[end - 1][0] - time) {
                from++;
            } else {
                end--;
            }
        }
        return new int[] {from, end};
    }

    public boolean isKnown() {
        return known;
    }

    /** What clock 1 shows more than clock 0 when that shows {@code time}, in nanoseconds. */
    public long offset(long time) {
        return line(time) + (set ? distance(time) : 0);
    }

    /**
     * Whether a conversation next to that time of capture 0 was shifted by about as much: where a clock was set, there
     * are several.
     */
    public boolean mayShift(long time, long shift, long tolerance) {
        int[] range = neighbours(time);
        for (int i = range[0]; i < range[1] && set; i++) {
            if (Math.abs(points[i][1] - shift) <= tolerance) {
                return true;
            }
        }
        return false;
    }

    /** Whether one of the clocks was set while the captures ran. */
    public boolean isSet() {
        return set;
    }

    /** How much faster clock 1 runs; 0 where the captures are too short to tell. */
    public double driftPpm() {
        return slope * MILLION;
    }

    /** The time that segments usually take from one point of capture to the other; 0 where it is not known. */
    public long transitNanos() {
        return transit;
    }

    /** The median; the array is sorted in place. */
    static long median(long[] values) {
        Arrays.sort(values);
        int middle = values.length / 2;
        return values.length % 2 == 1 ? values[middle] : values[middle - 1] + (values[middle] - values[middle - 1]) / 2;
    }

    /** At most {@value #MAX_POINTS} of the samples, over the whole time. */
    private static long[][] spread(List<long[]> all) {
        long[][] sorted = all.toArray(new long[0][]);
        Arrays.sort(sorted, (a, b) -> Long.compare(a[0], b[0]));
        int count = Math.min(MAX_POINTS, sorted.length);
        long[][] points = new long[count][];
        for (int i = 0; i < count; i++) {
            points[i] = sorted[(int) ((long) i * sorted.length / count)];
        }
        return points;
    }

    private static double slope(long[][] points) {
        double[] slopes = new double[points.length * (points.length - 1) / 2];
        int count = 0;
        for (int i = 0; i < points.length; i++) {
            for (int j = i + 1; j < points.length; j++) {
                long time = points[j][0] - points[i][0];
                if (time > 0) {
                    slopes[count++] = (double) (points[j][1] - points[i][1]) / time;
                }
            }
        }
        if (count == 0) {
            return 0;
        }
        Arrays.sort(slopes, 0, count);
        return slopes[count / 2];
    }

    private boolean isSignificant(long[][] points) {
        if (points.length < MIN_POINTS_FOR_DRIFT) {
            return false;
        }
        long[] scatter = new long[points.length];
        for (int i = 0; i < points.length; i++) {
            scatter[i] = Math.abs(points[i][1] - line(points[i][0]));
        }
        double span = (double) points[points.length - 1][0] - points[0][0];
        return Math.abs(slope) * span > SIGNIFICANT * median(scatter);
    }
}

package dev.whyrst.incident.scene;

import static dev.whyrst.incident.IncidentThresholds.STORY_GAP_NANOS;
import static dev.whyrst.incident.IncidentThresholds.STORY_GAP_RATIO;

import dev.whyrst.incident.cases.CaseTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;

/** Splits cases by what they are about, and then by time. */
public final class Clusters {

    private Clusters() {}

    /** Cases with the same key, and near each other in time; ordered by key, then by time. */
    public static List<Cluster> of(CaseTable cases, int[] rows, IntUnaryOperator key) {
        List<Cluster> clusters = new ArrayList<>();
        long[] order = new long[rows.length];
        for (int i = 0; i < rows.length; i++) {
            order[i] = (long) key.applyAsInt(rows[i]) << 32 | rows[i];
        }
        Arrays.sort(order);
        for (int from = 0, to = 0; from < order.length; from = to) {
            while (to < order.length && order[to] >> 32 == order[from] >> 32) {
                to++;
            }
            byTime(cases, (int) (order[from] >> 32), rowsOf(order, from, to), clusters);
        }
        return clusters;
    }

    private static int[] rowsOf(long[] order, int from, int to) {
        int[] rows = new int[to - from];
        for (int i = from; i < to; i++) {
            rows[i - from] = (int) order[i];
        }
        return rows;
    }

    /** Rows are numbered in the order of their first RSTs, so rising rows are rising times. */
    private static void byTime(CaseTable cases, int key, int[] rows, List<Cluster> clusters) {
        if (rows.length == 1) {
            clusters.add(new Cluster(cases, key, rows));
            return;
        }
        long gap = Math.max(STORY_GAP_NANOS, STORY_GAP_RATIO * medianGap(cases, rows));
        int from = 0;
        for (int i = 1; i <= rows.length; i++) {
            if (i == rows.length || cases.first(rows[i]) - cases.first(rows[i - 1]) > gap) {
                clusters.add(new Cluster(cases, key, Arrays.copyOfRange(rows, from, i)));
                from = i;
            }
        }
    }

    private static long medianGap(CaseTable cases, int[] rows) {
        if (rows.length < 3) {
            return 0;
        }
        long[] gaps = new long[rows.length - 1];
        for (int i = 1; i < rows.length; i++) {
            gaps[i - 1] = cases.first(rows[i]) - cases.first(rows[i - 1]);
        }
        Arrays.sort(gaps);
        return gaps[gaps.length / 2];
    }
}

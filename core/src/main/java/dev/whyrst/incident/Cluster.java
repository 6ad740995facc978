package dev.whyrst.incident;

import dev.whyrst.attribution.Behaviour;
import java.util.Arrays;

/** Cases about the same thing and near each other in time, in the order of their first RSTs. */
final class Cluster {

    private final Cases cases;
    private final int key;
    private final int[] rows;

    Cluster(Cases cases, int key, int[] rows) {
        this.cases = cases;
        this.key = key;
        this.rows = rows;
    }

    /** What it is about. */
    int key() {
        return key;
    }

    int[] rows() {
        return rows;
    }

    int size() {
        return rows.length;
    }

    long first() {
        return cases.first(rows[0]);
    }

    long last() {
        long last = Long.MIN_VALUE;
        for (int row : rows) {
            last = Math.max(last, cases.last(row));
        }
        return last;
    }

    int count(Stories.Choice choice) {
        int count = 0;
        for (int row : rows) {
            count += choice.takes(row) ? 1 : 0;
        }
        return count;
    }

    int count(Behaviour behaviour) {
        return count(row -> cases.behaviour(row) == behaviour);
    }

    int count(Trait trait) {
        return count(row -> cases.has(row, trait));
    }

    /** How many different values the key has among the cases. */
    int distinct(Clusters.Key of) {
        int[] values = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            values[i] = of.of(rows[i]);
        }
        Arrays.sort(values);
        int distinct = 0;
        for (int i = 0; i < values.length; i++) {
            distinct += i == 0 || values[i] != values[i - 1] ? 1 : 0;
        }
        return distinct;
    }

    /** The cases that meet the condition; null if none does. */
    Cluster only(Stories.Choice choice) {
        int[] chosen = new int[rows.length];
        int count = 0;
        for (int row : rows) {
            if (choice.takes(row)) {
                chosen[count++] = row;
            }
        }
        return count == 0 ? null : new Cluster(cases, key, Arrays.copyOf(chosen, count));
    }

    /** The values of a measure, in rising order. */
    long[] sorted(Measure measure) {
        long[] values = new long[rows.length];
        for (int i = 0; i < rows.length; i++) {
            values[i] = measure.of(rows[i]);
        }
        Arrays.sort(values);
        return values;
    }

    /** A number of a case. */
    @FunctionalInterface
    interface Measure {
        long of(int row);
    }
}

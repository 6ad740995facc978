package dev.whyrst.incident.scene;

import dev.whyrst.attribution.Behaviour;
import dev.whyrst.incident.cases.CaseTable;
import dev.whyrst.incident.cases.Trait;
import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.function.IntToLongFunction;
import java.util.function.IntUnaryOperator;

/** Cases about the same thing and near each other in time, in the order of their first RSTs. */
public final class Cluster {

    private final CaseTable cases;
    private final int key;
    private final int[] rows;

    public Cluster(CaseTable cases, int key, int[] rows) {
        this.cases = cases;
        this.key = key;
        this.rows = rows;
    }

    /** What it is about. */
    public int key() {
        return key;
    }

    public int[] rows() {
        return rows;
    }

    public int size() {
        return rows.length;
    }

    public long first() {
        return cases.first(rows[0]);
    }

    public long last() {
        long last = Long.MIN_VALUE;
        for (int row : rows) {
            last = Math.max(last, cases.last(row));
        }
        return last;
    }

    public int count(IntPredicate choice) {
        int count = 0;
        for (int row : rows) {
            count += choice.test(row) ? 1 : 0;
        }
        return count;
    }

    public int count(Behaviour behaviour) {
        return count(row -> cases.behaviour(row) == behaviour);
    }

    public int count(Trait trait) {
        return count(row -> cases.has(row, trait));
    }

    /** How many different values the key has among the cases. */
    public int distinct(IntUnaryOperator of) {
        int[] values = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            values[i] = of.applyAsInt(rows[i]);
        }
        Arrays.sort(values);
        int distinct = 0;
        for (int i = 0; i < values.length; i++) {
            distinct += i == 0 || values[i] != values[i - 1] ? 1 : 0;
        }
        return distinct;
    }

    /** The cases that meet the condition; null if none does. */
    public Cluster only(IntPredicate choice) {
        int[] chosen = new int[rows.length];
        int count = 0;
        for (int row : rows) {
            if (choice.test(row)) {
                chosen[count++] = row;
            }
        }
        return count == 0 ? null : new Cluster(cases, key, Arrays.copyOf(chosen, count));
    }

    /** The values of a measure, in rising order. */
    public long[] sorted(IntToLongFunction measure) {
        long[] values = new long[rows.length];
        for (int i = 0; i < rows.length; i++) {
            values[i] = measure.applyAsLong(rows[i]);
        }
        Arrays.sort(values);
        return values;
    }
}

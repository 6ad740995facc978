package dev.whyrst.peer.match;

import dev.whyrst.net.Nanos;
import java.util.Arrays;

/**
 * Matches RSTs with equal numbers of two captures one to one and in order.
 *
 * <p>RSTs that answer the segments of one flight look all the same, and a capture may lack some of them. What stays is
 * the rhythm: of all ways to leave some out, the one counts in which the times of neighbours shift by the same.
 */
final class Alignment {

    /** What stands for no match. */
    static final int ALONE = -1;

    /**
     * What it must be worth at least, in nanoseconds of rhythm, to leave out a RST of each capture that would fit each
     * other.
     */
    private static final long PRICE_OF_SKIPPING = 5 * Nanos.MILLI;

    /** RSTs of the longest run whose rhythm is looked for; longer ones are matched from their beginning. */
    private static final int MAX_RUN = 300;

    /** Neighbours that may be left out at once beside those that must be. */
    private static final int REACH = 6;

    /** How many times less a distance between the adjusted times counts than a change of it. */
    private static final int LEVEL = 8;

    /** A cost that no way has, and that may be added to another without overflow. */
    private static final long NEVER = Long.MAX_VALUE / 4;

    private final long[] a;
    private final long[] b;
    private final int[] turnsOfA;
    private final int[] turnsOfB;
    private final Fit fit;
    private final long[][] cost;
    private final int[][] previous;
    private final int reachInA;
    private final int reachInB;

    /** Whether two RSTs may be the same. */
    @FunctionalInterface
    interface Fit {
        boolean test(int indexInA, int indexInB);
    }

    private Alignment(long[] a, long[] b, int[] turnsOfA, int[] turnsOfB, Fit fit) {
        this.a = a;
        this.b = b;
        this.turnsOfA = turnsOfA;
        this.turnsOfB = turnsOfB;
        this.fit = fit;
        cost = new long[a.length][b.length];
        previous = new int[a.length][b.length];
        reachInA = REACH + Math.max(0, a.length - b.length);
        reachInB = REACH + Math.max(0, b.length - a.length);
    }

    /**
     * For each of {@code a} its match in {@code b}, or {@link #ALONE}.
     *
     * @param a times in order
     * @param b times in order, by the clock of {@code a} and less the way between the captures, as far as that is known
     * @param turnsOfA the turns at which {@code a} were sent, rising, or null
     * @param turnsOfB the same for {@code b}
     */
    static int[] of(long[] a, long[] b, int[] turnsOfA, int[] turnsOfB, Fit fit) {
        if (a.length > MAX_RUN || b.length > MAX_RUN) {
            return inOrder(a.length, b.length, fit);
        }
        Alignment alignment = new Alignment(a, b, turnsOfA, turnsOfB, fit);
        alignment.fill();
        return alignment.best();
    }

    private static int[] inOrder(int countA, int countB, Fit fit) {
        int[] match = new int[countA];
        int next = 0;
        for (int i = 0; i < countA; i++) {
            boolean fits = next < countB && fit.test(i, next);
            match[i] = fits ? next++ : ALONE;
        }
        return match;
    }

    private void fill() {
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < b.length; j++) {
                cost[i][j] = NEVER;
                if (fit.test(i, j)) {
                    reach(i, j);
                }
            }
        }
    }

    private void reach(int i, int j) {
        long level = level(i, j);
        cost[i][j] = skipped(i + 1, j + 1, -1, -1) * PRICE_OF_SKIPPING + level;
        previous[i][j] = ALONE;
        for (int di = 1; di <= Math.min(i, reachInA); di++) {
            for (int dj = 1; dj <= Math.min(j, reachInB); dj++) {
                long before = cost[i - di][j - dj];
                long change = Math.abs(shift(i, j) - shift(i - di, j - dj));
                long total = before + skipped(di, dj, i - di, j - dj) * PRICE_OF_SKIPPING + change + level;
                if (before < NEVER && total < cost[i][j]) {
                    cost[i][j] = total;
                    previous[i][j] = (i - di) * b.length + j - dj;
                }
            }
        }
    }

    private int[] best() {
        int[] match = new int[a.length];
        Arrays.fill(match, ALONE);
        long cheapest = NEVER;
        int at = ALONE;
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < b.length; j++) {
                long total = cost[i][j] + (a.length - 1 - i + b.length - 1 - j) * PRICE_OF_SKIPPING;
                if (cost[i][j] < NEVER && total < cheapest) {
                    cheapest = total;
                    at = i * b.length + j;
                }
            }
        }
        while (at != ALONE) {
            match[at / b.length] = at % b.length;
            at = previous[at / b.length][at % b.length];
        }
        return match;
    }

    /**
     * How many RSTs are left out that should not be when {@code di} further in one capture is {@code dj} further in the
     * other: a capture at the sender's end shows by turns that it lacks some.
     */
    private int skipped(int di, int dj, int fromI, int fromJ) {
        if (turnsOfA != null) {
            return skipped(di, dj, advance(turnsOfA, fromI, di));
        }
        if (turnsOfB != null) {
            return skipped(dj, di, advance(turnsOfB, fromJ, dj));
        }
        return di + dj - 2;
    }

    /**
     * The capture at the sender's end goes on by {@code own} RSTs and so many turns, the other one by {@code other}
     * RSTs.
     */
    private static int skipped(int own, int other, int turns) {
        if (other > turns) {
            return own - 1 + other - turns;
        }
        return turns - other + Math.max(0, own + other - 1 - turns);
    }

    private static int advance(int[] turns, int from, int by) {
        return turns[from + by] - (from < 0 ? 0 : turns[from]);
    }

    private long shift(int i, int j) {
        return b[j] - a[i];
    }

    private long level(int i, int j) {
        return Math.min(Math.abs(shift(i, j)) / LEVEL, PRICE_OF_SKIPPING);
    }
}

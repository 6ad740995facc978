package dev.whyrst.peer.ledger;

import java.util.Arrays;

/**
 * Looks things up in sorted arrays.
 *
 * <p>Public for other rooms of the house, and for nobody else.
 */
public final class SortedLongs {

    private SortedLongs() {}

    /** Where the value is among the first {@code count}, which are sorted, or else where the first greater one is. */
    public static int indexOf(long[] sorted, int count, long value) {
        int at = Arrays.binarySearch(sorted, 0, count, value);
        return at >= 0 ? at : -1 - at;
    }
}

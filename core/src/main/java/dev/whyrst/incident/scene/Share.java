package dev.whyrst.incident.scene;

/**
 * How large a part is of its whole, in the words that recognisers use. Computed in whole numbers, so that a limit is
 * met exactly; of nothing, nothing is at least any share.
 */
public final class Share {

    private Share() {}

    /** More than half. */
    public static boolean most(long part, long whole) {
        return isMore(part, whole, 1, 2);
    }

    /** Half of it or more. */
    public static boolean half(long part, long whole) {
        return isAtLeast(part, whole, 1, 2);
    }

    /** Nine of ten or more: all but what happened beside. */
    public static boolean nearlyAll(long part, long whole) {
        return isAtLeast(part, whole, 9, 10);
    }

    /** Seven of ten or more: the bulk, with room for what does not fit. */
    public static boolean bulk(long part, long whole) {
        return isAtLeast(part, whole, 7, 10);
    }

    /** More than seven of ten. */
    public static boolean moreThanBulk(long part, long whole) {
        return isMore(part, whole, 7, 10);
    }

    /** A third or more: no exception any more. */
    public static boolean third(long part, long whole) {
        return isAtLeast(part, whole, 1, 3);
    }

    /** A quarter or more. */
    public static boolean quarter(long part, long whole) {
        return isAtLeast(part, whole, 1, 4);
    }

    /** More than a quarter. */
    public static boolean moreThanQuarter(long part, long whole) {
        return isMore(part, whole, 1, 4);
    }

    /** A fifth or more. */
    public static boolean fifth(long part, long whole) {
        return isAtLeast(part, whole, 1, 5);
    }

    /** More than an eighth. */
    public static boolean moreThanEighth(long part, long whole) {
        return isMore(part, whole, 1, 8);
    }

    /** A tenth or more: more than a detail. */
    public static boolean tenth(long part, long whole) {
        return isAtLeast(part, whole, 1, 10);
    }

    private static boolean isAtLeast(long part, long whole, int numerator, int denominator) {
        return part * denominator >= whole * numerator;
    }

    private static boolean isMore(long part, long whole, int numerator, int denominator) {
        return part * denominator > whole * numerator;
    }
}

package dev.whyrst.net;

/**
 * Arithmetic on 32-bit TCP sequence numbers, which wrap (RFC 9293 section 3.4).
 *
 * <p>A number is "after" another when it lies in the half of the circle that follows it, as in RFC 1982.
 */
public final class SeqNum {

    private SeqNum() {}

    /** The signed distance from {@code from} to {@code to} in bytes, between -2^31 and 2^31 - 1. */
    public static int distance(int from, int to) {
        return to - from;
    }

    /** Whether {@code a} comes before {@code b} on the circle. */
    public static boolean before(int a, int b) {
        return a - b < 0;
    }

    /** Whether {@code a} comes after {@code b} on the circle. */
    public static boolean after(int a, int b) {
        return a - b > 0;
    }

    /** The later of the two numbers. */
    public static int max(int a, int b) {
        return a - b >= 0 ? a : b;
    }
}

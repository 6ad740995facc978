package dev.whyrst.timeline;

/** Numbers as people read them. */
public final class Numerals {

    private static final int GROUP = 3;

    private Numerals() {}

    /** {@code 1,310,717}. */
    public static String grouped(long number) {
        StringBuilder digits = new StringBuilder(Long.toString(number));
        int first = number < 0 ? 1 : 0;
        for (int at = digits.length() - GROUP; at > first; at -= GROUP) {
            digits.insert(at, ',');
        }
        return digits.toString();
    }

    /** {@code 1 reset}, {@code 12 resets}. */
    public static String count(long number, String noun) {
        return count(number, noun, noun + "s");
    }

    /** {@code 1 try}, {@code 1,196,732 tries}. */
    public static String count(long number, String one, String many) {
        return grouped(number) + " " + (number == 1 ? one : many);
    }
}

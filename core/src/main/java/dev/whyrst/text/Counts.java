package dev.whyrst.text;

/** Numbers of things as people read them. */
public final class Counts {

    private static final int GROUP = 3;

    private Counts() {}

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
    public static String of(long number, String noun) {
        return of(number, noun, noun + "s");
    }

    /** {@code 1 try}, {@code 1,196,732 tries}. */
    public static String of(long number, String one, String many) {
        return grouped(number) + " " + (number == 1 ? one : many);
    }

    /** {@code 1 byte}, {@code 4096 bytes}: not grouped, since it is compared with fields of headers. */
    public static String bytes(long number) {
        return number == 1 ? "1 byte" : number + " bytes";
    }
}

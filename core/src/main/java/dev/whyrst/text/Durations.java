package dev.whyrst.text;

import dev.whyrst.net.Nanos;

/** How durations are told; they are in nanoseconds. */
public final class Durations {

    private static final long TENTH = Nanos.SECOND / 10;

    /** From this on {@link #rough} leaves milliseconds for tenths of a second. */
    private static final long ROUGH_SECONDS = TENTH;

    /** From this on {@link #rough} tells minutes. */
    private static final long ROUGH_MINUTES = 2 * Nanos.MINUTE;

    /** From this on {@link #measured} leaves milliseconds for seconds. */
    private static final long MEASURED_SECONDS = 10 * Nanos.SECOND;

    private static final int ONE_DIGIT = 10;
    private static final int THREE_DIGITS = 1000;

    private Durations() {}

    /**
     * For a sentence that people remember, of a duration that is not negative: {@code 22 ms}, {@code 4.2 s},
     * {@code 5 min 50 s}.
     */
    public static String rough(long nanos) {
        if (nanos < ROUGH_SECONDS) {
            return Math.round((double) nanos / Nanos.MILLI) + " ms";
        }
        if (nanos < ROUGH_MINUTES) {
            long tenths = tenths(nanos);
            return tenths / 10 + "." + tenths % 10 + " s";
        }
        long seconds = Math.round((double) nanos / Nanos.SECOND);
        return seconds / 60 + " min " + seconds % 60 + " s";
    }

    /**
     * For evidence, rounded to what a clock of captures is worth: {@code 40 µs}, {@code 161.925 ms}, {@code 72.2 s}.
     */
    public static String measured(long nanos) {
        long size = Math.abs(nanos);
        if (size < Nanos.MILLI) {
            return rounded(nanos, Nanos.MICRO, ONE_DIGIT) + " µs";
        }
        return size < MEASURED_SECONDS
                ? rounded(nanos, Nanos.MILLI, THREE_DIGITS) + " ms"
                : rounded(nanos, Nanos.SECOND, ONE_DIGIT) + " s";
    }

    /**
     * For a table, cut and never rounded up: {@code 31 µs}, {@code 161.925 ms}, {@code 58.2 s}, {@code 5 min 50 s},
     * {@code 2 h 11 min}.
     */
    public static String listed(long nanos) {
        if (nanos < 0) {
            return "\u2212" + listed(nanos == Long.MIN_VALUE ? Long.MAX_VALUE : -nanos);
        }
        if (nanos < Nanos.MICRO) {
            return nanos + " ns";
        }
        if (nanos < Nanos.MILLI) {
            return nanos / Nanos.MICRO + " µs";
        }
        if (nanos < Nanos.SECOND) {
            return cut(nanos, Nanos.MILLI) + " ms";
        }
        if (nanos < Nanos.MINUTE) {
            return cut(nanos, Nanos.SECOND) + " s";
        }
        return nanos < Nanos.HOUR
                ? pair(nanos, Nanos.MINUTE, " min ", Nanos.SECOND, " s")
                : pair(nanos, Nanos.HOUR, " h ", Nanos.MINUTE, " min");
    }

    /** {@code 350.1 s}, or {@code 350.0 to 350.4 s} where the two differ by a tenth and more. */
    public static String range(long low, long high) {
        String from = seconds(low);
        String to = seconds(high);
        return (from.equals(to) ? from : from + " to " + to) + " s";
    }

    /**
     * Seconds without their unit, with one digit after the point and without it where that is 0: {@code 7.5},
     * {@code 75}.
     */
    public static String seconds(long nanos) {
        long tenths = tenths(nanos);
        return tenths % 10 == 0 ? Long.toString(tenths / 10) : tenths / 10 + "." + tenths % 10;
    }

    private static long tenths(long nanos) {
        return Math.round((double) nanos / TENTH);
    }

    private static String rounded(long nanos, long unit, int scale) {
        long scaled = Math.round((double) nanos * scale / unit);
        return decimal(scaled / scale, Math.abs(scaled % scale), scale);
    }

    private static String cut(long nanos, long unit) {
        return decimal(nanos / unit, nanos % unit * THREE_DIGITS / unit, THREE_DIGITS);
    }

    /** A number with a fraction in parts of {@code scale}, without zeros at its end. */
    private static String decimal(long whole, long fraction, int scale) {
        if (fraction == 0) {
            return Long.toString(whole);
        }
        String digits = Long.toString(fraction + scale);
        int end = digits.length();
        while (digits.charAt(end - 1) == '0') {
            end--;
        }
        return whole + "." + digits.substring(1, end);
    }

    private static String pair(long nanos, long large, String largeName, long small, String smallName) {
        long rest = nanos % large / small;
        String whole = nanos / large + largeName;
        return rest == 0 ? whole.stripTrailing() : whole + rest + smallName;
    }
}

package dev.whyrst.incident;

import dev.whyrst.timeline.Numerals;

/** Numbers and durations in words. */
final class Words {

    private static final long SECOND = 1_000_000_000L;
    private static final long MILLI = 1_000_000L;
    private static final long TENTH = 100 * MILLI;

    /** Longer durations are told in minutes. */
    private static final long MINUTES = 120 * SECOND;

    private Words() {}

    static String count(long number, String noun) {
        return Numerals.count(number, noun);
    }

    /** {@code 1 try}, {@code 1,196,732 tries}. */
    static String count(long number, String one, String many) {
        return Numerals.count(number, one, many);
    }

    /** {@code  within 1.3 s}; empty for no time at all. */
    static String within(long nanos) {
        return nanos < MILLI ? "" : " within " + duration(nanos);
    }

    /** {@code  for 4.2 s}; empty for no time at all. */
    static String over(long nanos) {
        return nanos < MILLI ? "" : " for " + duration(nanos);
    }

    static String duration(long nanos) {
        if (nanos < TENTH) {
            return Math.round((double) nanos / MILLI) + " ms";
        }
        if (nanos < MINUTES) {
            long tenths = Math.round((double) nanos / TENTH);
            return tenths / 10 + "." + tenths % 10 + " s";
        }
        long seconds = Math.round((double) nanos / SECOND);
        return seconds / 60 + " min " + seconds % 60 + " s";
    }

    /** {@code 350.1 s}, or {@code 350.0 to 350.4 s} where the two differ by a tenth and more. */
    static String range(long low, long high) {
        String from = seconds(low);
        String to = seconds(high);
        return (from.equals(to) ? from : from + " to " + to) + " s";
    }

    /** Seconds with one digit behind the point, without it where that is 0. */
    static String seconds(long nanos) {
        long tenths = Math.round((double) nanos / TENTH);
        return tenths % 10 == 0 ? Long.toString(tenths / 10) : tenths / 10 + "." + tenths % 10;
    }
}

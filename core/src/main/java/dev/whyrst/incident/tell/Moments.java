package dev.whyrst.incident.tell;

import dev.whyrst.incident.cases.CaseTable;
import dev.whyrst.net.Nanos;
import java.time.Instant;

/** Moments in words, by the clock of the trace in UTC; with the date where the resets are of several days. */
final class Moments {

    private static final long DAY_SECONDS = 86_400;

    /** Characters of a date in ISO 8601. */
    private static final int DATE = 10;

    private final boolean dated;

    private Moments(boolean dated) {
        this.dated = dated;
    }

    /** How to tell when the cases happened. */
    static Moments of(CaseTable cases) {
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        for (int row = 0; row < cases.size(); row++) {
            first = Math.min(first, cases.first(row));
            last = Math.max(last, cases.last(row));
        }
        return within(first, last);
    }

    /** How to tell what happened between the two, in nanoseconds. */
    static Moments within(long first, long last) {
        return new Moments(first < last && day(first) != day(last));
    }

    /** {@code at 15:01:27}. */
    String at(long nanos) {
        return "at " + (dated ? date(nanos) + " " : "") + clock(nanos);
    }

    /** {@code at 15:01:27} or, where it lasted, {@code from 15:01:27 to 15:02:03}. */
    String between(long first, long last) {
        boolean sameDay = day(first) == day(last);
        String to = (sameDay ? "" : date(last) + " ") + clock(last);
        return sameDay && clock(first).equals(to)
                ? at(first)
                : "from " + at(first).substring("at ".length()) + " to " + to;
    }

    private static long day(long nanos) {
        return Math.floorDiv(Math.floorDiv(nanos, Nanos.SECOND), DAY_SECONDS);
    }

    private static String date(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, Nanos.SECOND))
                .toString()
                .substring(0, DATE);
    }

    private static String clock(long nanos) {
        long second = Math.floorMod(Math.floorDiv(nanos, Nanos.SECOND), DAY_SECONDS);
        return two(second / 3600) + ":" + two(second / 60 % 60) + ":" + two(second % 60);
    }

    private static String two(long number) {
        return number < 10 ? "0" + number : Long.toString(number);
    }
}

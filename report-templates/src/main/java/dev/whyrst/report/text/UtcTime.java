package dev.whyrst.report.text;

import dev.whyrst.net.Nanos;
import java.time.LocalDate;

/**
 * ISO 8601 in UTC with nanoseconds; written by hand because a report may hold millions of times.
 *
 * <p>Public for the formats and the command line.
 */
public final class UtcTime {

    private static final int SECONDS_A_DAY = 86_400;

    /** Time, in nanoseconds, below which seconds say too little of how long something took. */
    private static final long SHORT_SPAN = 10 * Nanos.SECOND;

    private static final int TO_DATE = "2026-01-01".length();
    private static final int TO_SECONDS = "2026-01-01T00:00:00".length();
    private static final int TO_MILLIS = TO_SECONDS + ".000".length();

    private UtcTime() {}

    /** {@code 2026-11-20T15:01:27.961886000Z} for nanoseconds since the epoch. */
    public static String iso(long epochNanos) {
        return new String(characters(epochNanos));
    }

    private static char[] characters(long epochNanos) {
        long seconds = Math.floorDiv(epochNanos, Nanos.SECOND);
        LocalDate date = LocalDate.ofEpochDay(Math.floorDiv(seconds, SECONDS_A_DAY));
        int ofDay = Math.floorMod(seconds, SECONDS_A_DAY);
        char[] text = "0000-00-00T00:00:00.000000000Z".toCharArray();
        // A long of nanoseconds reaches from 1677 to 2262: four digits are enough.
        put(text, 3, date.getYear());
        put(text, 6, date.getMonthValue());
        put(text, 9, date.getDayOfMonth());
        put(text, 12, ofDay / 3600);
        put(text, 15, ofDay / 60 % 60);
        put(text, 18, ofDay % 60);
        put(text, 28, (int) Math.floorMod(epochNanos, Nanos.SECOND));
        return text;
    }

    /** {@code 2026-11-20 15:01:27 to 15:02:47 UTC (1 min 20 s)}; with milliseconds where the span is short. */
    public static String span(long firstNanos, long lastNanos) {
        int end = lastNanos - firstNanos < SHORT_SPAN ? TO_MILLIS : TO_SECONDS;
        String first = iso(firstNanos);
        String last = iso(lastNanos);
        String from = first.substring(0, TO_DATE) + ' ' + first.substring(TO_DATE + 1, end);
        if (firstNanos == lastNanos) {
            return from + " UTC";
        }
        boolean sameDay = first.startsWith(last.substring(0, TO_DATE));
        String to = (sameDay ? "" : last.substring(0, TO_DATE) + ' ') + last.substring(TO_DATE + 1, end);
        return from + " to " + to + " UTC (" + Wording.duration(rounded(lastNanos - firstNanos)) + ")";
    }

    /** {@code 15:01:27.961886}: the time of day to the microsecond. */
    public static String ofDay(long epochNanos) {
        return iso(epochNanos).substring(11, 26);
    }

    /** To the milliseconds or seconds that {@link #span} shows. */
    private static long rounded(long nanos) {
        long unit = nanos < SHORT_SPAN ? Nanos.MILLI : Nanos.SECOND;
        return nanos < unit ? nanos : (nanos + unit / 2) / unit * unit;
    }

    private static void put(char[] text, int lastDigit, int value) {
        int at = lastDigit;
        for (int rest = value; rest > 0; rest /= 10) {
            text[at--] = (char) ('0' + rest % 10);
        }
    }
}

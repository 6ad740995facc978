package dev.whyrst.cli.settings;

import java.math.BigDecimal;

/** Durations as people write them: {@code 100ms}, {@code 1.5s}. */
public final class Durations {

    private static final String[] UNITS = {"ns", "us", "ms", "s", "m", "h"};
    private static final long[] NANOS = {1, 1_000, 1_000_000, 1_000_000_000, 60_000_000_000L, 3_600_000_000_000L};
    private static final String EXAMPLE = "write a number and one of the units ns, us, ms, s, m, h, such as 100ms";
    private static final int LONGEST = 30;

    private Durations() {}

    /**
     * The duration in nanoseconds, at least 1.
     *
     * @throws UsageException when the text is none; the message is half a sentence that says why and what to write
     */
    public static long parseNanos(String text) {
        int unitAt = text.length();
        while (unitAt > 0 && Character.isLetter(text.charAt(unitAt - 1))) {
            unitAt--;
        }
        String unit = text.substring(unitAt);
        if (unit.isEmpty() && isNumber(text)) {
            throw new UsageException(text + " has no unit: did you mean " + text + "ms or " + text + "s?");
        }
        String number = text.substring(0, unitAt).strip();
        for (int i = 0; i < UNITS.length; i++) {
            if (UNITS[i].equals(unit) && isNumber(number)) {
                return nanos(text, number, NANOS[i]);
            }
        }
        throw new UsageException("'" + text + "' is no duration: " + EXAMPLE);
    }

    private static boolean isNumber(String text) {
        int digits = 0;
        int points = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            digits += c >= '0' && c <= '9' ? 1 : 0;
            points += c == '.' ? 1 : 0;
        }
        return digits > 0 && points <= 1 && digits + points == text.length() && text.length() <= LONGEST;
    }

    private static long nanos(String text, String number, long nanosPerUnit) {
        BigDecimal nanos = new BigDecimal(number).multiply(BigDecimal.valueOf(nanosPerUnit));
        if (nanos.compareTo(BigDecimal.ONE) < 0 || nanos.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
            throw new UsageException("'" + text + "' is out of range: a timeout lies between 1ns and 292 years");
        }
        return nanos.longValue();
    }
}

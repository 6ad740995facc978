package dev.whyrst.scenario;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;

/** Times of a scenario: instants in UTC, and distances such as {@code +161.925ms}. */
final class Times {

    private static final Map<String, Long> NANOS = Map.of(
            "ns", 1L,
            "us", 1_000L,
            "ms", 1_000_000L,
            "s", 1_000_000_000L,
            "min", 60_000_000_000L,
            "h", 3_600_000_000_000L);

    private Times() {}

    /** Whether a word is meant as a time. */
    static boolean looksLikeOne(String word) {
        return word.startsWith("+") || !word.isEmpty() && Character.isDigit(word.charAt(0));
    }

    /**
     * Nanoseconds since the epoch.
     *
     * @param previous the time of the line before, -1 for none
     */
    static long of(int line, String word, long previous) {
        if (!word.startsWith("+")) {
            return instant(line, word);
        }
        if (previous < 0) {
            throw new ScenarioException(line, "the first time must be an instant such as 2026-11-20T15:01:27.799961Z");
        }
        return previous + distance(line, word.substring(1));
    }

    private static long instant(int line, String word) {
        try {
            Instant instant = Instant.parse(word);
            return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000_000L), instant.getNano());
        } catch (DateTimeParseException | ArithmeticException e) {
            throw new ScenarioException(
                    line, "\"" + word + "\" is no time; write +40us, or 2026-11-20T15:01:27.799961Z");
        }
    }

    private static long distance(int line, String text) {
        int unitAt = text.length();
        while (unitAt > 0 && Character.isLetter(text.charAt(unitAt - 1))) {
            unitAt--;
        }
        Long unit = NANOS.get(text.substring(unitAt));
        try {
            if (unit != null) {
                return new BigDecimal(text.substring(0, unitAt))
                        .multiply(BigDecimal.valueOf(unit))
                        .longValueExact();
            }
        } catch (ArithmeticException | NumberFormatException e) {
            // said below, as for an unknown unit
        }
        throw new ScenarioException(line, "\"+" + text + "\" is no distance in time; write +40us, +1.5ms, +2s, +6min");
    }
}

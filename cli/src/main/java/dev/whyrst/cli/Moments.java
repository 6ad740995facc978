package dev.whyrst.cli;

import dev.whyrst.cli.settings.Durations;
import dev.whyrst.cli.settings.UsageException;
import dev.whyrst.filter.TimeWindow;
import dev.whyrst.filter.TimeWindow.Moment;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Moments of a capture as people write them: {@code 2026-11-20T15:01:27Z}, or {@code +10m} from the first frame on. */
final class Moments {

    private static final String EXAMPLE =
            "write a UTC time such as 2026-11-20T15:01:27Z, or the time since the first frame, such as +10m";

    private static final int TO_DATE = "2026-11-20".length();

    private Moments() {}

    /**
     * The part of a trace that the arguments ask for.
     *
     * @throws UsageException when a moment cannot be understood, or the end lies before the begin
     */
    static TimeWindow window(Arguments arguments) {
        TimeWindow window = new TimeWindow(moment(arguments, Option.SINCE), moment(arguments, Option.UNTIL));
        if (!window.isAlways() && arguments.has(Option.PEER_CAPTURE)) {
            throw new UsageException("--since and --until exclude --peer-capture: two captures have two clocks");
        }
        if (isBackwards(window)) {
            throw new UsageException("--until lies before --since");
        }
        return window;
    }

    private static boolean isBackwards(TimeWindow window) {
        if (window.since().isEmpty() || window.until().isEmpty()) {
            return false;
        }
        Moment since = window.since().get();
        Moment until = window.until().get();
        return since.afterFirst() == until.afterFirst() && until.nanos() < since.nanos();
    }

    private static Optional<Moment> moment(Arguments arguments, Option option) {
        try {
            return arguments.value(option).map(Moments::parse);
        } catch (UsageException e) {
            throw new UsageException(option.longName() + ": " + e.getMessage());
        }
    }

    /**
     * The moment that a text names.
     *
     * @throws UsageException when it names none; the message is half a sentence
     */
    static Moment parse(String text) {
        if (text.startsWith("+")) {
            return new Moment(Durations.parseNanos(text.substring(1)), true);
        }
        try {
            Instant instant = instant(text.strip());
            return new Moment(
                    Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000_000L), instant.getNano()),
                    false);
        } catch (DateTimeException | ArithmeticException e) {
            throw new UsageException("'" + text + "' is no moment: " + EXAMPLE);
        }
    }

    /** As reports show them too: with a blank in the place of the T, and with or without a zone. */
    private static Instant instant(String text) {
        if (text.length() == TO_DATE) {
            return LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
        }
        String iso = text.length() > TO_DATE && text.charAt(TO_DATE) == ' '
                ? text.substring(0, TO_DATE) + 'T' + text.substring(TO_DATE + 1)
                : text;
        if (iso.endsWith(" UTC")) {
            iso = iso.substring(0, iso.length() - " UTC".length());
        }
        boolean zoned = iso.endsWith("Z") || iso.indexOf('+') > 0 || iso.lastIndexOf('-') > TO_DATE;
        return zoned
                ? OffsetDateTime.parse(iso).toInstant()
                : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
    }
}

package dev.whyrst.cli.check;

import dev.whyrst.cli.check.Rule.Verb;
import dev.whyrst.cli.settings.EndpointPattern;
import dev.whyrst.cli.settings.SettingsReader;
import dev.whyrst.cli.settings.SettingsReader.Place;
import dev.whyrst.cli.settings.UsageException;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Reads one rule of a policy, and holds its parts against each other. */
final class RuleReader {

    private static final String NAME = "name";
    private static final String LEVEL = "level";
    private static final String FORBID = "forbid";
    private static final String LIMIT = "limit";
    private static final String EXPECT = "expect";
    private static final String ALLOW = "allow";
    private static final String COUNT = "count";
    private static final String PER_MINUTE = "perMinute";
    private static final String SHARE = "share";
    private static final String SAMPLE = "sample";
    private static final String REASON = "reason";
    private static final String UNTIL = "until";
    private static final List<String> KEYS =
            List.of(NAME, LEVEL, FORBID, LIMIT, EXPECT, ALLOW, COUNT, PER_MINUTE, SHARE, SAMPLE, REASON, UNTIL);
    private static final String VERBS = "forbid, limit, expect or allow";
    private static final int LONGEST_TEXT = 200;

    /** Fewer conversations say little about a share or a rate. */
    private static final long DEFAULT_SAMPLE = 20;

    private final SettingsReader reader;
    private final Map<String, List<EndpointPattern>> groups;

    private String name = "";
    private Level level = Level.ERROR;
    private Verb verb;
    private Selector selector;
    private OptionalLong count = OptionalLong.empty();
    private OptionalDouble perMinute = OptionalDouble.empty();
    private OptionalDouble share = OptionalDouble.empty();
    private OptionalLong sample = OptionalLong.empty();
    private String reason = "";
    private LocalDate until;

    RuleReader(SettingsReader reader, Map<String, List<EndpointPattern>> groups) {
        this.reader = reader;
        this.groups = groups;
    }

    /** The rule that begins with the current token. */
    Rule rule() throws IOException {
        Place start = reader.place();
        reader.mapping("each of the rules", KEYS, this::entry);
        String complaint = complaint();
        if (!complaint.isEmpty()) {
            throw reader.complaint(start, (name.isEmpty() ? "a rule" : "the rule '" + name + "'") + " " + complaint);
        }
        return new Rule(
                name,
                start.line(),
                level,
                verb,
                selector,
                verb == Verb.EXPECT && count.isEmpty() ? OptionalLong.of(1) : count,
                perMinute,
                share,
                sample.orElse(DEFAULT_SAMPLE),
                reason,
                until);
    }

    private void entry(String key) throws IOException {
        switch (key) {
            case NAME -> name = reader.value(key, RuleReader::text);
            case LEVEL -> level = reader.value(key, RuleReader::level);
            case COUNT -> count = OptionalLong.of(reader.value(key, RuleReader::whole));
            case PER_MINUTE -> perMinute = OptionalDouble.of(reader.value(key, RuleReader::rate));
            case SHARE -> share = OptionalDouble.of(reader.value(key, RuleReader::share));
            case SAMPLE -> sample = OptionalLong.of(reader.value(key, RuleReader::whole));
            case REASON -> reason = reader.value(key, RuleReader::text);
            case UNTIL -> until = reader.value(key, RuleReader::date);
            default -> verb(key);
        }
    }

    private void verb(String key) throws IOException {
        if (verb != null) {
            throw reader.complaint(
                    reader.place(),
                    "a rule has one of " + VERBS + "; this one has "
                            + verb.name().toLowerCase(Locale.ROOT) + " already");
        }
        verb = Verb.valueOf(key.toUpperCase(Locale.ROOT));
        selector = new SelectorReader(reader, groups).selector(key);
    }

    /** What is wrong with the parts together, or nothing. */
    private String complaint() {
        if (name.isEmpty()) {
            return "has no name: results are told under it";
        }
        if (verb == null) {
            return "says nothing: it needs " + VERBS;
        }
        return switch (verb) {
            case FORBID -> unwanted(count.isPresent() || rated(), "a forbid is a limit of 0 and takes no other limit");
            case LIMIT -> count.isEmpty() && !rated() ? "has no limit: give it count, perMinute or share" : common();
            case EXPECT -> unwanted(rated(), "an expect takes a count only");
            case ALLOW -> allow();
        };
    }

    private String allow() {
        if (reason.isEmpty()) {
            return "has no reason: say why these are right";
        }
        return unwantedLimit(count.isPresent() || rated(), "an allow takes no limit");
    }

    private String unwanted(boolean there, String sentence) {
        return there ? "has too much: " + sentence : common();
    }

    private static String unwantedLimit(boolean there, String sentence) {
        return there ? "has too much: " + sentence : "";
    }

    private String common() {
        if (!reason.isEmpty() || until != null) {
            return "has too much: reason and until belong to an allow";
        }
        return sample.isPresent() && !rated() ? "has too much: sample belongs to perMinute and share" : "";
    }

    private boolean rated() {
        return perMinute.isPresent() || share.isPresent();
    }

    private static String text(String text) {
        if (text.isBlank() || text.length() > LONGEST_TEXT) {
            throw new UsageException("it has 1 to " + LONGEST_TEXT + " characters");
        }
        return text.strip();
    }

    /** The level of that name. */
    static Level level(String text) {
        return Level.byId(SettingsReader.oneOf(text, Level.ids()));
    }

    private static long whole(String text) {
        if (!text.matches("[0-9]{1,15}")) {
            throw new UsageException("'" + text + "' is no whole number, such as 0 or 25");
        }
        return Long.parseLong(text);
    }

    private static double rate(String text) {
        if (!text.matches("[0-9]{1,12}(\\.[0-9]{1,9})?")) {
            throw new UsageException("'" + text + "' is no number, such as 2 or 0.5");
        }
        return Double.parseDouble(text);
    }

    private static double share(String text) {
        String number =
                text.endsWith("%") ? text.substring(0, text.length() - 1).strip() : "";
        if (!number.matches("[0-9]{1,3}(\\.[0-9]{1,9})?") || Double.parseDouble(number) > 100) {
            throw new UsageException("'" + text + "' is no share, such as 1% or 0.25%");
        }
        return Double.parseDouble(number) / 100;
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new UsageException("'" + text + "' is no date, such as 2027-03-31");
        }
    }
}

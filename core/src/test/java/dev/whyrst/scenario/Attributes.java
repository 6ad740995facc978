package dev.whyrst.scenario;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/** The words behind a line's fixed part: {@code key=value}, or a key alone, which has the value "". */
final class Attributes {

    private final int line;
    private final Map<String, String> values = new LinkedHashMap<>();

    private Attributes(int line) {
        this.line = line;
    }

    /** Reads the words; a word that is not {@code known}, or comes twice, is an error. */
    static Attributes of(int line, List<String> words, Set<String> known) {
        Attributes attributes = new Attributes(line);
        for (String word : words) {
            int equals = word.indexOf('=');
            String key = equals < 0 ? word : word.substring(0, equals);
            if (!known.contains(key)) {
                throw new ScenarioException(line, "\"" + key + "\" means nothing here; known: " + new TreeSet<>(known));
            }
            if (attributes.values.put(key, equals < 0 ? "" : word.substring(equals + 1)) != null) {
                throw new ScenarioException(line, "\"" + key + "\" stands twice");
            }
        }
        return attributes;
    }

    int line() {
        return line;
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    /** The value of a key, "" where the key stands alone; empty without the key. */
    Optional<String> text(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /** The value as a number in the given range. */
    OptionalLong number(String key, long min, long max) {
        String value = values.get(key);
        return value == null ? OptionalLong.empty() : OptionalLong.of(parse(key, value, min, max));
    }

    /** The value as a number in the given range, or what else holds without the key. */
    int number(String key, int min, int max, int otherwise) {
        return (int) number(key, min, max).orElse(otherwise);
    }

    /** Parses a number that stands in the value of a key. */
    long parse(String key, String text, long min, long max) {
        try {
            long number = Long.parseLong(text);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below, as for numbers out of range
        }
        throw error(key + " needs a number from " + min + " to " + max + ", not \"" + text + "\"");
    }

    ScenarioException error(String problem) {
        return new ScenarioException(line, problem);
    }
}

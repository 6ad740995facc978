package dev.whyrst.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.whyrst.incident.KnownTimer;
import dev.whyrst.incident.KnownTimer.Ending;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * Reads a configuration file, YAML or JSON by its content:
 *
 * <pre>
 * timeouts:
 *   - endpoint: 10.0.0.27:8888
 *     soRcvTimeo: 100ms
 * timers:
 *   - name: our firewall
 *     idle: 30m
 *     then: both-ends
 * </pre>
 *
 * <p>It reads token by token instead of into a tree, because every complaint names line and column.
 */
final class ConfigFile {

    private static final String TIMEOUTS = "timeouts";
    private static final String TIMERS = "timers";
    private static final String NAME = "name";
    private static final String IDLE = "idle";
    private static final String THEN = "then";
    private static final int LONGEST_NAME = 100;
    private static final String ENDPOINT = "endpoint";
    private static final String SO_RCVTIMEO = "soRcvTimeo";
    private static final int LARGEST = 1 << 20;

    /** JSON is told from YAML's flow style by its quoted names. */
    private static final Pattern JSON = Pattern.compile("\\A\\s*\\{\\s*[\"}]");

    private final Path file;
    private final JsonParser parser;

    private ConfigFile(Path file, JsonParser parser) {
        this.file = file;
        this.parser = parser;
    }

    /**
     * What the file says.
     *
     * @throws UsageException when the file cannot be read or says something else
     */
    static Configuration read(Path file) {
        String text = text(file);
        JsonFactory factory = JSON.matcher(text).find() ? new JsonFactory() : new YAMLFactory();
        factory.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature());
        try (JsonParser parser = factory.createParser(text)) {
            return new ConfigFile(file, parser).document();
        } catch (JsonProcessingException e) {
            throw syntaxError(file, e);
        } catch (IOException e) {
            throw new UsageException("cannot read the configuration " + file + ": " + e.getMessage());
        }
    }

    private static String text(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new UsageException("the configuration " + file + " is larger than 1 MiB");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            throw new UsageException("there is no configuration file " + file);
        } catch (IOException e) {
            String reason = Files.isDirectory(file) ? "it is a folder" : e.getMessage();
            throw new UsageException("cannot read the configuration " + file + ": " + reason);
        }
    }

    private Configuration document() throws IOException {
        List<ConfiguredTimeouts.Rule> timeouts = new ArrayList<>();
        List<KnownTimer> timers = new ArrayList<>();
        if (parser.nextToken() == null) {
            throw new UsageException(
                    "the configuration " + file + " is empty; it should hold " + TIMEOUTS + " or " + TIMERS);
        }
        expect(JsonToken.START_OBJECT, "a configuration");
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            boolean ofTimeouts = key(List.of(TIMEOUTS, TIMERS)).equals(TIMEOUTS);
            parser.nextToken();
            expect(JsonToken.START_ARRAY, ofTimeouts ? TIMEOUTS : TIMERS);
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                if (ofTimeouts) {
                    timeouts.add(timeout());
                } else {
                    timers.add(timer());
                }
            }
        }
        if (parser.nextToken() != null) {
            throw complaint(parser.currentTokenLocation(), "something stands behind the end of the configuration");
        }
        return new Configuration(List.copyOf(timeouts), List.copyOf(timers));
    }

    private ConfiguredTimeouts.Rule timeout() throws IOException {
        JsonLocation start = parser.currentTokenLocation();
        expect(JsonToken.START_OBJECT, "each of the " + TIMEOUTS);
        EndpointPattern endpoints = null;
        long nanos = 0;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = key(List.of(ENDPOINT, SO_RCVTIMEO));
            String value = scalar(key);
            try {
                if (key.equals(ENDPOINT)) {
                    endpoints = EndpointPattern.parse(value);
                } else {
                    nanos = Durations.parseNanos(value);
                }
            } catch (UsageException e) {
                throw complaint(parser.currentTokenLocation(), key + ": " + e.getMessage());
            }
        }
        if (endpoints == null || nanos == 0) {
            throw complaint(
                    start, "one of the " + TIMEOUTS + " has no " + (endpoints == null ? ENDPOINT : SO_RCVTIMEO));
        }
        return new ConfiguredTimeouts.Rule(endpoints, nanos);
    }

    private KnownTimer timer() throws IOException {
        JsonLocation start = parser.currentTokenLocation();
        expect(JsonToken.START_OBJECT, "each of the " + TIMERS);
        String name = "";
        long nanos = 0;
        Ending ending = null;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = key(List.of(NAME, IDLE, THEN));
            String value = scalar(key);
            try {
                switch (key) {
                    case NAME -> name = timerName(value);
                    case IDLE -> nanos = Durations.parseNanos(value);
                    default -> ending = ending(value);
                }
            } catch (UsageException e) {
                throw complaint(parser.currentTokenLocation(), key + ": " + e.getMessage());
            }
        }
        if (name.isEmpty() || nanos == 0 || ending == null) {
            String missing = name.isEmpty() ? NAME : nanos == 0 ? IDLE : THEN;
            throw complaint(start, "one of the " + TIMERS + " has no " + missing);
        }
        return new KnownTimer(name, nanos, ending);
    }

    private static String timerName(String text) {
        if (text.isBlank() || text.length() > LONGEST_NAME) {
            throw new UsageException("a name has 1 to " + LONGEST_NAME + " characters");
        }
        return text.strip();
    }

    private static Ending ending(String text) {
        Ending ending = Ending.byId(text);
        if (ending == null) {
            List<String> known = Stream.of(Ending.values()).map(Ending::id).toList();
            throw new UsageException("'" + text + "' is unknown" + Suggestion.of(text, known) + " (known here: "
                    + String.join(", ", known) + ")");
        }
        return ending;
    }

    private String key(List<String> known) throws IOException {
        String key = parser.currentName();
        if (!known.contains(key)) {
            throw complaint(
                    parser.currentTokenLocation(),
                    "unknown key '" + key + "'" + Suggestion.of(key, known) + " (known here: "
                            + String.join(", ", known) + ")");
        }
        return key;
    }

    private String scalar(String key) throws IOException {
        JsonToken token = parser.nextToken();
        if (token == null || !token.isScalarValue() || token == JsonToken.VALUE_NULL) {
            throw complaint(parser.currentTokenLocation(), key + " should be text, but is " + name(token));
        }
        return parser.getText();
    }

    private void expect(JsonToken expected, String what) {
        JsonToken token = parser.currentToken();
        if (token != expected) {
            throw complaint(
                    parser.currentTokenLocation(), what + " should be " + name(expected) + ", but is " + name(token));
        }
    }

    private static String name(JsonToken token) {
        if (token == null) {
            return "missing";
        }
        return switch (token) {
            case START_OBJECT -> "a mapping of keys to values";
            case START_ARRAY -> "a list";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
            case VALUE_TRUE, VALUE_FALSE -> "true or false";
            case VALUE_NULL -> "empty";
            default -> "text";
        };
    }

    private UsageException complaint(JsonLocation location, String problem) {
        return complaint(file, location.getLineNr(), location.getColumnNr(), problem);
    }

    private static UsageException complaint(Path file, int line, int column, String problem) {
        return new UsageException(file + ", line " + line + ", column " + column + ": " + problem);
    }

    /** Jackson gives the place where it had got to; only its YAML parser knows better where the mistake is. */
    private static UsageException syntaxError(Path file, JsonProcessingException e) {
        if (e.getCause() instanceof MarkedYAMLException yaml && yaml.getProblemMark() != null) {
            Mark mark = yaml.getProblemMark();
            String problem = "no valid YAML: " + yaml.getProblem();
            return complaint(file, mark.getLine() + 1, mark.getColumn() + 1, problem);
        }
        String problem = e.getOriginalMessage().lines().findFirst().orElse("");
        JsonLocation location = e.getLocation() == null ? JsonLocation.NA : e.getLocation();
        return complaint(file, location.getLineNr(), location.getColumnNr(), "cannot be understood: " + problem);
    }
}

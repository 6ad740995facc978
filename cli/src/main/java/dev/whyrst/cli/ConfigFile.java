package dev.whyrst.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * Reads a configuration file, YAML or JSON by its content:
 *
 * <pre>
 * timeouts:
 *   - endpoint: 10.0.0.27:8888
 *     soRcvTimeo: 100ms
 * </pre>
 *
 * <p>It reads token by token instead of into a tree, because every complaint names line and column.
 */
final class ConfigFile {

    private static final String TIMEOUTS = "timeouts";
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
     * The timeouts that the file gives, in its order.
     *
     * @throws UsageException when the file cannot be read or says something else
     */
    static List<ConfiguredTimeouts.Rule> read(Path file) {
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

    private List<ConfiguredTimeouts.Rule> document() throws IOException {
        List<ConfiguredTimeouts.Rule> rules = new ArrayList<>();
        if (parser.nextToken() == null) {
            throw new UsageException("the configuration " + file + " is empty; it should hold " + TIMEOUTS);
        }
        expect(JsonToken.START_OBJECT, "a configuration");
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            key(List.of(TIMEOUTS));
            parser.nextToken();
            expect(JsonToken.START_ARRAY, TIMEOUTS);
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                rules.add(rule());
            }
        }
        if (parser.nextToken() != null) {
            throw complaint(parser.currentTokenLocation(), "something stands behind the end of the configuration");
        }
        return rules;
    }

    private ConfiguredTimeouts.Rule rule() throws IOException {
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

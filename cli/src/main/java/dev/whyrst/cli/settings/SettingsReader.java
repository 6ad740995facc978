package dev.whyrst.cli.settings;

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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * Reads a file that users write, YAML or JSON by its content. It reads token by token instead of into a tree, because
 * every complaint names line and column.
 */
public final class SettingsReader implements AutoCloseable {

    private static final int LARGEST = 1 << 20;

    /** JSON is told from YAML's flow style by its quoted names. */
    private static final Pattern JSON = Pattern.compile("\\A\\s*\\{\\s*[\"}]");

    private final String what;
    private final String name;
    private final JsonParser parser;

    /** A place in the file, both numbers from 1. */
    public record Place(int line, int column) {}

    /** Takes the value of a key, which is the current token. */
    @FunctionalInterface
    public interface Entry {
        void take(String key) throws IOException;
    }

    /** Takes an item of a list, which begins with the current token. */
    @FunctionalInterface
    public interface Item {
        void take() throws IOException;
    }

    /** Makes something of an open file. */
    @FunctionalInterface
    public interface Document<T> {
        T read(SettingsReader reader) throws IOException;
    }

    private SettingsReader(String what, String name, JsonParser parser) {
        this.what = what;
        this.name = name;
        this.parser = parser;
    }

    /**
     * What the file says.
     *
     * @param what what the file is for people, such as "configuration"
     * @throws UsageException when the file cannot be read or says something else
     */
    public static <T> T read(String what, Path file, Document<T> document) {
        return read(what, file.toString(), text(what, file), document);
    }

    /** What a text says that stands for a file of that name. */
    public static <T> T read(String what, String name, String text, Document<T> document) {
        JsonFactory factory = JSON.matcher(text).find() ? new JsonFactory() : new YAMLFactory();
        factory.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature());
        try (SettingsReader reader = new SettingsReader(what, name, factory.createParser(text))) {
            return document.read(reader);
        } catch (JsonProcessingException e) {
            throw syntaxError(name, e);
        } catch (IOException e) {
            throw new UsageException("cannot read the " + what + " " + name + ": " + e.getMessage());
        }
    }

    private static String text(String what, Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new UsageException("the " + what + " " + file + " is larger than 1 MiB");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            throw new UsageException("there is no " + what + " file " + file);
        } catch (IOException e) {
            String reason = Files.isDirectory(file) ? "it is a folder" : e.getMessage();
            throw new UsageException("cannot read the " + what + " " + file + ": " + reason);
        }
    }

    /** Reads the mapping that the whole file is; complains of an empty file, of unknown keys, and of a second document. */
    public void document(List<String> known, Entry entry) throws IOException {
        if (parser.nextToken() == null) {
            throw new UsageException(
                    "the " + what + " " + name + " is empty; it should hold " + String.join(" or ", known));
        }
        mapping("a " + what, known, entry);
        if (parser.nextToken() != null) {
            throw complaint(place(), "something stands behind the end of the " + what);
        }
    }

    /** Reads the mapping that begins with the current token. */
    public void mapping(String whose, List<String> known, Entry entry) throws IOException {
        expect(JsonToken.START_OBJECT, whose);
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName();
            if (!known.contains(key)) {
                throw complaint(place(), "unknown key '" + key + "'" + suggestion(key, known));
            }
            parser.nextToken();
            entry.take(key);
        }
    }

    /** Reads a mapping whose keys are names that the user chose. */
    public void names(String whose, Entry entry) throws IOException {
        expect(JsonToken.START_OBJECT, whose);
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName();
            parser.nextToken();
            entry.take(key);
        }
    }

    /** Reads the list that begins with the current token. */
    public void list(String whose, Item item) throws IOException {
        expect(JsonToken.START_ARRAY, whose);
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            item.take();
        }
    }

    /** What the text that is the current token means; complaints about its meaning get its place. */
    public <T> T value(String key, Function<String, T> meaning) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == null || !token.isScalarValue() || token == JsonToken.VALUE_NULL) {
            throw complaint(place(), key + " should be text, but is " + name(token));
        }
        try {
            return meaning.apply(parser.getText());
        } catch (UsageException e) {
            throw complaint(place(), key + ": " + e.getMessage());
        }
    }

    /** What one text or each text of a list means. */
    public <T> Set<T> values(String key, Function<String, T> meaning) throws IOException {
        Set<T> values = new LinkedHashSet<>();
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            list(key, () -> values.add(value(key, meaning)));
        } else {
            values.add(value(key, meaning));
        }
        return values;
    }

    /** Passes over the value that begins with the current token. */
    public void skip() throws IOException {
        parser.skipChildren();
    }

    /** Where the current token stands. */
    public Place place() {
        JsonLocation location = parser.currentTokenLocation();
        return new Place(location.getLineNr(), location.getColumnNr());
    }

    /** A complaint about what stands at a place. */
    public UsageException complaint(Place place, String problem) {
        return complaint(name, place.line(), place.column(), problem);
    }

    /** One of the words, whatever its case. */
    public static String oneOf(String text, List<String> known) {
        for (String word : known) {
            if (word.equalsIgnoreCase(text)) {
                return word;
            }
        }
        throw new UsageException("'" + text + "' is unknown" + suggestion(text, known));
    }

    private static String suggestion(String typed, List<String> known) {
        return Suggestion.of(typed, known) + " (known here: " + String.join(", ", known) + ")";
    }

    private void expect(JsonToken expected, String whose) {
        JsonToken token = parser.currentToken();
        if (token != expected) {
            throw complaint(place(), whose + " should be " + name(expected) + ", but is " + name(token));
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

    private static UsageException complaint(String name, int line, int column, String problem) {
        return new UsageException(name + ", line " + line + ", column " + column + ": " + problem);
    }

    /** Jackson gives the place where it had got to; only its YAML parser knows better where the mistake is. */
    private static UsageException syntaxError(String name, JsonProcessingException e) {
        if (e.getCause() instanceof MarkedYAMLException yaml && yaml.getProblemMark() != null) {
            Mark mark = yaml.getProblemMark();
            String problem = "no valid YAML: " + yaml.getProblem();
            return complaint(name, mark.getLine() + 1, mark.getColumn() + 1, problem);
        }
        String problem = e.getOriginalMessage().lines().findFirst().orElse("");
        JsonLocation location = e.getLocation() == null ? JsonLocation.NA : e.getLocation();
        return complaint(name, location.getLineNr(), location.getColumnNr(), "cannot be understood: " + problem);
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}

package dev.whyrst.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.whyrst.cli.settings.UsageException;
import dev.whyrst.incident.KnownTimer.Ending;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The published schema of configurations says what the reader takes. */
class ConfigSchemaTest {

    @TempDir
    private Path folder;

    @Test
    void the_example_of_the_readme_follows_it_and_is_read() throws IOException {
        String readme = Files.readString(Path.of("..", "README.md"));
        int begin = readme.indexOf("timeouts:\n  - endpoint");
        String example = readme.substring(begin, readme.indexOf("```", begin));

        assertThat(faults(example)).isZero();
        Configuration read = read(example);
        assertThat(read.timeouts()).hasSize(4);
        assertThat(read.timers()).hasSize(2);
        assertThat(read.settings())
                .extracting(Configuration.Setting::option)
                .contains(Option.SO_RCVTIMEO, Option.FORMAT);
    }

    @Test
    void it_has_the_same_keys_and_words() throws IOException {
        JsonNode schema = schema();

        assertThat(names(schema.get("properties"))).containsExactlyElementsOf(ConfigFile.KEYS);
        assertThat(words(schema.at("/properties/timers/items/properties/then/enum")))
                .containsExactlyElementsOf(
                        Stream.of(Ending.values()).map(Ending::id).toList());
        assertThat(words(schema.at("/$defs/format/enum"))).containsExactlyElementsOf(Choices.of(Option.FORMAT));
        assertThat(words(schema.at("/properties/color/enum"))).containsExactlyElementsOf(Choices.of(Option.COLOR));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "soRcvTimeo: 100",
                "format: pdf",
                "format: []",
                "perFile: perhaps",
                "color: sometimes",
                "out: /tmp",
                "filter: tcp",
                "timeouts: [{endpoint: '*'}]",
                "timers: [{name: a, idle: 3s, then: explode}]"
            })
    void what_it_refuses_the_reader_refuses_with_line_and_column(String text) throws IOException {
        assertThat(faults(text)).isPositive();
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("whyrst.yaml, line 1, column ");
    }

    private Configuration read(String text) throws IOException {
        return ConfigFile.read(Files.writeString(folder.resolve("whyrst.yaml"), text));
    }

    private static int faults(String text) throws IOException {
        return JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(schema())
                .validate(new ObjectMapper(new YAMLFactory()).readTree(text))
                .size();
    }

    private static JsonNode schema() throws IOException {
        try (InputStream in = ConfigSchemaTest.class.getResourceAsStream("whyrst.schema.json")) {
            return new ObjectMapper().readTree(in);
        }
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static List<String> words(JsonNode list) {
        List<String> words = new ArrayList<>();
        list.forEach(word -> words.add(word.asText()));
        return words;
    }
}

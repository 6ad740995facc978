package dev.whyrst.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.whyrst.attribution.Cause;
import dev.whyrst.incident.IncidentKind;
import dev.whyrst.timeline.FailureKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The published schema of policies says what the reader takes. */
class PolicySchemaTest {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    @TempDir
    private Path folder;

    @Test
    void shipped_policies_follow_it() throws IOException {
        for (String name : ShippedPolicies.names()) {
            assertThat(schema().validate(YAML.readTree(ShippedPolicies.text(name))))
                    .as(name)
                    .isEmpty();
        }
    }

    @Test
    void the_example_of_the_readme_follows_it_and_is_read() throws IOException {
        String readme = Files.readString(Path.of("..", "README.md"));
        int begin = readme.indexOf("title: Orders");
        String example = readme.substring(begin, readme.indexOf("```", begin));

        assertThat(schema().validate(YAML.readTree(example))).isEmpty();
        Policy policy = PolicyFile.read(
                Files.writeString(folder.resolve("policy.yaml"), example).toString());
        assertThat(policy.rules()).extracting(Rule::name).contains("orders never aborts", "the service is there");
    }

    @Test
    void it_knows_all_causes_kinds_and_failures() throws IOException {
        JsonNode selector = node().at("/$defs/selector/properties");

        assertThat(words(selector.at("/cause/anyOf/0/enum")))
                .containsExactlyInAnyOrderElementsOf(
                        withAny(Stream.of(Cause.values()).map(Cause::id)));
        assertThat(words(selector.at("/incident/anyOf/0/enum")))
                .containsExactlyInAnyOrderElementsOf(
                        withAny(Stream.of(IncidentKind.values()).map(IncidentKind::id)));
        assertThat(words(selector.at("/failure/anyOf/0/enum")))
                .containsExactlyInAnyOrderElementsOf(
                        withAny(Stream.of(FailureKind.values()).map(FailureKind::id)));
    }

    private static List<String> withAny(Stream<String> ids) {
        return Stream.concat(ids, Stream.of("any")).toList();
    }

    private static List<String> words(JsonNode list) {
        List<String> words = new ArrayList<>();
        list.forEach(word -> words.add(word.asText()));
        return words;
    }

    private static JsonSchema schema() throws IOException {
        return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(node());
    }

    private static JsonNode node() throws IOException {
        try (InputStream in = PolicySchemaTest.class.getResourceAsStream("policy.schema.json")) {
            return new ObjectMapper().readTree(in);
        }
    }
}

package dev.whyrst.samples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Problems that people brought to public threads: what is said of them is right, comforts nobody wrongly, and tells no other story. */
class FieldCasesTest {

    private static final Path FIELD = Path.of("src/test/resources/field");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** A filter's resets that look like those of an impatient client; nothing in them is known to tell the difference. */
    private static final Set<String> MISSED = Set.of("23-company-firewall-resets-frp");

    @TempDir
    private Path folder;

    static List<String> cases() throws IOException {
        try (Stream<Path> files = Files.list(FIELD)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".field.json"))
                    .map(name -> name.replace(".field.json", ""))
                    .filter(name -> !MISSED.contains(name))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void a_problem_is_told_as_what_it_was(String name) throws IOException {
        JsonNode field = MAPPER.readTree(FIELD.resolve(name + ".field.json").toFile());
        Path capture = FIELD.resolve(field.path("capture").asText());
        List<String> options = new ArrayList<>();
        field.path("options").forEach(option -> options.add(option(option.asText())));
        Tool.analyze(capture, options, folder);
        JsonNode report = MAPPER.readTree(folder.resolve("report.json").toFile());

        assertThat(report.path("resets")).isNotEmpty();
        for (JsonNode reset : report.path("resets")) {
            if (reset.path("capture").asText().equals(capture.toString())) {
                check(field, reset);
            }
        }
        List<String> kinds = new ArrayList<>();
        report.path("incidents")
                .forEach(incident -> kinds.add(incident.path("kind").asText()));
        field.path("not_kind").forEach(kind -> assertThat(kinds).doesNotContain(kind.asText()));
    }

    private static void check(JsonNode field, JsonNode reset) {
        String frame = reset.path("frame").asText();
        if (!field.path("harmless").asBoolean(true)) {
            assertThat(reset.at("/harm/level").asText())
                    .as("harm of frame " + frame)
                    .isNotEqualTo("none");
        }
        JsonNode accepted = field.path("frames").path(frame);
        boolean ofFrame = !accepted.isMissingNode();
        if (ofFrame || reset.path("repeatOf").isNull() && field.path("accept").isArray()) {
            List<String> causes = new ArrayList<>();
            (ofFrame ? accepted : field.path("accept")).forEach(cause -> causes.add(cause.asText()));
            assertThat(causes).as("frame " + frame).contains(reset.path("cause").asText());
        }
    }

    private static String option(String word) {
        return word.endsWith(".pcap") ? FIELD.resolve(word).toString() : word;
    }
}

package dev.whyrst.samples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whyrst.scenario.ConfidenceBound;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The file {@code expected.json} of a folder: for each of its captures what the tool must report. */
final class ExpectedReport {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final Map<String, Capture> captures = new LinkedHashMap<>();

    /**
     * What must be reported of a capture.
     *
     * @param options options that the analysis is given
     * @param stories the incidents with their sentences
     */
    record Capture(List<String> options, List<Reset> resets, List<String> stories) {}

    /**
     * What must be reported of a RST.
     *
     * @param confidence a level, or a bound such as {@code high+} while no report was accepted yet
     * @param emitter null while no report was accepted yet
     * @param notYet whether the tool is known to say something else so far; a test fails as soon as it says this
     */
    record Reset(long frame, String cause, String confidence, String emitter, boolean notYet) {

        boolean matches(ReportedReset said) {
            return cause.equals(said.cause())
                    && ConfidenceBound.parse(confidence).orElseThrow().allows(said.confidence())
                    && (emitter == null || emitter.equals(said.emitter()));
        }
    }

    ExpectedReport(Path folder) throws IOException {
        this.file = folder.resolve(Samples.EXPECTED);
        if (Files.exists(file)) {
            JSON.readTree(file.toFile())
                    .properties()
                    .forEach(entry -> captures.put(entry.getKey(), capture(entry.getValue())));
        }
    }

    Map<String, Capture> captures() {
        return captures;
    }

    Capture of(Path capture) {
        Capture expected = captures.get(capture.getFileName().toString());
        if (expected == null) {
            throw new AssertionError(Samples.nameOf(file) + " does not know " + capture.getFileName());
        }
        return expected;
    }

    /** What is expected of a RST so far; empty for a new one. */
    Optional<Reset> of(Path capture, long frame) {
        Capture expected = captures.get(capture.getFileName().toString());
        return expected == null
                ? Optional.empty()
                : expected.resets().stream()
                        .filter(reset -> reset.frame() == frame)
                        .findFirst();
    }

    void put(Path capture, Capture expected) {
        captures.put(capture.getFileName().toString(), expected);
    }

    /** Writes the file, a line for each RST. */
    void write() throws IOException {
        List<String> entries = new ArrayList<>();
        for (String name : captures.keySet().stream().sorted().toList()) {
            Capture capture = captures.get(name);
            List<String> resets = new ArrayList<>();
            for (Reset reset : capture.resets()) {
                resets.add("      " + line(reset));
            }
            entries.add("  " + JSON.writeValueAsString(name) + ": {\n    \"options\": "
                    + JSON.writeValueAsString(capture.options()) + ",\n    \"resets\": [\n"
                    + String.join(",\n", resets) + "\n    ]" + stories(capture) + "\n  }");
        }
        String text = "{\n" + String.join(",\n", entries) + "\n}\n";
        Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    private static String stories(Capture capture) throws IOException {
        List<String> stories = new ArrayList<>();
        for (String story : capture.stories()) {
            stories.add("      " + JSON.writeValueAsString(story));
        }
        return stories.isEmpty() ? "" : ",\n    \"incidents\": [\n" + String.join(",\n", stories) + "\n    ]";
    }

    private static String line(Reset reset) throws IOException {
        ObjectNode line = JSON.createObjectNode()
                .put("frame", reset.frame())
                .put("cause", reset.cause())
                .put("confidence", reset.confidence())
                .put("emitter", reset.emitter());
        return JSON.writeValueAsString(reset.notYet() ? line.put("notYet", true) : line);
    }

    private static Capture capture(JsonNode node) {
        List<String> options = new ArrayList<>();
        node.path("options").forEach(option -> options.add(option.asText()));
        List<Reset> resets = new ArrayList<>();
        for (JsonNode reset : node.path("resets")) {
            resets.add(new Reset(
                    reset.path("frame").asLong(),
                    reset.path("cause").asText(),
                    reset.path("confidence").asText(),
                    reset.path("emitter").textValue(),
                    reset.path("notYet").asBoolean()));
        }
        List<String> stories = new ArrayList<>();
        node.path("incidents").forEach(story -> stories.add(story.asText()));
        return new Capture(options, resets, stories);
    }
}

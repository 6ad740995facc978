package dev.whyrst.samples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the tool reports of a scenario that a test tells; a report that is not as its lines expect fails the test. */
final class PlayedReport {

    private static final String HEADER = "# whyrst scenario 1\ncapture  format=pcap-us link=ethernet";

    private final List<ReportedReset> resets;
    private final JsonNode incidents;

    private final JsonNode failures;

    private PlayedReport(List<ReportedReset> resets, JsonNode report) {
        this.resets = resets;
        this.incidents = report.path("incidents");
        this.failures = report.path("failures");
    }

    /** Plays the lines of a scenario behind its head, and analyses the capture with those options. */
    static PlayedReport of(Path folder, String lines, String... options) throws IOException {
        return analyzed(folder, HEADER + "\n" + lines, options);
    }

    /** The same where the recorder kept only so many bytes of each frame. */
    static PlayedReport cut(Path folder, int snap, String lines) throws IOException {
        return analyzed(folder, HEADER + " snap=" + snap + "\n" + lines);
    }

    private static PlayedReport analyzed(Path folder, String scenario, String... options) throws IOException {
        Expectations expectations = new Expectations(scenario);
        Path capture = Files.write(folder.resolve("played.pcap"), expectations.capture());
        Path out = folder.resolve("report");
        List<String> all = new ArrayList<>(expectations.toolOptions());
        all.addAll(List.of(options));
        List<ReportedReset> resets = Tool.analyze(capture, all, out);
        List<String> misses = expectations.misses(resets, Tool.incidents(out), Tool.failures(out), reset -> false);
        assertThat(misses).as(() -> "\n" + String.join("\n", misses)).isEmpty();
        return new PlayedReport(
                resets, new ObjectMapper().readTree(out.resolve("report.json").toFile()));
    }

    /** The RST at that place among all, from 0. */
    ReportedReset reset(int index) {
        return resets.get(index);
    }

    /** Cause and confidence of each RST. */
    List<String> verdicts() {
        return resets.stream()
                .map(reset -> reset.cause() + " " + reset.confidence())
                .toList();
    }

    /** The evidence of all RSTs in their order. */
    List<String> reasons() {
        return resets.stream().flatMap(reset -> reset.reasons().stream()).toList();
    }

    /** What failed without a RST: kind, statement, and the frames that show it. */
    List<String> failures() {
        List<String> told = new ArrayList<>();
        for (JsonNode failure : failures) {
            StringBuilder frames = new StringBuilder();
            failure.path("frames").forEach(frame -> frames.append(' ')
                    .append(frame.path("frame").asLong()));
            told.add(failure.path("kind").asText() + ": "
                    + failure.path("statement").asText() + frames);
        }
        return told;
    }

    /** The statements of the incidents. */
    List<String> statements() {
        List<String> statements = new ArrayList<>();
        incidents.forEach(incident -> statements.add(incident.path("statement").asText()));
        return statements;
    }

    /** The kinds of the incidents. */
    List<String> kinds() {
        List<String> kinds = new ArrayList<>();
        incidents.forEach(incident -> kinds.add(incident.path("kind").asText()));
        return kinds;
    }
}

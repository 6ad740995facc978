package dev.whyrst.samples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.whyrst.cli.Main;
import dev.whyrst.scenario.ExpectedIncident.Told;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs the tool as a user does, and reads what it wrote. */
final class Tool {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Tool() {}

    /** The words of a command line that analyses a capture into a folder. */
    static List<String> words(Path capture, List<String> options, Path out) {
        List<String> words =
                new ArrayList<>(List.of("analyze", capture.toString(), "--format", "json", "--out", out.toString()));
        words.addAll(options);
        return words;
    }

    /** Analyses a capture in this process; a failure of the tool fails the test with what it said. */
    static List<ReportedReset> analyze(Path capture, List<String> options, Path out) throws IOException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(said, true, StandardCharsets.UTF_8);
        int status = Main.run(stream, stream, words(capture, options, out).toArray(String[]::new));
        if (status != 0) {
            throw new AssertionError("exit status " + status + ": " + said.toString(StandardCharsets.UTF_8));
        }
        return report(out);
    }

    /** The RSTs of the report in a folder. */
    static List<ReportedReset> report(Path out) throws IOException {
        List<ReportedReset> resets = new ArrayList<>();
        for (JsonNode reset : JSON.readTree(out.resolve("report.json").toFile()).path("resets")) {
            resets.add(ReportedReset.of(reset));
        }
        return resets;
    }

    /** The incidents of the report in a folder, each with its sentence: {@code scan at 10.0.0.9: 10.0.0.9 scanned …}. */
    static List<String> stories(Path out) throws IOException {
        List<String> stories = new ArrayList<>();
        for (JsonNode incident :
                JSON.readTree(out.resolve("report.json").toFile()).path("incidents")) {
            stories.add(incident.path("kind").asText() + " at "
                    + incident.path("endpoint").asText() + ": "
                    + incident.path("statement").asText());
        }
        return stories;
    }

    /** The incidents of the report in a folder. */
    static List<Told> incidents(Path out) throws IOException {
        return told(out, "incidents");
    }

    /** What the report in a folder says that failed without a RST. */
    static List<Told> failures(Path out) throws IOException {
        return told(out, "failures");
    }

    private static List<Told> told(Path out, String array) throws IOException {
        List<Told> told = new ArrayList<>();
        for (JsonNode one : JSON.readTree(out.resolve("report.json").toFile()).path(array)) {
            told.add(new Told(one.path("kind").asText(), one.path("endpoint").asText()));
        }
        return told;
    }
}

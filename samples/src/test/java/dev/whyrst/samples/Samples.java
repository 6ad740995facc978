package dev.whyrst.samples;

import dev.whyrst.scenario.Scenario;
import dev.whyrst.scenario.ScenarioException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The folders of samples beside this module's sources: one a cause, and below {@code incidents} and {@code failures} one a kind. */
final class Samples {

    static final String SCENARIO = "scenario.txt";
    static final String NEAR_MISS = "near-miss.txt";
    static final String EXPECTED = "expected.json";
    static final String LABELS = ".labels.json";

    private static final String HEADER = "# whyrst scenario 1";
    private static final Path ROOT = Path.of("").toAbsolutePath();
    private static final Path INCIDENTS = ROOT.resolve("incidents");
    private static final Path FAILURES = ROOT.resolve("failures");

    private Samples() {}

    /** Whether the committed captures and expectations are to be written anew instead of compared. */
    static boolean update() {
        return Boolean.getBoolean("golden.update");
    }

    /** In a run that updates, writes the capture of every scenario anew. */
    static void refresh() throws IOException {
        if (update()) {
            for (Path folder : played()) {
                for (Path file : scenarios(folder)) {
                    Files.write(captureOf(file), read(file).play().file());
                }
            }
        }
    }

    /** The folders of causes, by name. */
    static List<Path> folders() {
        return withScenario(ROOT);
    }

    /** The folders of kinds of incident, by name. */
    static List<Path> ofIncidents() {
        return withScenario(INCIDENTS);
    }

    /** The folders of causes, and those of kinds of incident. */
    static List<Path> all() {
        return Stream.concat(folders().stream(), ofIncidents().stream()).toList();
    }

    /** The folders of kinds of failure without a RST, by name. */
    static List<Path> ofFailures() {
        return withScenario(FAILURES);
    }

    /** All folders whose captures are played from scenarios. */
    static List<Path> played() {
        return Stream.concat(all().stream(), ofFailures().stream()).toList();
    }

    private static List<Path> withScenario(Path parent) {
        return list(parent).stream()
                .filter(folder -> Files.exists(folder.resolve(SCENARIO)))
                .toList();
    }

    /** All scenario files of a folder, by name. */
    static List<Path> scenarios(Path folder) {
        return list(folder).stream().filter(Samples::isScenario).toList();
    }

    /** All captures of a folder, by name. */
    static List<Path> captures(Path folder) {
        return list(folder).stream()
                .filter(file ->
                        file.toString().endsWith(".pcap") || file.toString().endsWith(".pcapng"))
                .toList();
    }

    /** The capture that a scenario file is committed with. */
    static Path captureOf(Path scenarioFile) {
        String name = scenarioFile.getFileName().toString();
        String base = name.equals(SCENARIO) ? "capture" : name.substring(0, name.length() - ".txt".length());
        return scenarioFile.resolveSibling(base + ".pcap");
    }

    /** The scenario file that a capture was made from; it does not exist for a recorded capture. */
    static Path scenarioOf(Path capture) {
        String name = capture.getFileName().toString();
        String base = name.substring(0, name.lastIndexOf('.'));
        return capture.resolveSibling(base.equals("capture") ? SCENARIO : base + ".txt");
    }

    /** The labels of a recorded capture. */
    static Path labelsOf(Path capture) {
        String name = capture.getFileName().toString();
        return capture.resolveSibling(name.substring(0, name.lastIndexOf('.')) + LABELS);
    }

    static Scenario read(Path scenarioFile) {
        try {
            return Scenario.read(scenarioFile);
        } catch (ScenarioException e) {
            throw new AssertionError(nameOf(scenarioFile) + ", " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Folder and file, for messages. */
    static String nameOf(Path file) {
        return ROOT.relativize(file.toAbsolutePath()).toString();
    }

    private static boolean isScenario(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return file.toString().endsWith(".txt")
                    && lines.findFirst().orElse("").equals(HEADER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.whyrst.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.incident.IncidentKind;
import dev.whyrst.scenario.ExpectedIncident;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Guards the folders of incidents: each kind has a story that is told as such, and one that looks like it and is not. */
class IncidentSamplesTest {

    private static final int LARGEST_CAPTURE = 20_000;

    @TempDir
    private Path out;

    @Test
    void there_is_a_folder_for_every_kind_and_none_without() {
        assertThat(Samples.ofIncidents())
                .extracting(folder -> folder.getFileName().toString())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(IncidentKind.values()).map(IncidentKind::id).toList());
    }

    @TestFactory
    Stream<DynamicTest> a_scenario_expects_the_kind_of_its_folder_and_where() {
        return Samples.ofIncidents().stream()
                .map(folder -> DynamicTest.dynamicTest(
                        Samples.nameOf(folder), () -> assertThat(expected(folder, Samples.SCENARIO))
                                .anyMatch(incident -> incident.told()
                                        && isOf(folder, incident)
                                        && incident.endpoint().isPresent())));
    }

    @TestFactory
    Stream<DynamicTest> a_near_miss_expects_that_kind_nowhere() {
        return Samples.ofIncidents().stream()
                .map(folder -> DynamicTest.dynamicTest(
                        Samples.nameOf(folder), () -> assertThat(expected(folder, Samples.NEAR_MISS))
                                .anyMatch(incident -> !incident.told()
                                        && isOf(folder, incident)
                                        && incident.endpoint().equals(Optional.empty()))));
    }

    @TestFactory
    Stream<DynamicTest> the_tool_tells_what_the_lines_of_a_story_expect() {
        return Samples.ofIncidents().stream()
                .flatMap(folder -> Samples.scenarios(folder).stream())
                .map(file -> DynamicTest.dynamicTest(Samples.nameOf(file), () -> holds(file)));
    }

    @TestFactory
    Stream<DynamicTest> captures_stay_small() {
        return Samples.ofIncidents().stream()
                .flatMap(folder -> Samples.captures(folder).stream())
                .map(capture -> DynamicTest.dynamicTest(
                        Samples.nameOf(capture),
                        () -> assertThat(capture.toFile().length()).isLessThan(LARGEST_CAPTURE)));
    }

    private void holds(Path file) throws IOException {
        Expectations expectations = new Expectations(Files.readString(file));
        List<ReportedReset> resets = Tool.analyze(Samples.captureOf(file), expectations.toolOptions(), out);

        List<String> misses = expectations.misses(resets, Tool.incidents(out), Tool.failures(out), reset -> false);
        assertThat(misses).as(() -> "\n" + String.join("\n", misses)).isEmpty();
    }

    private static List<ExpectedIncident> expected(Path folder, String file) {
        return Samples.read(folder.resolve(file)).incidents();
    }

    private static boolean isOf(Path folder, ExpectedIncident incident) {
        return incident.kind().id().equals(folder.getFileName().toString());
    }
}

package dev.whyrst.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.scenario.ExpectedFailure;
import dev.whyrst.timeline.FailureKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Guards the folders of failures without a RST: a story that is told as such, and one that looks like it and fails nobody. */
class FailureSamplesTest {

    @TempDir
    private Path out;

    @TestFactory
    Stream<DynamicTest> a_scenario_expects_the_kind_of_its_folder_and_a_near_miss_does_not() {
        return Samples.ofFailures().stream()
                .map(folder -> DynamicTest.dynamicTest(Samples.nameOf(folder), () -> {
                    FailureKind kind =
                            FailureKind.byId(folder.getFileName().toString()).orElseThrow();

                    assertThat(expected(folder, Samples.SCENARIO))
                            .anyMatch(failure ->
                                    failure.told() && failure.kind().stream().anyMatch(kind::equals));
                    assertThat(expected(folder, Samples.NEAR_MISS))
                            .anyMatch(failure ->
                                    !failure.told() && failure.kind().stream().allMatch(kind::equals));
                }));
    }

    @TestFactory
    Stream<DynamicTest> the_tool_tells_what_the_lines_of_a_story_expect() {
        return Samples.ofFailures().stream()
                .flatMap(folder -> Samples.scenarios(folder).stream())
                .map(file -> DynamicTest.dynamicTest(Samples.nameOf(file), () -> holds(file)));
    }

    private void holds(Path file) throws IOException {
        Expectations expectations = new Expectations(Files.readString(file));
        List<ReportedReset> resets = Tool.analyze(Samples.captureOf(file), expectations.toolOptions(), out);

        List<String> misses = expectations.misses(resets, Tool.incidents(out), Tool.failures(out), reset -> false);
        assertThat(misses).as(() -> "\n" + String.join("\n", misses)).isEmpty();
    }

    private static List<ExpectedFailure> expected(Path folder, String file) {
        return Samples.read(folder.resolve(file)).failures();
    }
}

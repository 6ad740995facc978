package dev.whyrst.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Holds what the tool says about every scenario against the expectations that stand in its lines. */
class ScenarioRulesTest {

    @TempDir
    Path out;

    @Test
    void there_are_scenarios() {
        assertThat(scenarioFiles())
                .hasSizeGreaterThanOrEqualTo(2 * Samples.folders().size());
    }

    @TestFactory
    Stream<DynamicTest> the_tool_says_what_the_lines_of_a_scenario_expect() {
        return scenarioFiles().stream()
                .map(file -> DynamicTest.dynamicTest(Samples.nameOf(file), () -> {
                    List<String> misses = misses(file);
                    assertThat(misses)
                            .as(() -> "\n" + String.join("\n", misses))
                            .isEmpty();
                }));
    }

    private List<String> misses(Path file) throws IOException {
        Expectations expectations = new Expectations(Files.readString(file));
        Path capture = Files.write(out.resolve(Samples.nameOf(file).replace('/', '-')), expectations.capture());
        Path report = out.resolve("report");
        List<ReportedReset> reported = Tool.analyze(capture, expectations.toolOptions(), report);
        ExpectedReport known = new ExpectedReport(file.getParent());
        return expectations.misses(reported, Tool.incidents(report), Tool.failures(report), reset -> known.of(
                        Samples.captureOf(file), reset.frame())
                .map(ExpectedReport.Reset::notYet)
                .orElse(false));
    }

    private static List<Path> scenarioFiles() {
        return Samples.folders().stream()
                .flatMap(folder -> Samples.scenarios(folder).stream())
                .toList();
    }
}

package dev.whyrst.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.scenario.Expectation;
import dev.whyrst.scenario.Scenario;
import dev.whyrst.scenario.ScenarioCapture;
import dev.whyrst.scenario.ScenarioCapture.ExpectedReset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
        Scenario scenario = Samples.read(file);
        ScenarioCapture played = scenario.play();
        Path capture = Files.write(out.resolve(Samples.nameOf(file).replace('/', '-')), played.file());
        List<ExpectedReset> expected = played.resets();
        List<ReportedReset> reported = Tool.analyze(capture, scenario.toolOptions(), out.resolve("report"));
        assertThat(reported.stream().map(ReportedReset::frame))
                .as("frames of the reported RSTs of %s", Samples.nameOf(file))
                .containsExactlyElementsOf(
                        expected.stream().map(reset -> (long) reset.frame()).toList());
        List<String> lines = Files.readAllLines(file);
        List<String> misses = new ArrayList<>();
        ExpectedReport known = new ExpectedReport(file.getParent());
        for (int i = 0; i < expected.size(); i++) {
            String wrong = wrong(expected.get(i).expectation(), reported.get(i));
            boolean notYet = known.of(Samples.captureOf(file), expected.get(i).frame())
                    .map(ExpectedReport.Reset::notYet)
                    .orElse(false);
            if (!wrong.isEmpty() && !notYet) {
                misses.add(story(lines, expected.get(i), reported.get(i), wrong));
            }
        }
        return misses;
    }

    /** What of a report contradicts an expectation; empty if nothing does. */
    private static String wrong(Expectation expectation, ReportedReset reported) {
        List<String> wrong = new ArrayList<>();
        if (expectation.causes().stream().noneMatch(cause -> cause.id().equals(reported.cause()))) {
            wrong.add("cause");
        } else if (!expectation.confidence().allows(reported.confidence())) {
            wrong.add("confidence");
        }
        if (expectation.emitter().stream().anyMatch(emitter -> !emitter.label().equals(reported.emitter()))) {
            wrong.add("emitter");
        }
        if (expectation.repeat() != reported.repeat()) {
            wrong.add("repeat");
        }
        return String.join(", ", wrong);
    }

    private static String story(List<String> lines, ExpectedReset expected, ReportedReset reported, String wrong) {
        StringBuilder text = new StringBuilder(500);
        text.append("frame ").append(expected.frame()).append(", line ").append(expected.line());
        text.append(": ").append(lines.get(expected.line() - 1).strip());
        text.append("\n  wrong: ").append(wrong);
        text.append("\n  said:  ").append(reported.cause()).append(' ').append(reported.confidence());
        text.append(" by ").append(reported.emitter()).append(reported.repeat() ? " repeat" : "");
        for (String reason : reported.reasons()) {
            text.append("\n    ").append(reason);
        }
        return text.toString();
    }

    private static List<Path> scenarioFiles() {
        return Samples.folders().stream()
                .flatMap(folder -> Samples.scenarios(folder).stream())
                .toList();
    }
}

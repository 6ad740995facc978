package dev.whyrst.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.scenario.Expectation;
import dev.whyrst.scenario.ExpectedFailure;
import dev.whyrst.scenario.ExpectedIncident;
import dev.whyrst.scenario.ExpectedIncident.Told;
import dev.whyrst.scenario.Scenario;
import dev.whyrst.scenario.ScenarioCapture;
import dev.whyrst.scenario.ScenarioCapture.ExpectedReset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Holds what the tool reports of a scenario against what the scenario's lines expect. */
final class Expectations {

    private final List<String> lines;
    private final Scenario scenario;
    private final ScenarioCapture capture;

    /** @param text the scenario as written */
    Expectations(String text) {
        this.lines = text.lines().toList();
        this.scenario = Scenario.parse(text);
        this.capture = scenario.play();
    }

    /** Options that the analysis of the capture is to be given. */
    List<String> toolOptions() {
        return scenario.toolOptions();
    }

    /** The capture that the scenario becomes. */
    byte[] capture() {
        return capture.file();
    }

    /**
     * What is wrong in a report, an item for each RST, incident and failure that was expected otherwise.
     *
     * @param reported what the report says of the RSTs
     * @param told its incidents
     * @param failures what it says that failed without a RST
     * @param notYet the RSTs about which the tool is known to be wrong so far
     */
    List<String> misses(
            List<ReportedReset> reported, List<Told> told, List<Told> failures, Predicate<ExpectedReset> notYet) {
        List<ExpectedReset> expected = capture.resets();
        assertThat(reported.stream().map(ReportedReset::frame))
                .as("frames of the reported RSTs")
                .containsExactlyElementsOf(
                        expected.stream().map(reset -> (long) reset.frame()).toList());
        List<String> misses = new ArrayList<>();
        for (int i = 0; i < expected.size(); i++) {
            List<String> missed = missed(expected.get(i).expectation(), reported.get(i));
            if (!missed.isEmpty() && !notYet.test(expected.get(i))) {
                misses.add(story(expected.get(i), reported.get(i), missed));
            }
        }
        for (ExpectedIncident incident : scenario.incidents()) {
            if (!incident.isMetBy(told)) {
                misses.add(line(incident.line()) + "\n  said:  " + told);
            }
        }
        for (ExpectedFailure failure : scenario.failures()) {
            if (!failure.isMetBy(failures)) {
                misses.add(line(failure.line()) + "\n  said:  " + failures);
            }
        }
        return misses;
    }

    private static List<String> missed(Expectation expectation, ReportedReset reported) {
        return expectation.missedBy(reported.cause(), reported.confidence(), reported.emitter(), reported.repeat());
    }

    private String story(ExpectedReset expected, ReportedReset reported, List<String> missed) {
        StringBuilder text = new StringBuilder(500);
        text.append("frame ").append(expected.frame()).append(", ").append(line(expected.line()));
        text.append("\n  wrong: ").append(String.join(", ", missed));
        text.append("\n  said:  ").append(reported.cause()).append(' ').append(reported.confidence());
        text.append(" by ").append(reported.emitter()).append(reported.repeat() ? " repeat" : "");
        for (String reason : reported.reasons()) {
            text.append("\n    ").append(reason);
        }
        return text.toString();
    }

    private String line(int number) {
        return "line " + number + ": " + lines.get(number - 1).strip();
    }
}

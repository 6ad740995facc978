package dev.whyrst.attribution.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.attribution.Attribution;
import dev.whyrst.scenario.Case;
import dev.whyrst.scenario.Expectation;
import java.util.Comparator;
import java.util.List;

/** Lets all stages of a verdict work on a short story. */
public final class VerdictCase {

    private VerdictCase() {}

    /** The attributions of all RSTs in the order of the capture; each must be as the story expects, where it expects anything. */
    public static List<Attribution> attributions(Case story) {
        List<Long> positions = story.timelines().stream()
                .flatMap(timeline -> timeline.resets().stream())
                .map(reset -> reset.tracePosition())
                .sorted()
                .toList();
        Attributor attributor = new Attributor(
                story.facts(), responder -> story.connectTimeout(), position -> id(positions.indexOf(position)));
        List<Attribution> attributions = story.timelines().stream()
                .flatMap(timeline -> attributor.attribute(timeline).stream())
                .sorted(Comparator.comparingLong(one -> one.reset().tracePosition()))
                .toList();
        for (int i = 0; i < attributions.size(); i++) {
            Attribution said = attributions.get(i);
            story.expectation(i).ifPresent(expected -> check(expected, said));
        }
        return attributions;
    }

    private static void check(Expectation expected, Attribution said) {
        List<String> missed = expected.missedBy(
                said.cause().id(),
                said.confidence().label(),
                said.emitter().label(),
                said.repeatOf().isPresent());
        assertThat(missed)
                .as(
                        "%s: expected %s, said %s %s by %s %s",
                        said.id(),
                        expected.text(),
                        said.cause().id(),
                        said.confidence(),
                        said.emitter(),
                        said.evidence())
                .isEmpty();
    }

    private static String id(int place) {
        return "rst-" + (place + 1);
    }
}

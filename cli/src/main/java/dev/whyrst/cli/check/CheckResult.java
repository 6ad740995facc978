package dev.whyrst.cli.check;

import dev.whyrst.cli.check.RuleResult.Status;
import dev.whyrst.text.Counts;
import java.util.List;
import java.util.stream.Stream;

/**
 * What came of a whole check.
 *
 * @param input results about the input itself, before those of rules
 * @param worse with a baseline: what is new or worse than it; null without one
 */
public record CheckResult(
        Policy policy, List<Recording> recordings, List<RuleResult> input, List<RuleResult> rules, List<Change> worse) {

    /** Whether a rule is violated that is an error. */
    public boolean violated() {
        return rules.stream().anyMatch(RuleResult::isError)
                || input.stream().anyMatch(r -> r.isError() && !isDamage(r));
    }

    /** Whether the policy does not put up with damage of the input. */
    public boolean damaged() {
        return input.stream().anyMatch(r -> r.isError() && isDamage(r));
    }

    private static boolean isDamage(RuleResult result) {
        return result.title().equals(Gate.WHOLE);
    }

    /** Results about the input, then those of rules. */
    List<RuleResult> all() {
        return Stream.concat(input.stream(), rules.stream()).toList();
    }

    /** The verdict in one line. */
    public String verdict() {
        long errors = all().stream().filter(RuleResult::isError).count();
        long warnings = all().stream().filter(RuleResult::isWarning).count();
        long judged = rules.stream()
                .filter(r -> r.status() == Status.KEPT || r.status() == Status.BROKEN)
                .count();
        String text = errors == 0
                ? "passed: " + Counts.of(judged, "rule") + " kept"
                : "FAILED: " + Counts.grouped(errors) + " of " + Counts.of(judged + input.size(), "rule") + " broken";
        long open = rules.stream().filter(r -> r.status() == Status.NOT_JUDGED).count();
        return "whyrst check " + text + (warnings == 0 ? "" : ", " + Counts.of(warnings, "warning"))
                + (open == 0 ? "" : ", " + Counts.grouped(open) + " not judged for want of conversations") + " ("
                + policy.title() + ")";
    }
}

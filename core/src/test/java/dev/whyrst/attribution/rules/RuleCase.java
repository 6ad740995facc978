package dev.whyrst.attribution.rules;

import dev.whyrst.attribution.Attribution;
import dev.whyrst.attribution.Evidence;
import dev.whyrst.attribution.Limit;
import dev.whyrst.attribution.Verdict;
import dev.whyrst.attribution.facts.Facts;
import dev.whyrst.attribution.facts.RstContext;
import dev.whyrst.attribution.verdict.Attributor;
import dev.whyrst.scenario.Case;
import dev.whyrst.timeline.Timeline;
import java.util.List;

/** One RST of a short story, to ask a rule about. */
final class RuleCase {

    private final Case story;

    private RuleCase(Case story) {
        this.story = story;
    }

    /** The RST of a story that {@link Case#of} understands. */
    static RuleCase of(String lines) {
        return new RuleCase(Case.of(lines));
    }

    /** The same story, about its RST at that place among all, from 0. */
    RuleCase about(int reset) {
        return new RuleCase(story.about(reset));
    }

    /** What all rules and facts read; a new one each time. */
    RstContext context() {
        return Facts.of(story);
    }

    /** What the rule says of the RST. */
    Opinion opinion(Rule rule) {
        return rule.examine(context());
    }

    /** What the rule claims; if it claims nothing, the test fails with the rule's reason. */
    Claim claim(Rule rule) {
        Opinion opinion = opinion(rule);
        if (opinion instanceof Claim claim) {
            return claim;
        }
        throw new AssertionError(rule.cause() + " is not claimed: " + opinion);
    }

    /** Why the rule claims nothing; if it claims something, the test fails with the claim. */
    String because(Rule rule) {
        Opinion opinion = opinion(rule);
        if (opinion instanceof Opinion.Unclaimed unclaimed) {
            return unclaimed.because();
        }
        throw new AssertionError(rule.cause() + " is claimed: " + opinion);
    }

    /** What is said of the RST in the end, after all rules. */
    Verdict verdict() {
        Timeline timeline = story.timeline();
        Attributor attributor =
                new Attributor(story.facts(), responder -> story.connectTimeout(), position -> "r" + position);
        List<Attribution> attributions = attributor.attribute(timeline);
        return attributions.get(timeline.resets().indexOf(story.reset())).verdict();
    }

    /** The reasons that keep a claim from being surer than it is. */
    static List<String> limits(Claim claim) {
        return sentences(Limit.reached(claim.limits(), claim.confidence()));
    }

    /** The sentences of a claim's evidence. */
    static List<String> evidence(Claim claim) {
        return sentences(claim.evidence());
    }

    private static List<String> sentences(List<Evidence> facts) {
        return facts.stream().map(Evidence::statement).toList();
    }
}

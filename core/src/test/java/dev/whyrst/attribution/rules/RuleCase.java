package dev.whyrst.attribution.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.attribution.Evidence;
import dev.whyrst.attribution.facts.Facts;
import dev.whyrst.scenario.Case;
import java.util.List;

/** What one rule says of the RST of a short story. What the story expects is a matter of all rules, and not looked at. */
final class RuleCase {

    private final Opinion opinion;

    private RuleCase(Opinion opinion) {
        this.opinion = opinion;
    }

    /** Asks the rule about the RST of a story as {@link Case#of} plays it. */
    static RuleCase of(Rule rule, String story) {
        return of(rule, Case.of(story));
    }

    static RuleCase of(Rule rule, Case story) {
        return new RuleCase(rule.examine(Facts.of(story)));
    }

    /** The claim of the rule, which must claim its cause. */
    Claim claim() {
        assertThat(opinion).isInstanceOf(Claim.class);
        return (Claim) opinion;
    }

    /** The evidence of the claim: {@code for (strong): …}. */
    List<String> evidence() {
        return claim().evidence().stream().map(Evidence::toString).toList();
    }

    /** Why the rule, which must not claim its cause, does not consider it. */
    String refusal() {
        assertThat(opinion).isInstanceOf(Opinion.Unclaimed.class);
        return ((Opinion.Unclaimed) opinion).because();
    }
}

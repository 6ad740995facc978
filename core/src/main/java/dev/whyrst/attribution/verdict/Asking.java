package dev.whyrst.attribution.verdict;

import dev.whyrst.attribution.rules.Claim;
import dev.whyrst.attribution.rules.Opinion;
import dev.whyrst.attribution.rules.Rule;
import java.util.Arrays;
import java.util.List;

/** Asks every rule, each independently of the others. */
final class Asking implements Stage {

    private final List<Rule> rules;

    Asking(List<Rule> rules) {
        this.rules = rules;
    }

    @Override
    public void work(Draft draft) {
        Opinion[] opinions = new Opinion[rules.size()];
        for (int i = 0; i < opinions.length; i++) {
            opinions[i] = opinion(rules.get(i), draft);
            if (opinions[i] instanceof Claim claim) {
                draft.claims().add(claim);
            }
        }
        draft.heard(Arrays.asList(opinions));
    }

    private static Opinion opinion(Rule rule, Draft draft) {
        try {
            return rule.examine(draft.context());
        } catch (RuntimeException e) {
            return draft.failed(new FailedRule(rule.cause(), e));
        }
    }
}

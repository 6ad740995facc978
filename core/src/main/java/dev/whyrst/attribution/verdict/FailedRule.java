package dev.whyrst.attribution.verdict;

import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.Confidence;
import dev.whyrst.attribution.Emitter;
import dev.whyrst.attribution.Evidence;
import dev.whyrst.attribution.Evidence.Stance;
import dev.whyrst.attribution.Evidence.Weight;
import dev.whyrst.attribution.Limit;
import dev.whyrst.attribution.facts.RstContext;
import dev.whyrst.attribution.rules.Claim;
import dev.whyrst.attribution.rules.Opinion;
import java.util.List;

/**
 * A rule that failed by an error of its own. It might have been right, so that nothing is decided without it: that costs this one
 * verdict, and nothing else.
 *
 * @param cause the cause that the rule knows
 */
record FailedRule(Cause cause, RuntimeException why) {

    /** What the rule is taken to have said. */
    Opinion opinion() {
        return Opinion.no("its rule failed because of an internal error");
    }

    /** What is claimed instead of a cause. */
    Claim claim(RstContext c) {
        Evidence failed = Evidence.of(
                Stance.AGAINST,
                Weight.STRONG,
                "The rule for " + cause.id() + " failed because of an internal error ("
                        + why.getClass().getSimpleName() + "), so that nothing is decided",
                c.rst());
        return new Claim(
                Cause.UNDETERMINED,
                Confidence.LOW,
                Emitter.of(c.sender()),
                List.of(failed),
                List.of(new Limit(Confidence.LOW, failed)),
                0,
                () -> "");
    }
}

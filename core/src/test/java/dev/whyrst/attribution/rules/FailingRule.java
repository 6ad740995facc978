package dev.whyrst.attribution.rules;

import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.facts.RstContext;
import java.util.NoSuchElementException;
import java.util.function.Predicate;

/** Says nothing of most RSTs, and fails at the others. */
public final class FailingRule extends Rule {

    private final Predicate<RstContext> failsAt;

    public FailingRule(Cause cause, Predicate<RstContext> failsAt) {
        super(cause);
        this.failsAt = failsAt;
    }

    @Override
    public Opinion examine(RstContext c) {
        if (failsAt.test(c)) {
            throw new NoSuchElementException("a fact that is not there");
        }
        return Opinion.no("it is not looked for");
    }
}

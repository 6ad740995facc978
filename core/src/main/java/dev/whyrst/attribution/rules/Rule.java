package dev.whyrst.attribution.rules;

import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.facts.RstContext;

/** Recognises one cause. Stateless; asked independently of all other rules. */
public abstract class Rule {

    private final Cause cause;

    Rule(Cause cause) {
        this.cause = cause;
    }

    /** The cause that the rule knows. */
    public final Cause cause() {
        return cause;
    }

    /** Whether this cause is behind the RST, how sure that is, and why; or what is missing for it. */
    public abstract Opinion examine(RstContext c);

    /** Begins a claim of the rule's cause. */
    final Proof claim(RstContext c) {
        return Proof.of(cause, c);
    }
}

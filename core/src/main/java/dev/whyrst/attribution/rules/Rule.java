package dev.whyrst.attribution.rules;

import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.facts.RstContext;
import java.util.Optional;

/** Recognises one cause. Stateless; asked independently of all other rules. */
interface Rule {

    Cause cause();

    /** The claim that this cause is behind the RST; empty where nothing speaks for it. */
    Optional<Claim> examine(RstContext c);
}

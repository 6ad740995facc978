package dev.whyrst.attribution.rules;

import dev.whyrst.attribution.facts.RstContext;
import dev.whyrst.attribution.facts.TtlFit;

/** The former name of {@link RivalExplanations}, for a rule whose doubts are not priced yet. */
final class OtherEnds {

    private OtherEnds() {}

    /** Whether another than the host may have answered in its name; says why. */
    static boolean mayBeAnothers(RstContext c, Proof proof) {
        RivalExplanations.otherAnswerer(c, proof);
        return c.silence().mayBeForgotten()
                || c.ttlFit() == TtlFit.SAME_DISTANCE
                || c.forgerySigns().otherMac();
    }
}

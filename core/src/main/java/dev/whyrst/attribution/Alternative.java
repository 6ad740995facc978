package dev.whyrst.attribution;

import java.util.List;

/**
 * A cause that was considered and lost.
 *
 * @param evidence what speaks for it and against it
 * @param limits all that lowered its confidence
 */
public record Alternative(Cause cause, Confidence confidence, List<Evidence> evidence, List<Limit> limits) {

    /** What keeps it from being surer, in the order in which it was found. */
    public List<Evidence> limitedBy() {
        return Limit.reached(limits, confidence);
    }
}

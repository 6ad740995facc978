package dev.whyrst.attribution.rules;

import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.Confidence;
import dev.whyrst.attribution.Emitter;
import dev.whyrst.attribution.Evidence;
import java.util.List;

/** One rule's proposal for a RST. */
record Claim(Cause cause, Confidence confidence, Emitter emitter, List<Evidence> evidence, String settle) {

    /** How many facts decide for the claim. */
    long decisive() {
        return evidence.stream()
                .filter(e -> e.stance() == Evidence.Stance.FOR && e.weight() == Evidence.Weight.DECISIVE)
                .count();
    }
}

package dev.whyrst.attribution.rules;

import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.Confidence;
import dev.whyrst.attribution.Emitter;
import dev.whyrst.attribution.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * One rule's proposal for a RST.
 *
 * @param decisive how many facts of the evidence decide for the claim
 * @param settle writes what would settle what is left open
 */
record Claim(
        Cause cause,
        Confidence confidence,
        Emitter emitter,
        List<Evidence> evidence,
        int decisive,
        Supplier<String> settle) {

    /** The claim, no surer than that. */
    Claim atMost(Confidence limit) {
        return new Claim(cause, confidence.atMost(limit), emitter, evidence, decisive, settle);
    }

    /** The claim with one more fact, unless it rests on it already. */
    Claim with(Evidence fact) {
        for (Evidence known : evidence) {
            if (known.statement().equals(fact.statement())) {
                return this;
            }
        }
        List<Evidence> more = new ArrayList<>(evidence);
        more.add(fact);
        return new Claim(cause, confidence, emitter, more, decisive, settle);
    }

    /** Whether the claim is surer than the other, or as sure with more facts that decide. */
    boolean beats(Claim other) {
        return confidence == other.confidence ? decisive > other.decisive : confidence.rank() > other.confidence.rank();
    }
}

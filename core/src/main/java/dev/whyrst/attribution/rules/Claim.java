package dev.whyrst.attribution.rules;

import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.Confidence;
import dev.whyrst.attribution.Emitter;
import dev.whyrst.attribution.Evidence;
import dev.whyrst.attribution.Limit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * One rule's proposal for a RST.
 *
 * @param limits all that lowered its confidence, whether it still decides it or not
 * @param decisive how many facts of the evidence decide for the claim
 * @param settle writes what would settle what is left open
 */
public record Claim(
        Cause cause,
        Confidence confidence,
        Emitter emitter,
        List<Evidence> evidence,
        List<Limit> limits,
        int decisive,
        Supplier<String> settle)
        implements Opinion {

    /** The claim, no surer than that, and why. */
    public Claim atMost(Confidence most, Evidence reason) {
        return confidence.rank() <= most.rank() ? this : limitedTo(most, reason);
    }

    /** The claim with that confidence, and why it has no other. */
    public Claim limitedTo(Confidence most, Evidence reason) {
        List<Limit> more = new ArrayList<>(limits);
        more.add(new Limit(most, reason));
        return new Claim(cause, most, emitter, evidence, more, decisive, settle);
    }

    /** The claim with one more fact, unless it rests on it already. */
    public Claim with(Evidence fact) {
        for (Evidence known : evidence) {
            if (known.statement().equals(fact.statement())) {
                return this;
            }
        }
        List<Evidence> more = new ArrayList<>(evidence);
        more.add(fact);
        return with(more);
    }

    /** The claim with other evidence. */
    public Claim with(List<Evidence> facts) {
        return new Claim(cause, confidence, emitter, facts, limits, decisive, settle);
    }

    /** The same claim for another RST of the episode, with what shows that it belongs there. */
    public Claim further(Emitter maker, Evidence belongs) {
        return new Claim(cause, confidence, maker, List.of(belongs), limits, 0, settle);
    }

    /** Whether the claim is surer than the other, or as sure with more facts that decide. */
    public boolean beats(Claim other) {
        return confidence == other.confidence ? decisive > other.decisive : confidence.rank() > other.confidence.rank();
    }
}

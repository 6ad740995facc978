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
import dev.whyrst.attribution.rules.Words;
import java.util.ArrayList;
import java.util.List;

/** Chooses one claim: by confidence, then by decisive facts, then by the order of the catalogue. */
final class Arbiter {

    private Arbiter() {}

    /** Puts the surest first, and claims that are as sure in the order of the catalogue; without a claim, or where a rule failed, the cause is undetermined. */
    static void rank(Draft draft) {
        List<Claim> ranked = new ArrayList<>(Math.max(1, draft.claims().size()));
        for (Claim claim : draft.claims()) {
            insert(ranked, claim);
        }
        if (draft.failure().isPresent()) {
            ranked.add(0, draft.failure().get().claim(draft.context()));
        } else if (ranked.isEmpty()) {
            ranked.add(undetermined(draft.context()));
        }
        draft.claims(ranked);
    }

    private static void insert(List<Claim> claims, Claim claim) {
        int at = claims.size();
        while (at > 0 && claim.beats(claims.get(at - 1))) {
            at--;
        }
        claims.add(at, claim);
    }

    /** The claim where nothing else is claimed. */
    static Claim undetermined(RstContext c) {
        Evidence looked = Evidence.of(Stance.AGAINST, Weight.STRONG, () -> inVain(c), c.rst());
        return new Claim(
                Cause.UNDETERMINED,
                Confidence.LOW,
                Emitter.of(c.sender()),
                List.of(looked),
                List.of(new Limit(Confidence.LOW, looked)),
                0,
                () -> "A capture of both directions that begins before the connection does, or one at "
                        + c.timeline().endpoint(c.sender()).address());
    }

    private static String inVain(RstContext c) {
        if (c.timeline().segments().size() == c.timeline().resets().size()) {
            return "The capture holds no other segment of this conversation";
        }
        if (c.trigger().isPresent()) {
            return "The RST has the numbers of an answer to "
                    + Words.frame(c.trigger().get().segment())
                    + ", but what the capture shows fits no cause that is known";
        }
        return (isKeptWhole(c) ? "No captured segment" : "None of the segments that are kept of this conversation")
                + " has the numbers that this RST would answer, and it does not line up with what its sender sent";
    }

    private static boolean isKeptWhole(RstContext c) {
        return c.timeline().elided() == 0 && c.timeline().earlierReset() == 0;
    }
}

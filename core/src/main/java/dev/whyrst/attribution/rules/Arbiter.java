package dev.whyrst.attribution.rules;

import dev.whyrst.attribution.Alternative;
import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.Confidence;
import dev.whyrst.attribution.Emitter;
import dev.whyrst.attribution.Evidence;
import dev.whyrst.attribution.Evidence.Stance;
import dev.whyrst.attribution.Evidence.Weight;
import dev.whyrst.attribution.signals.ResetCase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Asks every rule and chooses one claim: by confidence, then by decisive facts, then by the order of the catalogue. */
final class Arbiter {

    private static final Comparator<Claim> SUREST_FIRST =
            Comparator.<Claim>comparingInt(c -> -c.confidence().rank()).thenComparingLong(c -> -c.decisive());

    private final List<Rule> rules;

    Arbiter(List<Rule> rules) {
        this.rules = rules;
    }

    /** All claims, the winner first; never empty. */
    List<Claim> judge(ResetCase c) {
        List<Claim> claims = new ArrayList<>();
        for (Rule rule : rules) {
            rule.examine(c).ifPresent(claims::add);
        }
        claims.sort(SUREST_FIRST);
        if (claims.isEmpty()) {
            claims.add(undetermined(c));
        }
        return claims;
    }

    /** The claims that lost. */
    static List<Alternative> alternatives(List<Claim> claims) {
        return claims.stream()
                .skip(1)
                .map(c -> new Alternative(c.cause(), c.confidence().atMost(Confidence.MEDIUM), c.evidence()))
                .toList();
    }

    /** The claim where nothing else is claimed. */
    static Claim undetermined(ResetCase c) {
        List<Evidence> looked = new ArrayList<>();
        boolean alone = c.timeline().segments().size() == c.timeline().resets().size();
        looked.add(new Evidence(
                Stance.AGAINST,
                Weight.STRONG,
                alone
                        ? "The capture holds no other segment of this conversation"
                        : "No captured segment has the numbers that this RST would answer, and it does not line up with what its"
                                + " sender sent",
                List.of(c.rst().at())));
        return new Claim(
                Cause.UNDETERMINED,
                Confidence.LOW,
                Emitter.of(c.sender()),
                looked,
                "A capture of both directions that begins before the connection does, or one at "
                        + c.timeline().endpoint(c.sender()).address());
    }
}

package dev.whyrst.attribution.rules;

import dev.whyrst.attribution.Alternative;
import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.Confidence;
import dev.whyrst.attribution.Emitter;
import dev.whyrst.attribution.Evidence;
import dev.whyrst.attribution.Evidence.Stance;
import dev.whyrst.attribution.Evidence.Weight;
import dev.whyrst.attribution.facts.RstContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Asks every rule and chooses one claim: by confidence, then by decisive facts, then by the order of the catalogue. */
final class Arbiter {

    private final List<Rule> rules;

    Arbiter(List<Rule> rules) {
        this.rules = rules;
    }

    /** All claims, the winner first; never empty. */
    List<Claim> judge(RstContext c) {
        List<Claim> claims = new ArrayList<>(4);
        for (Rule rule : rules) {
            Optional<Claim> claim = rule.examine(c);
            if (claim.isPresent()) {
                insert(claims, heeding(c, claim.get()));
            }
        }
        if (claims.isEmpty()) {
            claims.add(undetermined(c));
        }
        if (c.stated().isPresent()) {
            claims.set(0, claims.get(0).with(StatedWords.of(c.stated().get(), c.rst())));
        }
        Optional<Evidence> notice = LastNotice.before(c, claims.get(0).cause());
        if (notice.isPresent()) {
            claims.set(0, claims.get(0).with(notice.get()));
        }
        return claims;
    }

    /** Where a device says in the RST what made it send it, causes of which it does not speak are no longer certain. */
    private static Claim heeding(RstContext c, Claim claim) {
        if (c.stated().isEmpty() || !c.stated().get().isOfDevice()) {
            return claim;
        }
        return switch (c.stated().get().kind()) {
            case IDLE_TIMER -> claim.cause() == Cause.IDLE_TIMEOUT ? claim : claim.atMost(Confidence.MEDIUM);
            case POLICY -> claim.cause() == Cause.FIREWALL_REJECT ? claim : claim.atMost(Confidence.MEDIUM);
            default -> claim.atMost(Confidence.HIGH);
        };
    }

    /** Keeps the surest first, and claims that are as sure in the order of the catalogue. */
    private static void insert(List<Claim> claims, Claim claim) {
        int at = claims.size();
        while (at > 0 && claim.beats(claims.get(at - 1))) {
            at--;
        }
        claims.add(at, claim);
    }

    /** The claims that lost. */
    static List<Alternative> alternatives(List<Claim> claims) {
        if (claims.size() == 1) {
            return List.of();
        }
        List<Alternative> alternatives = new ArrayList<>(claims.size() - 1);
        for (Claim claim : claims.subList(1, claims.size())) {
            alternatives.add(
                    new Alternative(claim.cause(), claim.confidence().atMost(Confidence.MEDIUM), claim.evidence()));
        }
        return Collections.unmodifiableList(alternatives);
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

    /** The claim where nothing else is claimed. */
    static Claim undetermined(RstContext c) {
        Evidence looked = Evidence.of(Stance.AGAINST, Weight.STRONG, () -> inVain(c), c.rst());
        return new Claim(
                Cause.UNDETERMINED,
                Confidence.LOW,
                Emitter.of(c.sender()),
                List.of(looked),
                0,
                () -> "A capture of both directions that begins before the connection does, or one at "
                        + c.timeline().endpoint(c.sender()).address());
    }
}

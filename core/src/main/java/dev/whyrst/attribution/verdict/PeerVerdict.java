package dev.whyrst.attribution.verdict;

import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.Confidence;
import dev.whyrst.attribution.Emitter;
import dev.whyrst.attribution.Evidence;
import dev.whyrst.attribution.Evidence.Stance;
import dev.whyrst.attribution.Evidence.Weight;
import dev.whyrst.attribution.Limit;
import dev.whyrst.attribution.Testimony;
import dev.whyrst.attribution.Testimony.Origin;
import dev.whyrst.attribution.Testimony.Request;
import dev.whyrst.attribution.Thresholds;
import dev.whyrst.attribution.Trigger;
import dev.whyrst.attribution.facts.RstContext;
import dev.whyrst.attribution.rules.Claim;
import dev.whyrst.timeline.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Holds the claims of the rules against the testimony of another capture: who made a RST is then no matter of signs. */
final class PeerVerdict {

    private static final Evidence AS_FAR_AS_CAPTURES_TELL = new Evidence(
            Stance.AGAINST, Weight.WEAK, "The two captures together tell no more surely who made the RST", List.of());

    private PeerVerdict() {}

    /** Lets a RST that was made elsewhere than the first of its episode begin an episode of its own. */
    static void separate(List<RstContext> cases, int[] primaries, List<Testimony> heard) {
        for (int i = 0; i < primaries.length; i++) {
            int original = RecapturedReset.originalOf(cases, i);
            if (original >= 0) {
                primaries[i] = primaries[original];
                continue;
            }
            boolean forged = heard.get(i).origin() == Origin.BETWEEN;
            boolean ofForged = heard.get(primaries[i]).origin() == Origin.BETWEEN;
            if (forged && !ofForged) {
                primaries[i] = i;
            }
        }
    }

    /** Holds the claims against the testimony; the winner is first. */
    static void revise(Draft draft) {
        Testimony testimony = draft.testimony();
        if (!testimony.isSilent()) {
            draft.claims(revised(draft.context(), draft.claims(), testimony));
        }
    }

    private static List<Claim> revised(RstContext c, List<Claim> claims, Testimony testimony) {
        return switch (testimony.origin()) {
            case SENDER -> ofSender(c, claims, testimony);
            case BETWEEN -> between(c, claims, testimony);
            case OPEN -> open(claims, testimony);
        };
    }

    /** The claim for a further RST of an episode after the testimony was heard. */
    static Claim further(RstContext c, Claim claim, Testimony testimony) {
        if (testimony.isSilent()) {
            return claim;
        }
        Emitter emitter =
                switch (testimony.origin()) {
                    case SENDER -> Emitter.of(c.sender());
                    case BETWEEN -> Emitter.MIDDLEBOX;
                    case OPEN -> claim.emitter();
                };
        return with(claim, emitter, claim.confidence(), testimony.evidence());
    }

    private static List<Claim> ofSender(RstContext c, List<Claim> claims, Testimony testimony) {
        List<Claim> own = new ArrayList<>();
        List<Claim> refuted = new ArrayList<>();
        for (Claim claim : claims) {
            (claim.emitter() == Emitter.MIDDLEBOX ? refuted : own).add(claim);
        }
        if (own.isEmpty()) {
            own.add(Arbiter.undetermined(c));
        }
        Claim best = own.get(0);
        // What wins only because another capture refutes what looked likelier is no surer than that.
        boolean overruled = claims.get(0).emitter() == Emitter.MIDDLEBOX;
        Confidence confidence = overruled ? best.confidence().atMost(testimony.confidence()) : best.confidence();
        own.set(0, with(best, Emitter.of(c.sender()), confidence, testimony.evidence()));
        String against = "The other capture shows that the RST is the sender's own";
        refuted.forEach(claim -> own.add(refuted(claim, c, against)));
        return own;
    }

    private static List<Claim> between(RstContext c, List<Claim> claims, Testimony testimony) {
        Cause cause = cause(c, claims, testimony);
        Claim best = new Claim(
                cause,
                testimony.confidence(),
                Emitter.MIDDLEBOX,
                List.of(),
                limits(List.of(), testimony.confidence()),
                0,
                PeerVerdict::nothing);
        List<Claim> others = new ArrayList<>();
        for (Claim claim : claims) {
            boolean foreign = claim.emitter() == Emitter.MIDDLEBOX;
            if (foreign && claim.cause() == cause) {
                best = claim.confidence().rank() > testimony.confidence().rank()
                        ? claim
                        : with(claim, Emitter.MIDDLEBOX, testimony.confidence(), List.of());
            } else if (claim.cause() != Cause.UNDETERMINED) {
                others.add(foreign ? claim : refuted(claim, c, "The other capture shows that a device made the RST"));
            }
        }
        others.add(0, with(best, Emitter.MIDDLEBOX, best.confidence(), testimony.evidence()));
        return others;
    }

    private static List<Claim> open(List<Claim> claims, Testimony testimony) {
        List<Claim> heard = new ArrayList<>(claims);
        Claim best = claims.get(0);
        heard.set(0, with(best, best.emitter(), best.confidence(), testimony.evidence()));
        return heard;
    }

    /** An injector lets the segment pass that it answers, a filter does not. */
    private static Cause cause(RstContext c, List<Claim> claims, Testimony testimony) {
        if (testimony.request() == Request.PASSED) {
            return Cause.INJECTED_RST;
        }
        if (testimony.request() == Request.SWALLOWED) {
            boolean refusal = testimony.answered().filter(Segment::isInitialSyn).isPresent();
            return !refusal && silence(c, testimony) >= Thresholds.FORGOTTEN_AFTER
                    ? Cause.IDLE_TIMEOUT
                    : Cause.FIREWALL_REJECT;
        }
        return claims.stream()
                .filter(claim -> claim.emitter() == Emitter.MIDDLEBOX)
                .findFirst()
                .map(Claim::cause)
                .orElse(Cause.INJECTED_RST);
    }

    private static String nothing() {
        return "";
    }

    /** How long nothing was captured before the segment that a RST answers, in nanoseconds. */
    static long silence(RstContext c, Testimony testimony) {
        if (testimony.answered().isEmpty()) {
            return c.silence().beforeTrigger();
        }
        Segment answered = testimony.answered().get();
        int at = c.timeline().segments().indexOf(answered);
        return at <= 0
                ? 0
                : answered.timeNanos() - c.timeline().segments().get(at - 1).timeNanos();
    }

    /** The segment that a RST answers, as far as the other capture or the numbers tell. */
    static Optional<Trigger> trigger(RstContext c, Testimony testimony) {
        if (testimony.answered().isEmpty()) {
            return c.trigger();
        }
        Segment answered = testimony.answered().get();
        return Optional.of(new Trigger(answered, c.rst().timeNanos() - answered.timeNanos()));
    }

    private static Claim with(Claim claim, Emitter emitter, Confidence confidence, List<Evidence> first) {
        List<Evidence> evidence = new ArrayList<>(first);
        evidence.addAll(claim.evidence());
        return new Claim(
                claim.cause(),
                confidence,
                emitter,
                evidence,
                confidence == claim.confidence() ? claim.limits() : limits(claim.limits(), confidence),
                claim.decisive(),
                first.isEmpty() || claim.cause().isAbort() ? claim.settle() : PeerVerdict::nothing);
    }

    /** The limits of a claim that the other capture made surer or less sure: how much the two together tell is one more. */
    private static List<Limit> limits(List<Limit> before, Confidence confidence) {
        List<Limit> limits = new ArrayList<>(before);
        limits.add(new Limit(confidence, AS_FAR_AS_CAPTURES_TELL));
        return limits;
    }

    private static Claim refuted(Claim claim, RstContext c, String statement) {
        Evidence against = new Evidence(
                Stance.AGAINST, Weight.DECISIVE, statement, List.of(c.rst().at()));
        Claim refuted = with(claim, claim.emitter(), Confidence.LOW, List.of(against));
        return refuted.limitedTo(Confidence.LOW, against);
    }
}

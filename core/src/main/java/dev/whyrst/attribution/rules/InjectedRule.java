package dev.whyrst.attribution.rules;

import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.Confidence;
import dev.whyrst.attribution.Emitter;
import dev.whyrst.attribution.facts.ForgeryDetectors;
import dev.whyrst.attribution.facts.ForgerySigns;
import dev.whyrst.attribution.facts.IpIdFit;
import dev.whyrst.attribution.facts.Misdirected;
import dev.whyrst.attribution.facts.RstContext;
import dev.whyrst.attribution.facts.TamperingNames;
import dev.whyrst.attribution.facts.TriggerSigns;
import dev.whyrst.attribution.facts.TtlFit;
import dev.whyrst.timeline.TtlCounts;

/** A third party forged the RST to end the connection. */
final class InjectedRule extends Rule {

    /** So many signs that do not come from one another are no chance. */
    private static final int SIGNS = 3;

    InjectedRule() {
        super(Cause.INJECTED_RST);
    }

    @Override
    public Opinion examine(RstContext c) {
        ForgerySigns signs = c.forgerySigns();
        int count = signs.count();
        if (count == 0 || Misdirected.isAnswered(c, c.ttlFit())) {
            return Opinion.no("?");
        }
        Proof proof = claim(c).by(Emitter.MIDDLEBOX);
        origin(c, signs, proof);
        making(c, signs, proof);
        behaviour(c, signs, proof);
        names(c, proof);
        proof.settledBy(() -> Words.whereToLook(c, "it was forged on the path"));
        return proof.claim(confidence(c, signs, count));
    }

    private static Confidence confidence(RstContext c, ForgerySigns signs, int count) {
        boolean fromElsewhere = isFar(c, signs)
                || signs.ttl().differs() && signs.independent() > 1
                || signs.otherMac() && signs.independent() >= SIGNS;
        boolean strong = signs.mirrorsIpId() || signs.afterlife().isPresent() || fromElsewhere && !c.isStateless();
        boolean signed =
                signs.signature().isPresent() && signs.signature().get().isWhole();
        if (TriggerSigns.isMissing(c, c.silence()) && signs.fromElsewhere()) {
            return Confidence.MEDIUM;
        }
        if (c.isAlone() && count == 1) {
            return Confidence.LOW;
        }
        if (strong && signs.independent() >= SIGNS) {
            return Confidence.CERTAIN;
        }
        if (strong || signed) {
            return Confidence.HIGH;
        }
        if (signs.fromElsewhere() && TriggerSigns.wasTaken(c)) {
            return Confidence.MEDIUM;
        }
        return count >= 2 ? Confidence.MEDIUM : Confidence.LOW;
    }

    /** Whether it came another way than its host's segments, by more hops than paths change. */
    private static boolean isFar(RstContext c, ForgerySigns signs) {
        return signs.ttl().differs() && Math.abs(TtlFit.hopsNearer(c)) > TtlCounts.DETOUR;
    }

    private static void origin(RstContext c, ForgerySigns signs, Proof proof) {
        if (signs.ttl().differs()) {
            proof.strong(
                    () -> "Its TTL " + c.rst().ttl() + " is not the " + TtlFit.usual(c) + " of the host that it names",
                    c.rst());
        }
        if (signs.otherMac()) {
            proof.strong("It came from another link-layer address than the host's segments", c.rst());
        }
        if (signs.flowLabelZero()) {
            proof.weak("Its flow label is 0, the host's own segments carry another", c.rst());
        }
    }

    private static void making(RstContext c, ForgerySigns signs, Proof proof) {
        if (signs.ipId() == IpIdFit.OFF) {
            proof.weak(() -> "Its IP-ID " + c.rst().ipId() + " is off the counter of the host's segments", c.rst());
        }
        if (signs.mirrorsIpId()) {
            proof.decisive(() -> "Its IP-ID " + c.rst().ipId() + " is copied from the other side's segment", c.rst());
        }
        if (signs.mirrorsWindow()) {
            proof.strong(
                    () -> "Its window " + c.rst().rawWindow() + " is copied from the other side's segment", c.rst());
        }
        signs.signature()
                .ifPresent(s -> proof.strong(
                        () -> "RSTs back to back at port "
                                + c.timeline().responder().port() + " with the windows " + s.windows() + ", as made by "
                                + s.who(),
                        s.resets()));
        if (signs.lacksTimestamps()) {
            proof.weak("It lacks the timestamps option that the connection uses", c.rst());
        }
    }

    private static void names(RstContext c, Proof proof) {
        if (!c.isAlone()) {
            proof.weak(
                    () -> {
                        String detectors = ForgeryDetectors.of(c, c.forgerySigns());
                        return "In the literature: " + TamperingNames.of(c)
                                + (detectors.isEmpty() ? "" : "; detectors " + detectors);
                    },
                    c.rst());
        }
        Words.requestedName(c)
                .ifPresent(request -> proof.weak(
                        () -> "It followed a request that names \""
                                + c.timeline().serverName() + "\", which devices that filter by name look at",
                        request));
    }

    private static void behaviour(RstContext c, ForgerySigns signs, Proof proof) {
        signs.bothEnds()
                .ifPresent(r ->
                        proof.strong("A RST went to the other end at the same moment, answering nothing", r.segment()));
        signs.forgedClose()
                .ifPresent(s -> proof.strong(
                        "At the same moment a FIN to its sender acknowledged bytes that this had never sent",
                        s,
                        c.rst()));
        if (!signs.sprayed().isEmpty()) {
            proof.strong(() -> signs.sprayed().size() + " further RSTs carry numbers that the host had never reached");
        }
        signs.afterlife().ifPresent(s -> proof.decisive("The host went on talking after its supposed RST", s, c.rst()));
    }
}

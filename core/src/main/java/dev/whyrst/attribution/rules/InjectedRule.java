package dev.whyrst.attribution.rules;

import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.Confidence;
import dev.whyrst.attribution.Emitter;
import dev.whyrst.attribution.Thresholds;
import dev.whyrst.attribution.facts.ForgerSignature;
import dev.whyrst.attribution.facts.ForgeryDetectors;
import dev.whyrst.attribution.facts.ForgerySigns;
import dev.whyrst.attribution.facts.IpIdFit;
import dev.whyrst.attribution.facts.Misdirected;
import dev.whyrst.attribution.facts.RstContext;
import dev.whyrst.attribution.facts.TamperingNames;
import dev.whyrst.attribution.facts.TriggerSigns;
import dev.whyrst.attribution.facts.TtlFit;
import dev.whyrst.text.Durations;
import dev.whyrst.timeline.TtlCounts;

/**
 * A third party forged the RST to end the connection; the host that it names did not send it (RFC 5961 section 3 makes that
 * harder, RFC 3360 tells why devices do it).
 */
final class InjectedRule extends Rule {

    InjectedRule() {
        super(Cause.INJECTED_RST);
    }

    @Override
    public Opinion examine(RstContext c) {
        ForgerySigns signs = c.forgerySigns();
        int count = signs.count();
        if (count == 0) {
            return Opinion.no(
                    "no field of the RST, its path or its pace differs from what the host that it names sends");
        }
        if (signs.isOnlyLackOfTimestamps()) {
            return Opinion.no(
                    "the RST lacks the timestamps of its connection, but no RST needs them, and nothing else differs from what the host sends");
        }
        if (Misdirected.isAnswered(c, c.ttlFit())) {
            return Opinion.no(
                    "the RST answers a segment beyond all that the host had offered room for, as one that passed a NAT untranslated");
        }
        if (signs.fromElsewhere() && TriggerSigns.isAfterOwnReset(c)) {
            return Opinion.no(
                    "the host itself had reset the connection before: who answers what still comes need not forge anything");
        }
        Proof proof = claim(c).by(Emitter.MIDDLEBOX);
        origin(c, signs, proof);
        making(c, signs, proof);
        behaviour(c, signs, proof);
        names(c, proof);
        return limited(c, signs, count, proof)
                .settledBy(() -> Words.whereToLook(c, "it was forged on the path"))
                .claim();
    }

    /** How sure the signs make it: what only a forger does weighs more than what hosts and paths do now and then. */
    private static Proof limited(RstContext c, ForgerySigns signs, int count, Proof proof) {
        if (TriggerSigns.isMissing(c, c.silence()) && signs.fromElsewhere()) {
            return proof.base(
                    Confidence.MEDIUM,
                    "It came out of a silence: a device whose idle timer runs out does so too",
                    c.rst());
        }
        if (c.isAlone() && count == 1) {
            return proof.base(
                    Confidence.LOW,
                    "There is one sign only, and no segment of the conversation to compare the RST with");
        }
        if (isStrong(c, signs)) {
            return proof.limit(
                    Confidence.HIGH,
                    signs.independent() - signs.ofNumbers() < Thresholds.SIGNS_OF_FORGERY,
                    "There are fewer than three signs that do not come from one another, numbers apart");
        }
        if (signs.signature().filter(ForgerSignature::isWhole).isPresent()) {
            return proof.base(
                    Confidence.HIGH, "The device is known by its windows alone, which another may make as well");
        }
        if (signs.payload().isPresent()) {
            return proof.base(
                    Confidence.HIGH, "The device is known by its payload alone, which another may send as well");
        }
        return ordinary(c, signs, count, proof);
    }

    /** The signs are such as hosts show too. */
    private static Proof ordinary(RstContext c, ForgerySigns signs, int count, Proof proof) {
        if (signs.areOnlyOfMaking() && !c.rst().hasPayload()) {
            return proof.base(
                    Confidence.LOW,
                    "It only was built apart from the connection, without its options or its counter, as some stacks build their RSTs");
        }
        if (signs.mirrorsIpId() && signs.independent() == 1) {
            return proof.base(
                    Confidence.LOW,
                    "A stack that builds its RSTs from the segment before them copies the IP-ID too, and nothing else differs");
        }
        boolean rejectsTaken = signs.fromElsewhere() && TriggerSigns.wasTaken(c) && !TtlFit.mayBeHabit(c, signs.ttl());
        return proof.base(Confidence.MEDIUM, "Hosts, paths and packet filters now and then show each of its signs too")
                .limit(
                        Confidence.LOW,
                        count == 1 && !rejectsTaken && !signs.tooYoung(),
                        "There is one sign only, and hosts, paths and packet filters now and then show it too");
    }

    /** Whether a sign is among them that only forgers show, or a way that no host's abort takes. */
    private static boolean isStrong(RstContext c, ForgerySigns signs) {
        if (signs.afterlife().isPresent() || copiesAsForger(signs) || goesBackAsForger(signs)) {
            return true;
        }
        if (signs.independent() == 1 && TtlFit.mayBeHabit(c, signs.ttl())) {
            return false;
        }
        boolean fromElsewhere = isFar(c, signs)
                || signs.ttl().differs() && signs.independent() > 1
                || signs.otherMac() && signs.independent() >= Thresholds.SIGNS_OF_FORGERY;
        return fromElsewhere && !c.isStateless();
    }

    /** Whether the IP-ID is copied, and not by a stack that may have built its RST from the segment before it. */
    private static boolean copiesAsForger(ForgerySigns signs) {
        return signs.mirrorsIpId() && signs.independent() > 1;
    }

    private static boolean goesBackAsForger(ForgerySigns signs) {
        return signs.goesBack()
                && (signs.acksNothing() || signs.tooYoung() || signs.ttl().differs());
    }

    /** Whether it came another way than its host's segments, by more hops than paths change. */
    private static boolean isFar(RstContext c, ForgerySigns signs) {
        return signs.ttl().differs() && Math.abs(TtlFit.hopsNearer(c)) > TtlCounts.DETOUR;
    }

    private static void origin(RstContext c, ForgerySigns signs, Proof proof) {
        proof.strong(
                        signs.ttl().differs(),
                        () -> "Its TTL " + c.rst().ttl() + " is not the " + TtlFit.usual(c)
                                + " of the host that it names",
                        c.rst())
                .strong(signs.otherMac(), "It came from another link-layer address than the host's segments", c.rst())
                .weak(signs.flowLabelZero(), "Its flow label is 0, the host's own segments carry another", c.rst());
    }

    private static void making(RstContext c, ForgerySigns signs, Proof proof) {
        proof.weak(
                signs.ipId() == IpIdFit.OFF,
                () -> "Its IP-ID " + c.rst().ipId() + " is off the counter of the host's segments",
                c.rst());
        if (signs.mirrorsIpId()) {
            proof.decisive(() -> "Its IP-ID " + c.rst().ipId() + " is copied from the other side's segment", c.rst());
        }
        proof.strong(
                signs.mirrorsWindow(),
                () -> "Its window " + c.rst().rawWindow() + " is copied from the other side's segment",
                c.rst());
        signs.signature()
                .ifPresent(s -> proof.strong(
                        () -> "RSTs back to back at port "
                                + c.timeline().responder().port() + " with the windows " + s.windows() + ", as made by "
                                + s.who(),
                        s.resets()));
        signs.payload()
                .ifPresent(p -> proof.strong(
                        () -> "Its payload is, byte by byte, the one that " + p.who() + ", put into its resets",
                        c.rst()));
        proof.weak(signs.lacksTimestamps(), "It lacks the timestamps option that the connection uses", c.rst())
                .strong(
                        signs.goesBack(),
                        () ->
                                "Its number lies behind what the host had sent a moment before, and it answers nothing new",
                        c.rst())
                .weak(signs.acksNothing(), "It has ACK, but acknowledges nothing: the field is 0", c.rst())
                .strong(
                        signs.tooYoung(),
                        () ->
                                "It acknowledges data that had passed here less than half a round trip before, too late to have"
                                        + " reached the host and been answered: the host takes "
                                        + Durations.measured(c.roundTrip(c.sender())) + " at least",
                        c.rst());
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
        proof.strong(
                !signs.sprayed().isEmpty(),
                () -> signs.sprayed().size() + " further RSTs carry numbers that the host had never reached");
        signs.afterlife().ifPresent(s -> proof.decisive("The host went on talking after its supposed RST", s, c.rst()));
    }
}

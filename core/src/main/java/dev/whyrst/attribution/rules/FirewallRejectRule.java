package dev.whyrst.attribution.rules;

import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.Confidence;
import dev.whyrst.attribution.Emitter;
import dev.whyrst.attribution.facts.ForgerySigns;
import dev.whyrst.attribution.facts.Pace;
import dev.whyrst.attribution.facts.PortFate;
import dev.whyrst.attribution.facts.RstContext;
import dev.whyrst.attribution.facts.StatedCause;
import dev.whyrst.attribution.facts.TriggerSigns;
import dev.whyrst.attribution.facts.TtlFit;
import dev.whyrst.timeline.Segment;
import dev.whyrst.timeline.Side;

/**
 * A packet filter on the path answers in the host's name: the numbers of a stateless answer, but not the host's distance, MAC or
 * response time (netfilter's REJECT with tcp-reset, firewalls' deny with reset).
 */
final class FirewallRejectRule extends Rule {

    /** A filter answers at once, however busy it is. */
    private static final long LATEST = 2_000_000_000L;

    FirewallRejectRule() {
        super(Cause.FIREWALL_REJECT);
    }

    @Override
    public Opinion examine(RstContext c) {
        if (StatedCause.isStated(c.stated(), StatedCause.Kind.POLICY)
                && c.stated().orElseThrow().isOfDevice()) {
            return stated(c, c.stated().orElseThrow());
        }
        if (!c.isStateless() || c.trigger().isEmpty() || c.trigger().get().delayNanos() > LATEST) {
            return Opinion.no("?");
        }
        ForgerySigns signs = c.forgerySigns();
        boolean elsewhere = signs.fromElsewhere() || signs.flowLabelZero() || Pace.isTooFast(c);
        Segment trigger = c.trigger().get().segment();
        boolean refusal = trigger.isInitialSyn() && c.sender() == Side.RESPONDER;
        if (!elsewhere && refusal) {
            return ownFilter(c, trigger);
        }
        if (!elsewhere || signs.mirrorsIpId()) {
            return Opinion.no("?");
        }
        Proof proof = claim(c).by(Emitter.MIDDLEBOX)
                .strong(() -> "The RST has the numbers of an answer to " + Words.frame(trigger), trigger, c.rst());
        signs(c, signs, proof);
        request(c, proof);
        proof.settledBy(() -> Words.whereToLook(c, "a device before it made it"));
        if (!signs.fromElsewhere() && !signs.flowLabelZero() && signs.ttl() == TtlFit.SAME) {
            return proof.doubt("It came from as far as the host, which may have been slow when its pace was measured")
                    .claim(Confidence.LOW);
        }
        if (TriggerSigns.wasTaken(c)) {
            return proof.against("The host had acknowledged that segment before: no filter had rejected it", trigger)
                    .claim(Confidence.LOW);
        }
        if (refusal && mayForward(c)) {
            return proof.doubt(
                            "Nothing shows how far that port is: the host may forward its others to containers or hosts behind it")
                    .claim(Confidence.MEDIUM);
        }
        return proof.claim(refusal && signs.ttl().differs() ? Confidence.HIGH : Confidence.MEDIUM);
    }

    /** Whether the RST came from one hop nearer than what the host's other ports send, as it does where these are forwarded. */
    private static boolean mayForward(RstContext c) {
        boolean known = c.responderPort().filter(port -> port.accepted() > 0).isPresent();
        return !known && !Pace.isTooFast(c) && TtlFit.hopsNearer(c) == 1;
    }

    /** A filter on the host itself, from whose answers its own cannot be told, but for those whom it refuses. */
    private Opinion ownFilter(RstContext c, Segment trigger) {
        if (!PortFate.refusesAmongAcceptances(c)) {
            return Opinion.no("?");
        }
        return claim(c).weak(
                        () ->
                                "The port accepts some and refuses others by turns, as a rule of its host's own filter does",
                        trigger,
                        c.rst())
                .settledBy(() -> "The packet filter of "
                        + c.timeline().endpoint(c.sender()).address() + " itself")
                .claim(Confidence.LOW);
    }

    /** The device that made the RST says that a rule of its forbids the connection. */
    private Opinion stated(RstContext c, StatedCause stated) {
        Proof proof = claim(c).by(Emitter.MIDDLEBOX);
        if (stated.trust() == StatedCause.Trust.CLEAR) {
            proof.decisive(() -> StatedWords.sentence(stated), c.rst());
        } else {
            proof.strong(() -> StatedWords.sentence(stated), c.rst());
        }
        request(c, proof);
        return proof.settledBy("The rules and the log of that device").claim(Confidence.HIGH);
    }

    private static void request(RstContext c, Proof proof) {
        Words.requestedName(c)
                .ifPresent(request -> proof.weak(
                        () -> "It answered a request that names \""
                                + c.timeline().serverName() + "\"",
                        request));
    }

    private static void signs(RstContext c, ForgerySigns signs, Proof proof) {
        if (signs.ttl().differs()) {
            proof.strong(
                    () -> "Its TTL " + c.rst().ttl() + " is not the " + TtlFit.usual(c)
                            + " of the host that it names: it came from another distance",
                    c.rst());
        }
        if (signs.otherMac()) {
            proof.strong("It came from another link-layer address than the host's own segments", c.rst());
        }
        if (signs.flowLabelZero()) {
            proof.weak("Its flow label is 0, the host's own segments carry another", c.rst());
        }
        if (Pace.isTooFast(c)) {
            proof.strong(
                    () -> "It came " + Words.duration(c.trigger().orElseThrow().delayNanos())
                            + " after its trigger; the host itself never answered in less than "
                            + Words.duration(c.roundTrip(c.sender())));
        }
    }
}

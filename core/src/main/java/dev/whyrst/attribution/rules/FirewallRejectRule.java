package dev.whyrst.attribution.rules;

import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.Confidence;
import dev.whyrst.attribution.Emitter;
import dev.whyrst.attribution.Thresholds;
import dev.whyrst.attribution.Trigger;
import dev.whyrst.attribution.facts.ForgerySigns;
import dev.whyrst.attribution.facts.Pace;
import dev.whyrst.attribution.facts.PortFate;
import dev.whyrst.attribution.facts.RstContext;
import dev.whyrst.attribution.facts.StatedCause;
import dev.whyrst.attribution.facts.TriggerSigns;
import dev.whyrst.attribution.facts.TtlFit;
import dev.whyrst.text.Durations;
import dev.whyrst.timeline.Segment;
import dev.whyrst.timeline.Side;
import java.util.Optional;

/**
 * A packet filter on the path answers in the host's name: the numbers of a stateless answer (RFC 9293 section 3.5.2), but not the
 * host's distance, link-layer address or response time (netfilter's REJECT with tcp-reset, firewalls' deny with reset).
 */
final class FirewallRejectRule extends Rule {

    FirewallRejectRule() {
        super(Cause.FIREWALL_REJECT);
    }

    @Override
    public Opinion examine(RstContext c) {
        Optional<StatedCause> stated = c.stated();
        if (StatedCause.isStated(stated, StatedCause.Kind.POLICY)
                && stated.get().isOfDevice()) {
            return stated(c, stated.get());
        }
        boolean afterReset = TriggerSigns.isAfterOwnReset(c);
        if (!c.isStateless() && !afterReset) {
            return Opinion.no("the RST does not have the form of an answer");
        }
        if (c.trigger().isEmpty()) {
            return Opinion.no("no segment was captured that the RST would answer");
        }
        Trigger trigger = c.trigger().get();
        Optional<Segment> waiting = TriggerSigns.waitsOn(c);
        if (waiting.isPresent()) {
            return inPlaceOfInitiator(c, trigger.segment(), waiting.get());
        }
        if (trigger.delayNanos() > Thresholds.LATEST_REJECTION) {
            return Opinion.no(
                    "the RST came long after the segment that it would answer, which a filter rejects at once");
        }
        boolean refusal = trigger.segment().isInitialSyn() && c.sender() == Side.RESPONDER;
        if (isFromElsewhere(c)) {
            return c.forgerySigns().mirrorsIpId()
                    ? Opinion.no("the RST bears the IP-ID of the segment that it answers, as forgers copy it")
                    : ofDevice(c, trigger, refusal);
        }
        return refusal
                ? ownFilter(c, trigger.segment())
                : Opinion.no(
                        "neither distance, link-layer address, flow label nor pace tells the RST from the host's own");
    }

    private static boolean isFromElsewhere(RstContext c) {
        return c.forgerySigns().fromElsewhere() || c.forgerySigns().flowLabelZero() || Pace.isTooFast(c);
    }

    /** A device on the path made the RST, as far as its way, its making or its pace tell. */
    private Opinion ofDevice(RstContext c, Trigger trigger, boolean refusal) {
        ForgerySigns signs = c.forgerySigns();
        Segment answered = trigger.segment();
        Proof proof = claim(c).by(Emitter.MIDDLEBOX)
                .strong(() -> "The RST has the numbers of an answer to " + Words.frame(answered), answered, c.rst())
                .settledBy(() -> Words.whereToLook(c, "a device before it made it"));
        signs(c, trigger, signs, proof);
        request(c, proof);
        if (!signs.fromElsewhere() && !signs.flowLabelZero() && signs.ttl() == TtlFit.SAME) {
            return proof.doubt(
                            Confidence.LOW,
                            "It came from as far as the host, which may have been slow when its pace was measured")
                    .claim();
        }
        if (TriggerSigns.wasTaken(c)) {
            return proof.against(
                            Confidence.LOW,
                            "The host had acknowledged that segment before: no filter had rejected it",
                            answered)
                    .claim();
        }
        return proof.doubt(
                        Confidence.LOW,
                        signs.independent() == 1 && TtlFit.mayBeHabit(c, signs.ttl()),
                        "What stands on the path is nearer than the host, not farther: its stack may begin all its RSTs with this TTL",
                        c.rst())
                .doubt(
                        Confidence.MEDIUM,
                        refusal && mayForward(c),
                        "Nothing shows how far that port is: the host may forward its others to containers or hosts behind it")
                .limit(
                        Confidence.MEDIUM,
                        !refusal,
                        "What it answers is no request for a connection: a device that had forgotten the connection answers so too",
                        answered)
                .limit(
                        Confidence.MEDIUM,
                        !signs.ttl().differs(),
                        "Its TTL does not show that it came from another distance than the host's segments",
                        c.rst())
                .base(
                        Confidence.HIGH,
                        "A port that a device forwards to another host, which refuses, answers from another distance too")
                .claim();
    }

    /** The initiator never saw the SYN,ACK: something in front of it, or another host with its address, rejected it. */
    private Opinion inPlaceOfInitiator(RstContext c, Segment synAck, Segment again) {
        int hops = Math.abs(TtlFit.hops(c.rst().ttl()) - TtlFit.hops(again.ttl()));
        return claim(c).by(Emitter.MIDDLEBOX)
                .strong(
                        () -> "The RST answers the SYN,ACK, but the initiator sent the same SYN again in "
                                + Words.frame(again)
                                + ": its stack still waited, and had neither got the SYN,ACK nor sent the RST",
                        synAck,
                        c.rst(),
                        again)
                .strong(
                        c.rst().ttl() != again.ttl(),
                        () -> "Its TTL " + c.rst().ttl() + " is not the " + again.ttl() + " of the initiator's SYNs"
                                + (hops == 0 ? ", though the distance may be the same" : ""),
                        c.rst(),
                        again)
                .settledBy(() -> "A capture at " + c.timeline().initiator().address()
                        + ", and who else has that address or stands in front of it")
                .base(
                        Confidence.MEDIUM,
                        "Another host to which the SYN,ACK was delivered by mistake answers in the same way")
                .claim();
    }

    /** Whether the RST came from one hop nearer than what the host's other ports send, as it does where these are forwarded. */
    private static boolean mayForward(RstContext c) {
        boolean known = c.responderPort().filter(port -> port.accepted() > 0).isPresent();
        return !known && !Pace.isTooFast(c) && TtlFit.hopsNearer(c) == 1;
    }

    /** A filter on the host itself, from whose answers its own cannot be told, but for those whom it refuses. */
    private Opinion ownFilter(RstContext c, Segment trigger) {
        if (!PortFate.refusesAmongAcceptances(c)) {
            return Opinion.no(
                    "nothing tells the refusal from the host's own, and the port does not accept and refuse by turns");
        }
        return claim(c).weak(
                        () ->
                                "The port accepts some and refuses others by turns, as a rule of its host's own filter does",
                        trigger,
                        c.rst())
                .settledBy(() -> "The packet filter of "
                        + c.timeline().endpoint(c.sender()).address() + " itself")
                .base(
                        Confidence.LOW,
                        "A filter of the host answers like the host, and a listener that comes and goes refuses by turns too")
                .claim();
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
        return proof.settledBy("The rules and the log of that device")
                .base(
                        Confidence.HIGH,
                        "Only the RST's own words tell of a rule: nothing else in the capture shows that there is one",
                        c.rst())
                .claim();
    }

    private static void request(RstContext c, Proof proof) {
        Words.requestedName(c)
                .ifPresent(request -> proof.weak(
                        () -> "It answered a request that names \""
                                + c.timeline().serverName() + "\"",
                        request));
    }

    private static void signs(RstContext c, Trigger trigger, ForgerySigns signs, Proof proof) {
        proof.strong(
                        signs.ttl().differs(),
                        () -> "Its TTL " + c.rst().ttl() + " is not the " + TtlFit.usual(c)
                                + " of the host that it names: it came from another distance",
                        c.rst())
                .strong(
                        signs.otherMac(),
                        "It came from another link-layer address than the host's own segments",
                        c.rst())
                .weak(signs.flowLabelZero(), "Its flow label is 0, the host's own segments carry another", c.rst())
                .strong(
                        Pace.isTooFast(c),
                        () -> "It came " + Durations.measured(trigger.delayNanos())
                                + " after its trigger; the host itself never answered in less than "
                                + Durations.measured(c.roundTrip(c.sender())));
    }
}

package dev.whyrst.attribution.rules;

import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.Confidence;
import dev.whyrst.attribution.facts.LinuxAnswer;
import dev.whyrst.attribution.facts.PortFate;
import dev.whyrst.attribution.facts.RstContext;
import dev.whyrst.attribution.facts.TtlFit;
import dev.whyrst.timeline.PortFacts;
import dev.whyrst.timeline.Segment;
import dev.whyrst.timeline.Side;
import java.util.Optional;

/**
 * A SYN answered by a RST in the stateless form: nobody listens on the port (RFC 9293 section 3.10.7.1; Linux: NO_SOCKET).
 */
final class PortNotListeningRule extends Rule {

    private static final String ELSEWHERE = "the RST came from another distance than its sender's segments";

    PortNotListeningRule() {
        super(Cause.PORT_NOT_LISTENING);
    }

    @Override
    public Opinion examine(RstContext c) {
        if (c.isAlone()) {
            return unseenSyn(c);
        }
        if (c.sender() != Side.RESPONDER) {
            return Opinion.no("the RST is not the responder's");
        }
        if (c.trigger().isEmpty() || !c.trigger().get().segment().isInitialSyn()) {
            return Opinion.no("the RST does not answer a SYN");
        }
        Segment syn = c.trigger().get().segment();
        return c.spoke(Side.RESPONDER) ? afterTimeWait(c, syn) : refusal(c, syn);
    }

    /** One reason to doubt it is told, the gravest. */
    private Opinion refusal(RstContext c, Segment syn) {
        Proof proof = claim(c).decisive(
                        "The RST acknowledges the SYN (ACK = SEQ + SEG.LEN) and comes from a host that sent nothing else in this"
                                + " conversation: the answer to a SYN for a port without listener",
                        syn,
                        c.rst());
        if (c.ttlFit().differs()) {
            return proof.against(
                            Confidence.LOW,
                            () -> "Its TTL " + c.rst().ttl() + " is not that of the host's other segments ("
                                    + TtlFit.usual(c) + ")",
                            c.rst())
                    .claim();
        }
        if (!c.rst().hasAck()) {
            return proof.doubt(
                            Confidence.MEDIUM,
                            "It has no ACK, so that an initiator in SYN-SENT takes no notice of it",
                            c.rst())
                    .claim();
        }
        if (c.forgerySigns().signature().isPresent()) {
            return proof.against(Confidence.LOW, "A device that forges resets was seen to make such RSTs", c.rst())
                    .claim();
        }
        boolean listened = c.responderPort().isPresent() || !LinuxAnswer.is(c);
        if (c.timeline().previous().isPresent() && listened) {
            return proof.doubt(Confidence.MEDIUM, "The same ports had carried a connection before")
                    .claim();
        }
        return byPort(
                c,
                proof.settledBy(
                        "On the host: `ss -ltn` at that time, and its own filter, which answers alike (`nft list ruleset`);"
                                + " a capture at the host shows whether the RST is its own"));
    }

    /** Whether what else the port did in the capture leaves it possible that it listened. */
    private static Opinion byPort(RstContext c, Proof proof) {
        Optional<PortFacts> port = c.responderPort();
        if (port.isPresent() && PortFate.refusesAmongAcceptances(c)) {
            return proof.doubt(
                            Confidence.MEDIUM,
                            () -> "The port accepted others between its refusals, "
                                    + port.get().turns() + " times in turn: a rule of the host itself may refuse some")
                    .claim();
        }
        // Others than Linux answer a SYN so while the accept queue is full (samples/port-not-listening/near-miss.txt,
        // host W), or in
        // TIME_WAIT (the same, host L); a Linux that refuses after it has accepted was stopped (scenario.txt there,
        // host B).
        boolean mayListen = port.isPresent() && !LinuxAnswer.is(c);
        if (mayListen && isBetweenAcceptances(c, port.get())) {
            return proof.doubt(
                            Confidence.MEDIUM,
                            () -> "The port accepted " + port.get().accepted() + " other connections in this capture")
                    .claim();
        }
        boolean ofHost = c.ttlFit() == TtlFit.SAME;
        return proof.strong(ofHost, () -> "Its TTL " + c.rst().ttl() + " is that of the host's other segments", c.rst())
                .limit(
                        Confidence.HIGH,
                        !ofHost,
                        "No other segment of the host shows that its TTL is the host's own: a device may have answered",
                        c.rst())
                .limit(
                        Confidence.HIGH,
                        mayListen && port.get().firstAcceptedNanos() < c.rst().timeNanos(),
                        "The port had listened before, and a stack like this answers so while its accept queue is full")
                .claim();
    }

    /** The first SYN met the TIME_WAIT of the connection before, which the initiator's RST ended; the next one found nothing. */
    private Opinion afterTimeWait(RstContext c, Segment syn) {
        Optional<Segment> ended = c.timeline().before(c.reset()).stream()
                .filter(s -> s.from() == Side.INITIATOR && s.isReset())
                .findFirst();
        if (ended.isEmpty()) {
            return Opinion.no("the responder had answered, and no RST of the initiator had ended what answered");
        }
        if (c.handshake().synAck().isPresent()) {
            return Opinion.no("the responder had sent a SYN,ACK");
        }
        if (!c.rst().hasAck() || c.rst().rawSeq() != 0) {
            return Opinion.no("the RST does not have the form of a refusal (SEQ 0, ACK)");
        }
        if (c.timeline().previous().isEmpty()) {
            return Opinion.no("no earlier connection on the same ports was captured");
        }
        if (c.ttlFit().differs()) {
            return Opinion.no(ELSEWHERE);
        }
        return claim(c).strong(
                        () ->
                                "The RST acknowledges the SYN; what had answered the one before it, a connection that was over, had ended"
                                        + " with the RST in " + Words.frame(ended.get()),
                        ended.get(),
                        syn,
                        c.rst())
                .base(
                        Confidence.MEDIUM,
                        "That what had answered was a TIME_WAIT, so that nobody need have listened, is inferred",
                        ended.get())
                .claim();
    }

    /** With only one direction captured a RST,ACK without number of its own tells that it answers a segment without ACK: a SYN. */
    private Opinion unseenSyn(RstContext c) {
        boolean answersWithoutNumber =
                c.rst().hasAck() && c.rst().rawSeq() == 0 && c.rst().rawAck() != 0;
        if (!answersWithoutNumber) {
            return Opinion.no(
                    "the RST does not have the form of the answer to a SYN (SEQ 0, ACK), and none was captured");
        }
        if (c.ttlFit().differs()) {
            return Opinion.no(ELSEWHERE);
        }
        if (!isKnown(c)) {
            return Opinion.no("nothing else of its sender's host was captured");
        }
        return claim(c).strong(
                        "The RST has the form of the answer to a SYN (SEQ 0, ACK); the SYN was not captured", c.rst())
                .base(Confidence.MEDIUM, "That there was a SYN is inferred from the RST alone", c.rst())
                .limit(
                        Confidence.LOW,
                        c.isHeard(c.peer()),
                        "Other segments of the host that it is sent to were captured, so that its SYN should have been too")
                .settledBy("A capture of both directions")
                .claim();
    }

    /** Whether the sender's host is more to the capture than this RST. */
    private static boolean isKnown(RstContext c) {
        return c.isHeard(c.sender())
                || c.senderHost().isPresent() && c.senderHost().get().resets() > 1;
    }

    private static boolean isBetweenAcceptances(RstContext c, PortFacts port) {
        long now = c.rst().timeNanos();
        return port.firstAcceptedNanos() < now && port.lastAcceptedNanos() > now;
    }
}

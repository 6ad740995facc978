package dev.whyrst.attribution.rules;

import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.Confidence;
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

    PortNotListeningRule() {
        super(Cause.PORT_NOT_LISTENING);
    }

    @Override
    public Opinion examine(RstContext c) {
        if (c.isAlone()) {
            return unseenSyn(c);
        }
        if (c.sender() != Side.RESPONDER || !c.triggeredBy(Segment::isInitialSyn)) {
            return Opinion.no("?");
        }
        if (c.spoke(Side.RESPONDER)) {
            return behindTimeWait(c);
        }
        Segment syn = c.trigger().orElseThrow().segment();
        Proof proof = claim(c).decisive(
                        "The RST acknowledges the SYN (ACK = SEQ + SEG.LEN) and comes from a host that sent nothing else in this"
                                + " conversation: the answer to a SYN for a port without listener",
                        syn,
                        c.rst());
        if (c.ttlFit().differs()) {
            proof.against(
                    () -> "Its TTL " + c.rst().ttl() + " is not that of the host's other segments (" + TtlFit.usual(c)
                            + ")",
                    c.rst());
            return proof.claim(Confidence.LOW);
        }
        if (!c.rst().hasAck()) {
            proof.doubt("It has no ACK, so that an initiator in SYN-SENT takes no notice of it", c.rst());
            return proof.claim(Confidence.MEDIUM);
        }
        if (c.forgerySigns().signature().isPresent()) {
            proof.against("A device that forges resets was seen to make such RSTs", c.rst());
            return proof.claim(Confidence.LOW);
        }
        boolean listened = c.responderPort().isPresent() || !neverAnswersListenersSyn(c);
        if (c.timeline().previous().isPresent() && listened) {
            proof.doubt("The same ports had carried a connection before");
            return proof.claim(Confidence.MEDIUM);
        }
        return proof.settledBy(
                        "On the host: `ss -ltn` at that time, and its own filter, which answers alike (`nft list ruleset`);"
                                + " a capture at the host shows whether the RST is its own")
                .claim(confidence(c, proof));
    }

    /** The first SYN met the TIME_WAIT of the connection before, which the initiator's RST ended; the next one found nothing. */
    private Opinion behindTimeWait(RstContext c) {
        Optional<Segment> ended = c.timeline().before(c.reset()).stream()
                .filter(s -> s.from() == Side.INITIATOR && s.isReset())
                .findFirst();
        boolean refuses = c.rst().hasAck()
                && c.rst().rawSeq() == 0
                && c.handshake().synAck().isEmpty();
        if (ended.isEmpty()
                || !refuses
                || c.timeline().previous().isEmpty()
                || c.ttlFit().differs()) {
            return Opinion.no("?");
        }
        return claim(c).strong(
                        () ->
                                "The RST acknowledges the SYN; what had answered the one before it, a connection that was over, had ended"
                                        + " with the RST in " + Words.frame(ended.get()),
                        ended.get(),
                        c.trigger().orElseThrow().segment(),
                        c.rst())
                .claim(Confidence.MEDIUM);
    }

    /** With only one direction captured a RST,ACK without number of its own tells that it answers a segment without ACK: a SYN. */
    private Opinion unseenSyn(RstContext c) {
        boolean answersWithoutNumber =
                c.rst().hasAck() && c.rst().rawSeq() == 0 && c.rst().rawAck() != 0;
        if (!answersWithoutNumber || c.ttlFit().differs() || !isKnown(c)) {
            return Opinion.no("?");
        }
        return claim(c).strong(
                        "The RST has the form of the answer to a SYN (SEQ 0, ACK); the SYN was not captured", c.rst())
                .settledBy("A capture of both directions")
                .claim(c.isHeard(c.peer()) ? Confidence.LOW : Confidence.MEDIUM);
    }

    /** Whether the sender's host is more to the capture than this RST. */
    private static boolean isKnown(RstContext c) {
        return c.isHeard(c.sender())
                || c.senderHost().isPresent() && c.senderHost().get().resets() > 1;
    }

    private static Confidence confidence(RstContext c, Proof proof) {
        Optional<PortFacts> port = c.responderPort();
        boolean neverAnswersFullQueueSo = neverAnswersListenersSyn(c);
        if (PortFate.refusesAmongAcceptances(c)) {
            proof.doubt(() -> "The port accepted others between its refusals, "
                    + port.get().turns() + " times in turn: a rule of the host itself may refuse some");
            return Confidence.MEDIUM;
        }
        if (!neverAnswersFullQueueSo && port.isPresent() && isBetweenAcceptances(c, port.get())) {
            proof.doubt(() -> "The port accepted " + port.get().accepted() + " other connections in this capture");
            return Confidence.MEDIUM;
        }
        if (c.ttlFit() == TtlFit.SAME) {
            proof.strong(() -> "Its TTL " + c.rst().ttl() + " is that of the host's other segments", c.rst());
            boolean listenedBefore = port.isPresent()
                    && port.get().firstAcceptedNanos() < c.rst().timeNanos();
            return listenedBefore && !neverAnswersFullQueueSo ? Confidence.HIGH : Confidence.CERTAIN;
        }
        return Confidence.HIGH;
    }

    /** Whether the RST is made as by Linux, which answers no SYN to a listener so: not of a full queue, nor of a TIME_WAIT. */
    static boolean neverAnswersListenersSyn(RstContext c) {
        return c.rst().rawWindow() == 0 && c.rst().ipId() == 0 && c.rst().dontFragment();
    }

    private static boolean isBetweenAcceptances(RstContext c, PortFacts port) {
        long now = c.rst().timeNanos();
        return port.firstAcceptedNanos() < now && port.lastAcceptedNanos() > now;
    }
}

package dev.whyrst.attribution.rules;

import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.Confidence;
import dev.whyrst.attribution.facts.RstContext;
import dev.whyrst.timeline.Incarnation;
import dev.whyrst.timeline.Segment;
import dev.whyrst.timeline.Side;
import java.util.Optional;

/**
 * The initiator lost its state and used the ports again: its SYN meets the old connection, whose challenge ACK (RFC 5961 section
 * 4) fits nothing it knows, so it resets; then its SYN succeeds.
 */
final class HalfOpenClientRestartedRule extends Rule {

    HalfOpenClientRestartedRule() {
        super(Cause.HALF_OPEN_CLIENT_RESTARTED);
    }

    @Override
    public Opinion examine(RstContext c) {
        boolean answersBareAck = c.triggeredBy(s -> s.hasAck() && !s.isSyn());
        if (c.sender() != Side.INITIATOR
                || !answersBareAck
                || c.spokeBeyondHandshake(Side.INITIATOR)
                || c.handshake().syn().isEmpty()) {
            return Opinion.no("?");
        }
        Segment syn = c.handshake().syn().get();
        Segment ack = c.trigger().orElseThrow().segment();
        boolean beforeSynAck =
                c.handshake().synAck().isEmpty() || c.handshake().synAck().get().timeNanos() > ack.timeNanos();
        if (!beforeSynAck || c.handshake().isAcknowledgedBy(ack)) {
            return Opinion.no("?");
        }
        Proof proof = claim(c).decisive(
                        "The SYN was answered by an ACK of another connection (a challenge ACK), and the RST answers that ACK",
                        syn,
                        ack,
                        c.rst());
        Optional<Incarnation> previous = c.timeline().previous();
        if (previous.isPresent()) {
            proof.strong("An earlier connection on the same ports is in the capture");
        }
        boolean closedBefore = previous.filter(Incarnation::closed).isPresent();
        if (closedBefore) {
            proof.against("That connection had been closed");
        }
        boolean triedAgain =
                c.timeline().after(c.reset()).stream().anyMatch(s -> s.isInitialSyn() && s.rawSeq() == syn.rawSeq());
        if (triedAgain) {
            proof.strong("The same SYN was sent again after the RST", syn);
        }
        if (previous.isEmpty()) {
            proof.doubt(
                    "That connection is not in the capture: it may have been closed, and its other side be in TIME_WAIT");
        }
        boolean elsewhere = previous.filter(Incarnation::elsewhere).isPresent();
        if (elsewhere) {
            proof.doubt(
                    "The SYN came another way than the earlier connection: behind a NAT another host may have got the port");
        }
        if (closedBefore || elsewhere || previous.isEmpty()) {
            return proof.claim(Confidence.MEDIUM);
        }
        return proof.claim(isOfPrevious(c, ack) ? Confidence.CERTAIN : Confidence.HIGH);
    }

    /** Whether the ACK has the very numbers at which the earlier connection stood: no FIN of it was missed. */
    private static boolean isOfPrevious(RstContext c, Segment ack) {
        Optional<Incarnation> previous = c.timeline().previous();
        return previous.isPresent()
                && ack.rawSeq() == previous.get().responderNext()
                && ack.rawAck() == previous.get().initiatorNext();
    }
}

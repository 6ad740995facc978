package dev.whyrst.attribution.rules;

import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.Confidence;
import dev.whyrst.attribution.Shape;
import dev.whyrst.attribution.Thresholds;
import dev.whyrst.attribution.facts.PortFate;
import dev.whyrst.attribution.facts.RstContext;
import dev.whyrst.timeline.Segment;
import dev.whyrst.timeline.Side;
import java.util.Optional;

/**
 * The listener was closed while the connection waited in its accept queue: the stack aborts what nobody will accept (Linux:
 * inet_csk_listen_stop).
 */
final class ListenerClosedRule extends Rule {

    ListenerClosedRule() {
        super(Cause.APP_ABORT_LISTENER_CLOSED);
    }

    @Override
    public Opinion examine(RstContext c) {
        if (c.isStateless()) {
            boolean refused = PortFate.refusedSoonAfterwards(c);
            return refused || PortFate.endedJustBefore(c)
                    ? duringHandshake(c, refused)
                    : Opinion.no("the RST does not have the form of an abort, and the port did not end in that moment");
        }
        if (c.sender() != Side.RESPONDER || c.handshake().ack().isEmpty()) {
            return Opinion.no("the RST is not of a responder whose handshake was completed");
        }
        if (c.shape() != Shape.ACTIVE) {
            return Opinion.no("the RST does not have the form of an abort");
        }
        if (c.own().payloadBytes() > 0 || c.finishedBefore(Side.RESPONDER)) {
            return Opinion.no("the responder had sent data or closed: its program had accepted the connection");
        }
        return aborted(c);
    }

    /** A connection that nobody had accepted yet, as far as the capture tells. */
    private Opinion aborted(RstContext c) {
        Proof proof = claim(c).weak("The responder aborts a connection on which it never sent a byte", c.rst());
        if (!PortFate.refusedAfterwards(c)) {
            return proof.base(
                            Confidence.LOW,
                            "Nothing shows that the listener was gone: the port refused nobody afterwards")
                    .claim();
        }
        int neighbours = PortFate.abortedTogether(c);
        return proof.strong("Afterwards the port refused new connections: the listener was gone")
                .strong(neighbours > 1, () -> "The port aborted " + neighbours + " connections in that moment")
                .base(
                        Confidence.MEDIUM,
                        "Whether its program had accepted the connection, and aborted it itself, does not show on the wire")
                .limit(
                        Confidence.LOW,
                        neighbours <= 1,
                        "The port aborted no other connection in that moment, as a listener that ends does with all that wait")
                .settledBy("The server's log at that moment, and whether it had accepted the connection")
                .claim();
    }

    /** A listener that is closed takes the handshakes with it that were under way; their last ACK then meets a closed port. */
    private Opinion duringHandshake(RstContext c, boolean refused) {
        Optional<Segment> synAck = c.handshake().synAck();
        if (c.sender() != Side.RESPONDER || synAck.isEmpty() || !c.handshake().complete()) {
            return Opinion.no("the RST is not of a responder whose handshake was captured whole");
        }
        if (c.spokeBeyondHandshake(Side.RESPONDER)) {
            return Opinion.no("the responder had sent more than its SYN,ACK");
        }
        if (!answersEndOfHandshake(c)) {
            return Opinion.no("the RST does not answer the end of the handshake, nor what came with it");
        }
        if (c.ttlFit().differs()) {
            return Opinion.no("the RST came from another distance than the responder's segments");
        }
        return claim(c).strong(
                        "The responder answers the end of the handshake as if it had not begun it",
                        synAck.get(),
                        c.rst())
                .strong(
                        refused
                                ? "Soon after its SYN,ACK the port refused new connections: the listener was gone"
                                : "The port had closed its connections in one moment and accepted none afterwards")
                .base(
                        Confidence.MEDIUM,
                        "That the listener ended between SYN,ACK and ACK is inferred: a full accept queue is answered alike")
                .settledBy("The server's log at that moment")
                .claim();
    }

    private static boolean answersEndOfHandshake(RstContext c) {
        Optional<Segment> ack = c.handshake().ack();
        return ack.isPresent()
                && c.triggeredBy(s -> !s.isSyn() && s.timeNanos() - ack.get().timeNanos() <= Thresholds.AT_ONCE);
    }
}

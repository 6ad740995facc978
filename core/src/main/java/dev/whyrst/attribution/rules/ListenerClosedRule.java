package dev.whyrst.attribution.rules;

import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.Confidence;
import dev.whyrst.attribution.Shape;
import dev.whyrst.attribution.facts.Handshake;
import dev.whyrst.attribution.facts.PortFate;
import dev.whyrst.attribution.facts.RstContext;
import dev.whyrst.timeline.Side;

/** The listener was closed while the connection waited in its accept queue: the stack aborts what nobody will accept. */
final class ListenerClosedRule extends Rule {

    /** What comes this soon behind the last ACK of the handshake is part of the same burst; nanoseconds. */
    private static final long AT_ONCE = 5_000_000L;

    ListenerClosedRule() {
        super(Cause.APP_ABORT_LISTENER_CLOSED);
    }

    @Override
    public Opinion examine(RstContext c) {
        boolean refused = PortFate.refusedSoonAfterwards(c);
        if (c.isStateless() && (refused || PortFate.endedJustBefore(c))) {
            return duringHandshake(c, refused);
        }
        boolean accepted = c.sender() == Side.RESPONDER && c.handshake().ack().isPresent();
        if (!accepted || c.shape() != Shape.ACTIVE || c.own().payloadBytes() > 0 || c.finishedBefore(Side.RESPONDER)) {
            return Opinion.no("?");
        }
        Proof proof = claim(c).weak("The responder aborts a connection on which it never sent a byte", c.rst());
        if (!PortFate.refusedAfterwards(c)) {
            return proof.claim(Confidence.LOW);
        }
        proof.strong("Afterwards the port refused new connections: the listener was gone");
        int neighbours = PortFate.abortedTogether(c);
        if (neighbours > 1) {
            proof.strong(() -> "The port aborted " + neighbours + " connections in that moment");
        }
        return proof.settledBy("The server's log at that moment, and whether it had accepted the connection")
                .claim(neighbours > 1 ? Confidence.MEDIUM : Confidence.LOW);
    }

    /** A listener that is closed takes the handshakes with it that were under way; their last ACK then meets a closed port. */
    private Opinion duringHandshake(RstContext c, boolean refused) {
        Handshake handshake = c.handshake();
        boolean atOnce = c.sender() == Side.RESPONDER
                && handshake.complete()
                && !c.spokeBeyondHandshake(Side.RESPONDER)
                && c.triggeredBy(s -> !s.isSyn()
                        && s.timeNanos() - handshake.ack().orElseThrow().timeNanos() <= AT_ONCE);
        if (!atOnce || c.ttlFit().differs()) {
            return Opinion.no("?");
        }
        return claim(c).strong(
                        "The responder answers the end of the handshake as if it had not begun it",
                        handshake.synAck().orElseThrow(),
                        c.rst())
                .strong(
                        refused
                                ? "Soon after its SYN,ACK the port refused new connections: the listener was gone"
                                : "The port had closed its connections in one moment and accepted none afterwards")
                .settledBy("The server's log at that moment")
                .claim(Confidence.MEDIUM);
    }
}

package dev.whyrst.attribution.rules;

import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.Confidence;
import dev.whyrst.attribution.Shape;
import dev.whyrst.attribution.signals.ResetCase;
import dev.whyrst.timeline.Side;
import java.util.Optional;

/** The listener was closed while the connection waited in its accept queue: the stack aborts what nobody will accept. */
final class ListenerClosedRule implements Rule {

    @Override
    public Cause cause() {
        return Cause.APP_ABORT_LISTENER_CLOSED;
    }

    @Override
    public Optional<Claim> examine(ResetCase c) {
        boolean accepted = c.sender() == Side.RESPONDER && c.handshake().ack().isPresent();
        if (!accepted || c.shape() != Shape.ACTIVE || c.own().payloadBytes() > 0 || c.finishedBefore(Side.RESPONDER)) {
            return Optional.empty();
        }
        Proof proof =
                Proof.of(cause(), c).weak("The responder aborts a connection on which it never sent a byte", c.rst());
        if (!c.refusedAfterwards()) {
            return proof.claim(Confidence.LOW);
        }
        proof.strong("Afterwards the port refused new connections: the listener was gone");
        int neighbours = c.abortedTogether();
        if (neighbours > 1) {
            proof.strong(() -> "The port aborted " + neighbours + " connections in that moment");
        }
        return proof.settledBy("The server's log at that moment, and whether it had accepted the connection")
                .claim(neighbours > 1 ? Confidence.MEDIUM : Confidence.LOW);
    }
}

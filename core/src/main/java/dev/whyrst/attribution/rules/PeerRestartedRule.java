package dev.whyrst.attribution.rules;

import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.Confidence;
import dev.whyrst.attribution.Shape;
import dev.whyrst.attribution.signals.ResetCase;
import dev.whyrst.attribution.signals.TtlFit;
import dev.whyrst.timeline.Segment;
import java.util.Optional;

/**
 * The peer crashed or restarted and lost the connection; the survivor's data or FIN met a stack that does not know it (RFC 9293
 * section 3.5.1, half-open).
 */
final class PeerRestartedRule implements Rule {

    @Override
    public Cause cause() {
        return Cause.HALF_OPEN_PEER_RESTARTED;
    }

    @Override
    public Optional<Claim> examine(ResetCase c) {
        if (c.shape() == Shape.PASSIVE && !c.spoke(c.peer())) {
            return oneSided(c);
        }
        boolean known = c.spoke(c.sender()) && c.spoke(c.peer()) && !c.finishedBefore(c.sender());
        boolean answered = c.triggeredBy(s -> s.hasAck() && !s.isSyn() && !c.isKeepAlive(s));
        if (!known || !answered || c.ttlFit().differs()) {
            return Optional.empty();
        }
        if (!c.answersWithoutConnection() || !c.spokeBeyondHandshake(c.sender())) {
            return Optional.empty();
        }
        Segment trigger = c.trigger().orElseThrow().segment();
        Proof proof = Proof.of(cause(), c)
                .strong(
                        "The RST answers " + Words.frame(trigger)
                                + " as a stack does that has no such connection, though " + Words.who(c, c.sender())
                                + " had spoken on it and never closed it",
                        trigger,
                        c.rst());
        if (c.ttlFit() == TtlFit.SAME) {
            proof.strong("Its TTL " + c.rst().ttl() + " is that of the host's earlier segments", c.rst());
        }
        proof.settledBy("The uptime of " + c.timeline().endpoint(c.sender()).address()
                + " and of its service; a capture there shows whether the RST is its own");
        return proof.claim(c.shape() == Shape.PASSIVE ? Confidence.HIGH : Confidence.MEDIUM);
    }

    /** With only the sender's direction captured the form of the RST tells that it answers, not what. */
    private Optional<Claim> oneSided(ResetCase c) {
        boolean hadConnection = c.spokeBeyondHandshake(c.sender()) && !c.finishedBefore(c.sender());
        if (!hadConnection || c.ttlFit().differs()) {
            return Optional.empty();
        }
        return Proof.of(cause(), c)
                .weak(
                        "The RST has the form of an answer by a stack without the connection; what it answers was not captured",
                        c.rst())
                .settledBy("A capture of both directions")
                .claim(Confidence.MEDIUM);
    }
}

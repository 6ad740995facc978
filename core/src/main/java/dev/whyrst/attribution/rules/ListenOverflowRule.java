package dev.whyrst.attribution.rules;

import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.Confidence;
import dev.whyrst.attribution.signals.PortFate;
import dev.whyrst.attribution.signals.ResetCase;
import dev.whyrst.timeline.Segment;
import dev.whyrst.timeline.Side;
import java.util.Optional;

/**
 * The accept queue is full, and the stack answers the last ACK of the handshake with RST (Linux with
 * tcp_abort_on_overflow = 1; others by themselves).
 */
final class ListenOverflowRule implements Rule {

    /** A trigger this soon behind the last ACK of the handshake is part of the same burst. */
    private static final long AT_ONCE = 5_000_000L;

    /** No stack keeps repeating a SYN,ACK for longer. */
    private static final long LONGEST_EMBRYO = 180_000_000_000L;

    @Override
    public Cause cause() {
        return Cause.LISTEN_OVERFLOW;
    }

    @Override
    public Optional<Claim> examine(ResetCase c) {
        boolean afterHandshake =
                c.sender() == Side.RESPONDER && c.handshake().synAck().isPresent();
        if (!afterHandshake || c.spokeBeyondHandshake(Side.RESPONDER) || c.finishedBefore(Side.RESPONDER)) {
            return Optional.empty();
        }
        if (c.trigger().isEmpty() || c.handshake().ack().isEmpty() || c.ttlFit().differs() || isLateForItsClient(c)) {
            return Optional.empty();
        }
        Segment trigger = c.trigger().get().segment();
        if (trigger.isSyn() || c.answersProbe()) {
            return Optional.empty();
        }
        long since = trigger.timeNanos() - c.handshake().ack().get().timeNanos();
        if (c.isStateless() && since > AT_ONCE) {
            return since > LONGEST_EMBRYO ? Optional.empty() : droppedAck(c, trigger);
        }
        if (!c.isPrompt()) {
            return Optional.empty();
        }
        Proof proof = Proof.of(cause(), c)
                .strong(
                        () -> "The RST answers the segment that completed the handshake, "
                                + Words.duration(c.trigger().get().delayNanos())
                                + " after it; the responder never sent more than its SYN,ACK",
                        c.handshake().synAck().get(),
                        trigger,
                        c.rst());
        if (PortFate.refusedSoonAfterwards(c)) {
            return proof.against("Soon after its SYN,ACK the port refused new connections: its listener was gone")
                    .claim(Confidence.LOW);
        }
        if (c.shape() == dev.whyrst.attribution.Shape.PASSIVE) {
            return proof.settledBy(
                            "On the responder: `nstat -az TcpExtListenOverflows`, `ss -ltn` (Recv-Q against Send-Q)")
                    .claim(trigger.hasPayload() ? Confidence.MEDIUM : Confidence.HIGH);
        }
        return proof.doubt("The RST has the form of an abort, not of an answer").claim(Confidence.LOW);
    }

    /** Whether the client's configured timeout had passed when the SYN,ACK came: another story. */
    private static boolean isLateForItsClient(ResetCase c) {
        return c.connectTimeout().isPresent()
                && c.handshake().latencyNanos() >= c.connectTimeout().getAsLong();
    }

    /** The last ACK was dropped, so the responder never had the connection that the initiator believes in. */
    private Optional<Claim> droppedAck(ResetCase c, Segment trigger) {
        Proof proof = Proof.of(cause(), c)
                .strong(
                        () -> "The responder never acknowledged anything after its SYN,ACK, and answers "
                                + Words.frame(trigger) + " as if the handshake had not been completed",
                        c.handshake().synAck().orElseThrow(),
                        trigger,
                        c.rst());
        if (c.handshake().synAcks() > 1) {
            proof.strong("It repeated its SYN,ACK although that had been acknowledged: the last ACK was dropped");
        }
        proof.doubt("A restart between handshake and request looks the same")
                .settledBy("On the responder: `nstat -az TcpExtListenOverflows TcpExtListenDrops`");
        return proof.claim(Confidence.MEDIUM);
    }
}

package dev.whyrst.attribution.rules;

import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.Confidence;
import dev.whyrst.attribution.signals.ResetCase;
import dev.whyrst.timeline.Segment;
import dev.whyrst.timeline.Side;
import java.util.Optional;

/**
 * The accept queue is full, and the stack answers the last ACK of the handshake with RST (Linux with
 * tcp_abort_on_overflow = 1; others by themselves).
 */
final class ListenOverflowRule implements Rule {

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
        if (!c.isPrompt() || c.handshake().ack().isEmpty()) {
            return Optional.empty();
        }
        Segment trigger = c.trigger().orElseThrow().segment();
        Segment ack = c.handshake().ack().get();
        boolean answersFinalAck = trigger.equals(ack) || trigger.timeNanos() - ack.timeNanos() < 5_000_000L;
        if (trigger.isSyn() || !answersFinalAck) {
            return Optional.empty();
        }
        Proof proof = Proof.of(cause(), c)
                .strong(
                        "The RST answers the segment that completed the handshake, "
                                + Words.duration(c.trigger().get().delayNanos())
                                + " after it; the responder never sent more than its SYN,ACK",
                        c.handshake().synAck().get(),
                        trigger,
                        c.rst());
        if (c.shape() == dev.whyrst.attribution.Shape.PASSIVE) {
            return proof.settledBy(
                            "On the responder: `nstat -az TcpExtListenOverflows`, `ss -ltn` (Recv-Q against Send-Q)")
                    .claim(trigger.hasPayload() ? Confidence.MEDIUM : Confidence.HIGH);
        }
        return proof.doubt("The RST has the form of an abort, not of an answer").claim(Confidence.LOW);
    }
}

package dev.whyrst.attribution.rules;

import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.Confidence;
import dev.whyrst.attribution.Shape;
import dev.whyrst.attribution.facts.Pace;
import dev.whyrst.attribution.facts.PortFate;
import dev.whyrst.attribution.facts.RstContext;
import dev.whyrst.timeline.Segment;
import dev.whyrst.timeline.Side;

/**
 * The accept queue is full, and the stack answers the last ACK of the handshake with RST (Linux with
 * tcp_abort_on_overflow = 1; others by themselves).
 */
final class ListenOverflowRule extends Rule {

    /** What the initiator acknowledges of a responder that has sent no data. */
    private static final long FIRST = 1;

    /** A trigger this soon behind the last ACK of the handshake is part of the same burst. */
    private static final long AT_ONCE = 5_000_000L;

    /** No stack keeps repeating a SYN,ACK for longer. */
    private static final long LONGEST_EMBRYO = 180_000_000_000L;

    /** With only the responder's direction captured: a RST this soon behind its SYN,ACK answers what completed the handshake. */
    private static final long SOON = 1_000_000_000L;

    ListenOverflowRule() {
        super(Cause.LISTEN_OVERFLOW);
    }

    @Override
    public Opinion examine(RstContext c) {
        boolean afterHandshake =
                c.sender() == Side.RESPONDER && c.handshake().synAck().isPresent();
        if (!afterHandshake || c.spokeBeyondHandshake(Side.RESPONDER) || c.finishedBefore(Side.RESPONDER)) {
            return Opinion.no("?");
        }
        if (!c.isHeard(Side.INITIATOR)) {
            return oneSided(c);
        }
        if (c.trigger().isEmpty() || c.handshake().ack().isEmpty() || c.ttlFit().differs() || isLateForItsClient(c)) {
            return Opinion.no("?");
        }
        Segment trigger = c.trigger().get().segment();
        boolean hadData = trigger.ack() > FIRST || c.handshake().ack().get().ack() > FIRST;
        if (trigger.isSyn() || c.answersProbe() || hadData) {
            return Opinion.no("?");
        }
        long since = trigger.timeNanos() - c.handshake().ack().get().timeNanos();
        if (c.isStateless() && since > AT_ONCE) {
            return since > LONGEST_EMBRYO ? Opinion.no("?") : droppedAck(c, trigger);
        }
        if (!isPrompt(c)) {
            return Opinion.no("?");
        }
        Proof proof = claim(c).strong(
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
        if (PortFate.endedJustBefore(c)) {
            return proof.against("The port had closed its connections in that moment and accepted none afterwards")
                    .claim(Confidence.LOW);
        }
        if (c.shape() == Shape.PASSIVE) {
            return proof.doubt("A path that leads to another host, or a SYN cookie that does not fit, looks the same")
                    .settledBy("On the responder: `nstat -az TcpExtListenOverflows`, `ss -ltn` (Recv-Q against Send-Q)")
                    .claim(Confidence.MEDIUM);
        }
        return proof.doubt("The RST has the form of an abort, not of an answer").claim(Confidence.LOW);
    }

    private Opinion oneSided(RstContext c) {
        Segment synAck = c.handshake().synAck().orElseThrow();
        boolean answersFirst = c.shape() == Shape.PASSIVE && c.rst().rawSeq() == synAck.rawEnd();
        long since = c.rst().timeNanos() - synAck.timeNanos();
        if (!answersFirst || since > SOON || c.ttlFit().differs()) {
            return Opinion.no("?");
        }
        return claim(c).strong(
                        () -> "The RST has the form of an answer to the first segment behind the handshake, "
                                + Words.duration(since) + " after the SYN,ACK; the responder never sent more",
                        synAck,
                        c.rst())
                .doubt("What it answers was not captured")
                .settledBy("A capture of both directions; on the responder: `nstat -az TcpExtListenOverflows`")
                .claim(Confidence.MEDIUM);
    }

    /** Whether the RST came as soon as the SYN,ACK had, which a busy host or path delays as well. */
    private static boolean isPrompt(RstContext c) {
        long delay = c.trigger().orElseThrow().delayNanos();
        return Pace.isPrompt(c) || delay <= c.handshake().latencyNanos();
    }

    /** Whether the client's configured timeout had passed when the SYN,ACK came: another story. */
    private static boolean isLateForItsClient(RstContext c) {
        return c.connectTimeout().isPresent()
                && c.handshake().latencyNanos() >= c.connectTimeout().getAsLong();
    }

    /** Whether the responder repeated its SYN,ACK behind the acknowledgment of it. */
    private static boolean repeatedSynAck(RstContext c) {
        long acknowledged = c.handshake().ack().orElseThrow().timeNanos();
        return c.timeline().before(c.reset()).stream().anyMatch(s -> s.isSynAck() && s.timeNanos() > acknowledged);
    }

    /** The last ACK was dropped, so the responder never had the connection that the initiator believes in. */
    private Opinion droppedAck(RstContext c, Segment trigger) {
        Proof proof = claim(c).strong(
                        () -> "The responder never acknowledged anything after its SYN,ACK, and answers "
                                + Words.frame(trigger) + " as if the handshake had not been completed",
                        c.handshake().synAck().orElseThrow(),
                        trigger,
                        c.rst());
        if (repeatedSynAck(c)) {
            proof.strong("It repeated its SYN,ACK although that had been acknowledged: the last ACK was dropped");
        }
        proof.doubt("A restart between handshake and request looks the same")
                .settledBy("On the responder: `nstat -az TcpExtListenOverflows TcpExtListenDrops`");
        return proof.claim(Confidence.MEDIUM);
    }
}

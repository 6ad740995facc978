package dev.whyrst.attribution.rules;

import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.Confidence;
import dev.whyrst.attribution.Shape;
import dev.whyrst.attribution.Thresholds;
import dev.whyrst.attribution.facts.Pace;
import dev.whyrst.attribution.facts.PortFate;
import dev.whyrst.attribution.facts.RstContext;
import dev.whyrst.text.Durations;
import dev.whyrst.timeline.Segment;
import dev.whyrst.timeline.Side;
import java.util.Optional;

/**
 * The accept queue is full, and the stack answers the last ACK of the handshake with RST: Linux with tcp_abort_on_overflow = 1 (it
 * counts them as ListenOverflows), lwIP and others by themselves. A Linux without it drops that ACK and later resets what comes after it.
 */
final class ListenOverflowRule extends Rule {

    /** What the initiator acknowledges of a responder that has sent no data. */
    private static final long FIRST = 1;

    private static final String ELSEWHERE = "the RST came from another distance than the responder's segments";

    ListenOverflowRule() {
        super(Cause.LISTEN_OVERFLOW);
    }

    @Override
    public Opinion examine(RstContext c) {
        Optional<Segment> synAck = c.handshake().synAck();
        if (c.sender() != Side.RESPONDER) {
            return Opinion.no("the RST is not the responder's");
        }
        if (synAck.isEmpty()) {
            return Opinion.no("no SYN,ACK of the responder was captured");
        }
        if (c.spokeBeyondHandshake(Side.RESPONDER) || c.finishedBefore(Side.RESPONDER)) {
            return Opinion.no("the responder had sent more than its SYN,ACK");
        }
        if (c.handshake().hasTwoAnswers()) {
            return Opinion.no(
                    "the SYN had got two different SYN,ACKs: the RST answers the acknowledgment of the one of them");
        }
        return c.isHeard(Side.INITIATOR) ? twoSided(c, synAck.get()) : oneSided(c, synAck.get());
    }

    private Opinion twoSided(RstContext c, Segment synAck) {
        Optional<Segment> ack = c.handshake().ack();
        if (ack.isEmpty()) {
            return Opinion.no("nothing that the initiator sent after the SYN,ACK was captured");
        }
        if (c.trigger().isEmpty()) {
            return Opinion.no("the RST answers no segment that was captured");
        }
        if (c.ttlFit().differs()) {
            return Opinion.no(ELSEWHERE);
        }
        if (isLateForItsClient(c)) {
            return Opinion.no("the SYN,ACK came after the configured timeout of the initiator was over");
        }
        Segment trigger = c.trigger().get().segment();
        if (trigger.ack() > FIRST || ack.get().ack() > FIRST) {
            return Opinion.no("the initiator had acknowledged data of the responder");
        }
        return trigger.isSyn() || c.answersProbe()
                ? Opinion.no("the RST answers a SYN or a keep-alive probe")
                : afterHandshake(c, synAck, ack.get(), trigger);
    }

    private Opinion afterHandshake(RstContext c, Segment synAck, Segment ack, Segment trigger) {
        long since = trigger.timeNanos() - ack.timeNanos();
        if (c.isStateless() && since > Thresholds.AT_ONCE) {
            return since > Thresholds.LONGEST_EMBRYO
                    ? Opinion.no(
                            "what the RST answers came later than any stack keeps a handshake that is not complete")
                    : droppedAck(c, synAck, ack, trigger);
        }
        long delay = c.rst().timeNanos() - trigger.timeNanos();
        return Pace.isPrompt(c) || delay <= c.handshake().latencyNanos()
                ? refusedAck(c, synAck, trigger, delay)
                : Opinion.no("the RST came later after what it would answer than the SYN,ACK after the SYN");
    }

    /** The last ACK was dropped, so the responder never had the connection that the initiator believes in. */
    private Opinion droppedAck(RstContext c, Segment synAck, Segment ack, Segment trigger) {
        return claim(c).strong(
                        () -> "The responder never acknowledged anything after its SYN,ACK, and answers "
                                + Words.frame(trigger) + " as if the handshake had not been completed",
                        synAck,
                        trigger,
                        c.rst())
                .strong(
                        repeatedSynAck(c, ack),
                        "It repeated its SYN,ACK although that had been acknowledged: the last ACK was dropped")
                .doubt(Confidence.MEDIUM, "A restart between handshake and request looks the same")
                .settledBy("On the responder: `nstat -az TcpExtListenOverflows TcpExtListenDrops`")
                .claim();
    }

    /** The RST answers the last ACK itself, or what came with it. */
    private Opinion refusedAck(RstContext c, Segment synAck, Segment trigger, long delay) {
        Proof proof = claim(c).strong(
                        () -> "The RST answers the segment that completed the handshake, " + Durations.measured(delay)
                                + " after it; the responder never sent more than its SYN,ACK",
                        synAck,
                        trigger,
                        c.rst());
        if (PortFate.refusedSoonAfterwards(c)) {
            return proof.against(
                            Confidence.LOW,
                            "Soon after its SYN,ACK the port refused new connections: its listener was gone")
                    .claim();
        }
        if (PortFate.endedJustBefore(c)) {
            return proof.against(
                            Confidence.LOW,
                            "The port had closed its connections in that moment and accepted none afterwards")
                    .claim();
        }
        // lwIP answers with RST,ACK, which has the form of an abort (the last conversation of
        // samples/listen-overflow/scenario.txt).
        return c.shape() == Shape.PASSIVE
                ? proof.doubt(
                                Confidence.MEDIUM,
                                "A path that leads to another host, or a SYN cookie that does not fit, looks the same")
                        .settledBy(
                                "On the responder: `nstat -az TcpExtListenOverflows`, `ss -ltn` (Recv-Q against Send-Q)")
                        .claim()
                : proof.doubt(Confidence.LOW, "The RST has the form of an abort, not of an answer")
                        .claim();
    }

    private Opinion oneSided(RstContext c, Segment synAck) {
        if (c.shape() != Shape.PASSIVE) {
            return Opinion.no("the RST does not have the form of an answer to a segment with ACK");
        }
        if (c.rst().rawSeq() != synAck.rawEnd()) {
            return Opinion.no("the RST does not bear the number that the end of the handshake acknowledges");
        }
        long since = c.rst().timeNanos() - synAck.timeNanos();
        if (since > Thresholds.SOON_AFTER_SYN_ACK) {
            return Opinion.no("the RST came too long after the SYN,ACK to answer the end of the handshake");
        }
        if (c.ttlFit().differs()) {
            return Opinion.no(ELSEWHERE);
        }
        return claim(c).strong(
                        () -> "The RST has the form of an answer to the first segment behind the handshake, "
                                + Durations.measured(since) + " after the SYN,ACK; the responder never sent more",
                        synAck,
                        c.rst())
                .doubt(Confidence.MEDIUM, "What it answers was not captured")
                .settledBy("A capture of both directions; on the responder: `nstat -az TcpExtListenOverflows`")
                .claim();
    }

    /** Whether the client's configured timeout had passed when the SYN,ACK came: another story. */
    private static boolean isLateForItsClient(RstContext c) {
        return c.connectTimeout().isPresent()
                && c.handshake().latencyNanos() >= c.connectTimeout().getAsLong();
    }

    /** Whether the responder repeated its SYN,ACK after the acknowledgment of it. */
    private static boolean repeatedSynAck(RstContext c, Segment ack) {
        return c.handshake().synAcks() > 1
                && c.timeline().before(c.reset()).stream()
                        .anyMatch(s -> s.isSynAck() && s.timeNanos() > ack.timeNanos());
    }
}

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
        if (c.sender() != Side.INITIATOR) {
            return Opinion.no("the RST is not the initiator's");
        }
        if (c.trigger().isEmpty() || !isBareAck(c.trigger().get().segment())) {
            return Opinion.no("the RST does not answer a segment with ACK and without SYN");
        }
        Optional<Segment> syn = c.handshake().syn();
        if (syn.isEmpty()) {
            return Opinion.no("no SYN of the initiator was captured");
        }
        Segment ack = c.trigger().get().segment();
        Optional<Segment> anew = sentAnew(c, ack);
        if (anew.isPresent()) {
            return sameNumber(c, anew.get(), ack);
        }
        if (c.spokeBeyondHandshake(Side.INITIATOR)) {
            return Opinion.no("the initiator had sent more than its part of a handshake");
        }
        Optional<Segment> synAck = c.handshake().synAck();
        if (synAck.isPresent() && synAck.get().timeNanos() <= ack.timeNanos()) {
            return Opinion.no("the SYN had been answered by a SYN,ACK before");
        }
        return c.handshake().isAcknowledgedBy(ack)
                ? Opinion.no("what the RST answers acknowledges the SYN: it is of no other connection")
                : challenged(c, syn.get(), ack);
    }

    private static boolean isBareAck(Segment answered) {
        return answered.hasAck() && !answered.isSyn();
    }

    private Opinion challenged(RstContext c, Segment syn, Segment ack) {
        Optional<Incarnation> previous = c.timeline().previous();
        return claim(c).decisive(
                        "The SYN was answered by an ACK of another connection (a challenge ACK), and the RST answers that ACK",
                        syn,
                        ack,
                        c.rst())
                .strong(previous.isPresent(), "An earlier connection on the same ports is in the capture")
                .against(
                        Confidence.MEDIUM,
                        previous.filter(Incarnation::closed).isPresent(),
                        "That connection had been closed")
                .strong(isTriedAgain(c, syn), "The same SYN was sent again after the RST", syn)
                .doubt(
                        Confidence.MEDIUM,
                        previous.isEmpty(),
                        "That connection is not in the capture: it may have been closed, and its other side be in TIME_WAIT")
                .doubt(
                        Confidence.MEDIUM,
                        previous.filter(Incarnation::elsewhere).isPresent(),
                        "The SYN came another way than the earlier connection: behind a NAT another host may have got the port")
                .limit(
                        Confidence.HIGH,
                        previous.filter(before -> standsAt(before, ack)).isEmpty(),
                        "The ACK does not bear the numbers at which that connection was last seen: its close may have been missed",
                        ack)
                .claim();
    }

    /** The initiator's SYN behind its own data or FIN, if the responder's ACK came after it: it begins the connection anew. */
    private static Optional<Segment> sentAnew(RstContext c, Segment ack) {
        Segment spoken = null;
        Segment anew = null;
        for (Segment s : c.timeline().before(c.reset())) {
            if (s.from() == Side.INITIATOR && !s.isReset()) {
                boolean later =
                        spoken != null && s.timeNanos() > spoken.timeNanos() && s.timeNanos() <= ack.timeNanos();
                anew = s.isInitialSyn() && later ? s : anew;
                spoken = s.hasPayload() || s.isFin() ? s : spoken;
            }
        }
        return Optional.ofNullable(anew);
    }

    /** Simple stacks begin with the same number after each start, so that the SYN looks like one of the old connection. */
    private Opinion sameNumber(RstContext c, Segment syn, Segment ack) {
        return claim(c).strong(
                        () ->
                                "The initiator had sent data on this connection, and now begins it anew with the same number, as a device does"
                                        + " that starts without memory; " + Words.frame(ack)
                                        + " answers for the old connection, and the RST answers that",
                        syn,
                        ack,
                        c.rst())
                .strong(isTriedAgain(c, syn), "The same SYN was sent again after the RST", syn)
                .settledBy("The uptime of the initiator, or whether it sleeps without power between its connections")
                .base(Confidence.HIGH, "A SYN that was held up on the path for so long looks the same", syn)
                .claim();
    }

    private static boolean isTriedAgain(RstContext c, Segment syn) {
        return c.timeline().after(c.reset()).stream().anyMatch(s -> s.isInitialSyn() && s.rawSeq() == syn.rawSeq());
    }

    /** Whether the ACK has the very numbers at which the earlier connection stood: no FIN of it was missed. */
    private static boolean standsAt(Incarnation before, Segment ack) {
        return ack.rawSeq() == before.responderNext() && ack.rawAck() == before.initiatorNext();
    }
}

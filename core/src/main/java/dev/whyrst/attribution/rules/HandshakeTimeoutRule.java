package dev.whyrst.attribution.rules;

import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.Confidence;
import dev.whyrst.attribution.Thresholds;
import dev.whyrst.attribution.facts.Handshake;
import dev.whyrst.attribution.facts.Pace;
import dev.whyrst.attribution.facts.RstContext;
import dev.whyrst.text.Durations;
import dev.whyrst.timeline.Segment;
import dev.whyrst.timeline.Side;
import java.util.Optional;

/**
 * The SYN,ACK came later than the program was willing to wait (SO_RCVTIMEO, SO_SNDTIMEO or a connect timeout): its socket is gone,
 * and its stack answers the SYN,ACK with RST; or one side's own stack gives up the handshake.
 */
final class HandshakeTimeoutRule extends Rule {

    private static final Opinion IN_TIME = Opinion.no("the SYN,ACK came before the configured timeout was over");

    HandshakeTimeoutRule() {
        super(Cause.HANDSHAKE_TIMEOUT);
    }

    @Override
    public Opinion examine(RstContext c) {
        Handshake handshake = c.handshake();
        Optional<Segment> syn = handshake.syn();
        Optional<Segment> synAck = handshake.synAck();
        if (syn.isEmpty()) {
            return Opinion.no("no SYN of the conversation was captured");
        }
        if (c.spokeBeyondHandshake(Side.INITIATOR) || c.spokeBeyondHandshake(Side.RESPONDER)) {
            return Opinion.no("the conversation had gone on after its handshake");
        }
        if (c.sender() == Side.INITIATOR) {
            return synAck.isPresent()
                    ? lateSynAck(c, handshake, syn.get(), synAck.get())
                    : CancelledHandshake.opinion(c, syn.get());
        }
        if (synAck.isEmpty()) {
            return Opinion.no("the responder had not answered the SYN with a SYN,ACK");
        }
        return handshake.ack().isPresent()
                ? lateForTheResponder(
                        c, syn.get(), synAck.get(), handshake.ack().get())
                : responderTimeout(c, synAck.get());
    }

    private Opinion lateSynAck(RstContext c, Handshake handshake, Segment syn, Segment synAck) {
        if (!c.triggeredBy(Segment::isSynAck) || !handshake.isAcknowledgedBy(synAck)) {
            return Opinion.no("the RST does not answer a SYN,ACK that acknowledges the SYN");
        }
        long waited = c.rst().timeNanos() - syn.timeNanos();
        if (handshake.latencyNanos() < 0) {
            return beforeItsSyn(c, handshake, waited);
        }
        long latency = handshake.latencyNanos();
        boolean far = handshake.ack().isEmpty() && waited - latency > Thresholds.NEAR_INITIATOR;
        Proof proof = claim(c).strong(
                        () -> "The SYN,ACK came " + Durations.measured(latency)
                                + " after the first SYN and was answered by RST: the initiator's socket was gone",
                        syn,
                        synAck,
                        c.rst())
                .strong(
                        far,
                        () -> "The RST came " + Durations.measured(waited)
                                + " after the SYN: so long did the handshake take at the initiator, which answers at once")
                .limit(
                        Confidence.HIGH,
                        far,
                        "How late the SYN,ACK came to the initiator is only inferred from when its RST passed",
                        c.rst())
                .doubt(
                        Confidence.MEDIUM,
                        syn.optionsLength() == 0,
                        "Its SYN has no options, as scanners make them, whose hosts reset every answer",
                        syn);
        return c.connectTimeout().isPresent()
                ? againstTimeout(c, far ? waited : latency, c.connectTimeout().getAsLong(), proof)
                : inferred(c, handshake, latency, proof);
    }

    /** By the capture's times the SYN,ACK came before its SYN, so that only the initiator, which answers at once, tells how late it was. */
    private Opinion beforeItsSyn(RstContext c, Handshake handshake, long waited) {
        if (waited < 0) {
            return Opinion.no("by the capture's times the RST came before the SYN");
        }
        Proof proof = claim(c).strong(
                        () -> "The SYN,ACK was answered by RST " + Durations.measured(waited)
                                + " after the first SYN: the initiator's socket was gone",
                        handshake.syn().get(),
                        handshake.synAck().get(),
                        c.rst())
                .doubt(
                        Confidence.MEDIUM,
                        "The capture has the SYN,ACK before its SYN, so that its times are not exact");
        return c.connectTimeout().isPresent()
                ? againstTimeout(c, waited, c.connectTimeout().getAsLong(), proof)
                : inferred(c, handshake, waited, proof);
    }

    private static Opinion againstTimeout(RstContext c, long latency, long timeout, Proof proof) {
        if (latency < timeout) {
            return IN_TIME;
        }
        return proof.decisive(
                        () -> "The handshake took longer than the configured timeout of " + Durations.measured(timeout)
                                + " (by " + Durations.measured(latency - timeout) + ")",
                        c.rst())
                .claim();
    }

    private static Opinion inferred(RstContext c, Handshake handshake, long latency, Proof proof) {
        boolean repeated = handshake.syns() > 1;
        long best = c.roundTrip(Side.RESPONDER);
        boolean late = CancelledHandshake.isLate(latency, best);
        if (!repeated && !late) {
            return Opinion.no("the SYN,ACK came soon after the only SYN, and no timeout was configured");
        }
        return proof.strong(
                        repeated,
                        () -> "The SYN was sent " + handshake.syns() + " times before: the initiator had waited",
                        handshake.lastSyn().get())
                .weak(
                        late && best >= 0,
                        () -> "The host has answered handshakes in " + Durations.measured(best) + " in this capture")
                .doubt(
                        repeated ? Confidence.HIGH : Confidence.MEDIUM,
                        "No timeout was configured for this endpoint: that there was one is inferred")
                .settledBy(
                        "The program's SO_RCVTIMEO or connect timeout: give it with --so-rcvtimeo or in the configuration")
                .claim();
    }

    private Opinion lateForTheResponder(RstContext c, Segment syn, Segment synAck, Segment ack) {
        long latency = synAck.timeNanos() - syn.timeNanos();
        if (c.connectTimeout().isEmpty()) {
            return Opinion.no("the initiator completed the handshake, and no timeout was configured for it");
        }
        if (!c.isStateless() && !Pace.isPrompt(c)) {
            return Opinion.no("the RST did not come as the answer to what completed the handshake");
        }
        Proof proof = claim(c).strong(
                        () -> "The responder reset the handshake as soon as it was completed, "
                                + Durations.measured(latency) + " after the SYN",
                        syn,
                        synAck,
                        c.rst())
                .against(Confidence.LOW, "The initiator completed the handshake, so that its socket was there", ack);
        return againstTimeout(c, latency, c.connectTimeout().getAsLong(), proof);
    }

    private Opinion responderTimeout(RstContext c, Segment synAck) {
        if (!c.rst().hasAck()) {
            return Opinion.no("the RST does not have the form in which a stack gives up a handshake");
        }
        long waited = c.rst().timeNanos() - synAck.timeNanos();
        return claim(c).strong(
                        () -> "The responder reset the handshake " + Durations.measured(waited)
                                + " after its SYN,ACK, without an acknowledgment in between",
                        synAck,
                        c.rst())
                .base(Confidence.MEDIUM, "That the responder's own timer ended the wait is inferred from the RST alone")
                .claim();
    }
}

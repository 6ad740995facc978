package dev.whyrst.attribution.rules;

import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.Confidence;
import dev.whyrst.attribution.facts.Handshake;
import dev.whyrst.attribution.facts.Pace;
import dev.whyrst.attribution.facts.RstContext;
import dev.whyrst.timeline.Segment;
import dev.whyrst.timeline.Side;
import java.util.Optional;

/**
 * The SYN,ACK came later than the program was willing to wait (SO_RCVTIMEO, SO_SNDTIMEO or a connect timeout): its socket is gone,
 * and its stack answers the SYN,ACK with RST; or one side's own stack gives up the handshake.
 */
final class HandshakeTimeoutRule implements Rule {

    private static final long MILLI = 1_000_000L;

    /** What an initiator takes to answer that is captured near it. */
    private static final long NEAR = 5 * MILLI;

    @Override
    public Cause cause() {
        return Cause.HANDSHAKE_TIMEOUT;
    }

    @Override
    public Optional<Claim> examine(RstContext c) {
        Handshake handshake = c.handshake();
        if (handshake.syn().isEmpty()
                || c.spokeBeyondHandshake(Side.INITIATOR)
                || c.spokeBeyondHandshake(Side.RESPONDER)) {
            return Optional.empty();
        }
        if (c.sender() == Side.INITIATOR) {
            return handshake.synAck().isPresent() ? lateSynAck(c, handshake) : CancelledHandshake.claim(c);
        }
        if (handshake.latencyNanos() >= 0 && handshake.ack().isPresent()) {
            return lateForTheResponder(c, handshake);
        }
        boolean responderGaveUp = handshake.synAck().isPresent()
                && handshake.ack().isEmpty()
                && c.rst().hasAck();
        return responderGaveUp ? responderTimeout(c, handshake) : Optional.empty();
    }

    private Optional<Claim> lateSynAck(RstContext c, Handshake handshake) {
        Segment syn = handshake.syn().orElseThrow();
        Segment synAck = handshake.synAck().orElseThrow();
        if (!c.triggeredBy(Segment::isSynAck) || !handshake.isAcknowledgedBy(synAck)) {
            return Optional.empty();
        }
        long latency = handshake.latencyNanos();
        long waited = c.rst().timeNanos() - syn.timeNanos();
        boolean far = handshake.ack().isEmpty() && waited - latency > NEAR;
        Proof proof = Proof.of(cause(), c)
                .strong(
                        () -> "The SYN,ACK came " + Words.duration(latency)
                                + " after the first SYN and was answered by RST: the initiator's socket was gone",
                        syn,
                        synAck,
                        c.rst());
        if (far) {
            proof.strong(() -> "The RST came " + Words.duration(waited)
                    + " after the SYN: so long did the handshake take at the initiator, which answers at once");
        }
        boolean byHand = syn.optionsLength() == 0;
        if (byHand) {
            proof.doubt("Its SYN has no options, as scanners make them, whose hosts reset every answer", syn);
        }
        Confidence most = byHand ? Confidence.MEDIUM : far ? Confidence.HIGH : Confidence.CERTAIN;
        return (c.connectTimeout().isPresent()
                        ? againstTimeout(
                                c, far ? waited : latency, c.connectTimeout().getAsLong(), proof)
                        : inferred(c, handshake, latency, proof))
                .map(claim -> claim.atMost(most));
    }

    private static Optional<Claim> againstTimeout(RstContext c, long latency, long timeout, Proof proof) {
        if (latency < timeout) {
            return Optional.empty();
        }
        return proof.decisive(
                        () -> "That is longer than the configured timeout of " + Words.duration(timeout) + " (by "
                                + Words.duration(latency - timeout) + ")",
                        c.rst())
                .claim(Confidence.CERTAIN);
    }

    private Optional<Claim> inferred(RstContext c, Handshake handshake, long latency, Proof proof) {
        if (handshake.syns() > 1) {
            proof.strong(
                    () -> "The SYN was sent " + handshake.syns() + " times before: the initiator had waited",
                    handshake.lastSyn().orElseThrow());
        }
        long best = c.roundTrip(Side.RESPONDER);
        boolean late = CancelledHandshake.isLate(latency, best);
        if (late && best >= 0) {
            proof.weak(() -> "The host has answered handshakes in " + Words.duration(best) + " in this capture");
        }
        if (handshake.syns() == 1 && !late) {
            return Optional.empty();
        }
        proof.doubt("No timeout was configured for this endpoint: that there was one is inferred")
                .settledBy(
                        "The program's SO_RCVTIMEO or connect timeout: give it with --so-rcvtimeo or in the configuration");
        return proof.claim(handshake.syns() > 1 ? Confidence.HIGH : Confidence.MEDIUM);
    }

    private Optional<Claim> lateForTheResponder(RstContext c, Handshake handshake) {
        long latency = handshake.latencyNanos();
        if (c.connectTimeout().isEmpty() || !c.isStateless() && !Pace.isPrompt(c)) {
            return Optional.empty();
        }
        Proof proof = Proof.of(cause(), c)
                .strong(
                        () -> "The responder reset the handshake as soon as it was completed, "
                                + Words.duration(latency) + " after the SYN",
                        handshake.syn().orElseThrow(),
                        handshake.synAck().orElseThrow(),
                        c.rst());
        proof.against(
                "The initiator completed the handshake, so that its socket was there",
                handshake.ack().get());
        return againstTimeout(c, latency, c.connectTimeout().getAsLong(), proof)
                .map(claim -> claim.atMost(Confidence.LOW));
    }

    private Optional<Claim> responderTimeout(RstContext c, Handshake handshake) {
        Segment synAck = handshake.synAck().orElseThrow();
        long waited = c.rst().timeNanos() - synAck.timeNanos();
        return Proof.of(cause(), c)
                .strong(
                        () -> "The responder reset the handshake " + Words.duration(waited)
                                + " after its SYN,ACK, without an acknowledgment in between",
                        synAck,
                        c.rst())
                .claim(Confidence.MEDIUM);
    }
}

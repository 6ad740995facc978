package dev.whyrst.attribution.rules;

import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.Confidence;
import dev.whyrst.attribution.Shape;
import dev.whyrst.attribution.facts.Handshake;
import dev.whyrst.attribution.facts.Pace;
import dev.whyrst.attribution.facts.RstContext;
import dev.whyrst.attribution.facts.TriggerSigns;
import dev.whyrst.attribution.facts.UnseenSynAck;
import dev.whyrst.attribution.facts.Windows;
import dev.whyrst.timeline.Nearness;
import dev.whyrst.timeline.Segment;
import dev.whyrst.timeline.Side;

/** A prompt SYN,ACK is answered by RST: a SYN scan, a health check, a spoofed SYN, or an unacceptable acknowledgment. */
final class SynAckRejectedRule extends Rule {

    /** No program gives up a handshake so soon; nanoseconds. */
    private static final long PROMPT = 50_000_000L;

    /** Within that long a SYN that is captured twice passes both points; nanoseconds. */
    private static final long SAME_SYN = 1_000_000_000L;

    /** Whoever waits less long has not repeated its SYN; nanoseconds. */
    private static final long SOONEST_RETRY = 1_000_000_000L;

    SynAckRejectedRule() {
        super(Cause.SYN_ACK_REJECTED);
    }

    @Override
    public Opinion examine(RstContext c) {
        if (TriggerSigns.isAnswerInSynSent(c)) {
            return outOfTurn(c);
        }
        if (UnseenSynAck.isAnswered(c)) {
            return unseen(c);
        }
        if (c.sender() != Side.INITIATOR || !c.triggeredBy(Segment::isSynAck) || isAbort(c)) {
            return Opinion.no("?");
        }
        Handshake handshake = c.handshake();
        Segment synAck = c.trigger().orElseThrow().segment();
        Proof proof = claim(c).strong("The RST answers the SYN,ACK (SEQ = SEG.ACK)", synAck, c.rst());
        if (handshake.syn().isEmpty()) {
            proof.weak("The capture has no SYN of the initiator that the SYN,ACK could answer", synAck);
            return proof.claim(Confidence.MEDIUM);
        }
        if (!handshake.isAcknowledgedBy(synAck)) {
            return unacceptable(c, handshake.syn().get(), synAck, proof);
        }
        if (c.spokeBeyondHandshake(Side.INITIATOR)) {
            return Opinion.no("?");
        }
        return prompt(c, handshake, proof);
    }

    /** Where the ports were in use a moment before, a device may have given the SYN other numbers between two points of the capture. */
    private static Opinion unacceptable(RstContext c, Segment syn, Segment synAck, Proof proof) {
        proof.decisive("The SYN,ACK acknowledges a number that the SYN does not have: unacceptable", syn, synAck);
        boolean renumbered = c.timeline()
                .previous()
                .filter(before -> syn.timeNanos() - before.lastNanos() <= SAME_SYN)
                .isPresent();
        if (renumbered) {
            proof.doubt(
                    "The SYN before it had another number: a device that renumbers may stand between two capture points");
        }
        return proof.claim(renumbered ? Confidence.MEDIUM : Confidence.CERTAIN);
    }

    /** The SYN,ACK was not captured; the bare form of the RST tells that there was one. */
    private Opinion unseen(RstContext c) {
        Segment syn = c.handshake().syn().orElseThrow();
        long waited = c.rst().timeNanos() - syn.timeNanos();
        boolean prompt = c.connectTimeout().isPresent()
                ? waited < c.connectTimeout().getAsLong()
                : c.handshake().syns() == 1 && waited <= Math.max(PROMPT, 2 * c.roundTrip(Side.RESPONDER));
        return CancelledHandshake.unseenSynAck(cause(), c, syn).claim(prompt ? Confidence.MEDIUM : Confidence.LOW);
    }

    /** A segment that is no SYN,ACK came before it. An ACK of another connection is a story of its own. */
    private Opinion outOfTurn(RstContext c) {
        Segment early = c.trigger().orElseThrow().segment();
        Segment syn = c.handshake().syn().orElseThrow();
        if (!c.handshake().isAcknowledgedBy(early)) {
            return Opinion.no("?");
        }
        return claim(c).strong(
                        () -> "The initiator, which waited for a SYN,ACK, reset a " + early.flagNames()
                                + " segment that came in its place",
                        syn,
                        early,
                        c.rst())
                .claim(Confidence.MEDIUM);
    }

    /** Whether the initiator had taken the SYN,ACK: then its RST ends a connection that it had. */
    private static boolean isAbort(RstContext c) {
        return c.shape() == Shape.ACTIVE && (c.handshake().ack().isPresent() || Windows.isScaledOfSyn(c));
    }

    private static Opinion prompt(RstContext c, Handshake handshake, Proof proof) {
        long latency = handshake.latencyNanos();
        proof.weak(() -> "The SYN,ACK came " + Words.duration(latency) + " after the SYN");
        long waited = c.rst().timeNanos() - handshake.syn().orElseThrow().timeNanos();
        if (c.connectTimeout().isPresent() && waited < c.connectTimeout().getAsLong()) {
            proof.strong(() -> "That is sooner than the configured timeout of "
                    + Words.duration(c.connectTimeout().getAsLong()));
            boolean far = latency < c.connectTimeout().getAsLong() / 2 && handshake.syns() == 1 && Pace.isPrompt(c);
            if (c.connectTimeout().getAsLong() >= SOONEST_RETRY && c.nearness() != Nearness.HERE) {
                return proof.doubt("A SYN before it may not have been captured").claim(Confidence.HIGH);
            }
            return proof.claim(far ? Confidence.CERTAIN : Confidence.HIGH);
        }
        return proof.settledBy("Who sent the SYN: a scanner, a health check, or a program that had ended")
                .claim(handshake.syns() > 1 ? Confidence.LOW : Confidence.MEDIUM);
    }
}

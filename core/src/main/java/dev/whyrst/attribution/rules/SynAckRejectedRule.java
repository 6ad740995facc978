package dev.whyrst.attribution.rules;

import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.Confidence;
import dev.whyrst.attribution.Shape;
import dev.whyrst.attribution.Thresholds;
import dev.whyrst.attribution.facts.Handshake;
import dev.whyrst.attribution.facts.LinuxAnswer;
import dev.whyrst.attribution.facts.Pace;
import dev.whyrst.attribution.facts.RstContext;
import dev.whyrst.attribution.facts.TriggerSigns;
import dev.whyrst.attribution.facts.UnseenSynAck;
import dev.whyrst.attribution.facts.Windows;
import dev.whyrst.text.Durations;
import dev.whyrst.timeline.Nearness;
import dev.whyrst.timeline.Segment;
import dev.whyrst.timeline.Side;
import java.util.Optional;

/**
 * A prompt SYN,ACK is answered by RST: its acknowledgment is unacceptable, or nobody waits for it, as after a SYN scan, a health check or
 * a SYN with a spoofed source (RFC 9293 sections 3.10.7.1 and 3.10.7.3).
 */
final class SynAckRejectedRule extends Rule {

    SynAckRejectedRule() {
        super(Cause.SYN_ACK_REJECTED);
    }

    @Override
    public Opinion examine(RstContext c) {
        Optional<Segment> syn = c.handshake().syn();
        if (syn.isPresent() && c.trigger().isPresent() && TriggerSigns.isAnswerInSynSent(c)) {
            return outOfTurn(c, syn.get(), c.trigger().get().segment());
        }
        if (syn.isPresent() && UnseenSynAck.isAnswered(c)) {
            return unseen(c, syn.get());
        }
        if (c.sender() != Side.INITIATOR) {
            return Opinion.no("the RST is not the initiator's");
        }
        if (c.trigger().isEmpty() || !c.trigger().get().segment().isSynAck()) {
            return Opinion.no("the RST does not answer a SYN,ACK");
        }
        if (isAbort(c)) {
            return Opinion.no("the RST has the form of an abort: the initiator had taken the SYN,ACK");
        }
        Segment synAck = c.trigger().get().segment();
        Proof proof = claim(c).strong("The RST answers the SYN,ACK (SEQ = SEG.ACK)", synAck, c.rst());
        Optional<Segment> waiting = TriggerSigns.waitsOn(c);
        return waiting.isPresent() ? stillWaiting(c, waiting.get(), proof) : judged(c, syn, synAck, proof);
    }

    private static Opinion stillWaiting(RstContext c, Segment again, Proof proof) {
        return proof.against(
                        Confidence.LOW,
                        "The same SYN came again after the RST: the initiator's stack still waited and had not sent it",
                        again,
                        c.rst())
                .claim();
    }

    private static Opinion judged(RstContext c, Optional<Segment> syn, Segment synAck, Proof proof) {
        if (syn.isEmpty()) {
            return withoutSyn(synAck, proof);
        }
        return c.handshake().isAcknowledgedBy(synAck)
                ? acceptable(c, syn.get(), proof)
                : unacceptable(c, syn.get(), synAck, proof);
    }

    /** A segment that is no SYN,ACK came before it. An ACK of another connection is a story of its own. */
    private Opinion outOfTurn(RstContext c, Segment syn, Segment early) {
        if (!c.handshake().isAcknowledgedBy(early)) {
            return Opinion.no("what the RST answers does not acknowledge the SYN: it is of another connection");
        }
        return claim(c).strong(
                        () -> "The initiator, which waited for a SYN,ACK, reset a " + early.flagNames()
                                + " segment that came in its place",
                        syn,
                        early,
                        c.rst())
                .base(
                        Confidence.MEDIUM,
                        "A SYN,ACK that was not captured may have come before: then the initiator had ended the connection itself",
                        early)
                .claim();
    }

    /** The SYN,ACK was not captured; the bare form of the RST tells that there was one. */
    private Opinion unseen(RstContext c, Segment syn) {
        long waited = c.rst().timeNanos() - syn.timeNanos();
        boolean prompt = c.connectTimeout().isPresent()
                ? waited < c.connectTimeout().getAsLong()
                : c.handshake().syns() == 1
                        && waited <= Math.max(Thresholds.SOONEST_GIVING_UP, 2 * c.roundTrip(Side.RESPONDER));
        return CancelledHandshake.unseenSynAck(cause(), c, syn)
                .limit(
                        Confidence.LOW,
                        !prompt,
                        "The RST came so long after the SYN that the initiator may have given up the handshake")
                .claim();
    }

    /** Whether the initiator had taken the SYN,ACK: then its RST ends a connection that it had. */
    private static boolean isAbort(RstContext c) {
        return c.shape() == Shape.ACTIVE && (c.handshake().ack().isPresent() || Windows.isScaledOfSyn(c));
    }

    private static Opinion withoutSyn(Segment synAck, Proof proof) {
        return proof.weak("The capture has no SYN of the initiator that the SYN,ACK could answer", synAck)
                .base(
                        Confidence.MEDIUM,
                        "Whether the initiator had sent a SYN, and when, the capture does not tell",
                        synAck)
                .claim();
    }

    /** Where the ports were in use a moment before, a device may have given the SYN other numbers between two points of the capture. */
    private static Opinion unacceptable(RstContext c, Segment syn, Segment synAck, Proof proof) {
        boolean renumbered = c.timeline()
                .previous()
                .filter(before -> syn.timeNanos() - before.lastNanos() <= Thresholds.SAME_SYN)
                .isPresent();
        return proof.decisive("The SYN,ACK acknowledges a number that the SYN does not have: unacceptable", syn, synAck)
                .doubt(
                        Confidence.MEDIUM,
                        renumbered,
                        "The SYN before it had another number: a device that renumbers may stand between two capture points")
                .claim();
    }

    private static Opinion acceptable(RstContext c, Segment syn, Proof proof) {
        if (c.spokeBeyondHandshake(Side.INITIATOR)) {
            return Opinion.no("the initiator had sent more than its part of the handshake");
        }
        long latency = c.handshake().latencyNanos();
        if (latency < 0) {
            return beforeItsSyn(c, syn, proof);
        }
        proof.weak(() -> "The SYN,ACK came " + Durations.measured(latency) + " after the SYN");
        boolean configured = c.connectTimeout().isPresent();
        boolean inTime = configured
                && c.rst().timeNanos() - syn.timeNanos() < c.connectTimeout().getAsLong();
        return inTime
                ? inTime(c, syn, latency, c.connectTimeout().getAsLong(), proof)
                : perhapsLate(c.handshake(), configured, proof);
    }

    private static Opinion beforeItsSyn(RstContext c, Segment syn, Proof proof) {
        return proof.doubt(
                        Confidence.MEDIUM,
                        "The capture has the SYN,ACK before its SYN, so that how long it took is not known")
                .limit(
                        Confidence.LOW,
                        c.handshake().syns() > 1
                                || c.rst().timeNanos() - syn.timeNanos() > Thresholds.SOONEST_GIVING_UP,
                        "The initiator may have waited for longer than a program does")
                .claim();
    }

    /** Whether the SYN has the options of a stack, which may have made the connection; who makes a SYN by hand has none. */
    private static boolean isOpenedByStack(Segment syn) {
        return syn.timestamps() || syn.optionsLength() >= Thresholds.STACK_OPTIONS;
    }

    /** Whether the RST has the marks of an answer without a socket, and the SYN, which had one, has not. */
    private static boolean isMadeWithoutSocket(RstContext c, Segment syn) {
        return syn.ipId() != 0 && LinuxAnswer.is(c);
    }

    /** The configured timeout was not over: the program cannot have given up. */
    private static Opinion inTime(RstContext c, Segment syn, long latency, long timeout, Proof proof) {
        return proof.strong(
                        () -> "The answer came sooner than the configured timeout of " + Durations.measured(timeout))
                .doubt(
                        Confidence.MEDIUM,
                        isOpenedByStack(syn) && !isMadeWithoutSocket(c, syn),
                        "A stack that aborts without ACK ends a connection that it had just made in the same way",
                        c.rst())
                .doubt(
                        Confidence.HIGH,
                        timeout >= Thresholds.SOONEST_RETRY && c.nearness() != Nearness.HERE,
                        "A SYN before it may not have been captured")
                .limit(
                        Confidence.HIGH,
                        latency >= timeout / 2,
                        "The SYN,ACK came when half of the configured timeout was over: it may have begun before the SYN passed")
                .limit(
                        Confidence.HIGH,
                        c.handshake().syns() > 1,
                        "The SYN was sent again: another was answered than the one that began the configured timeout")
                .limit(
                        Confidence.HIGH,
                        !Pace.isPrompt(c),
                        "The RST came later than an answer would: how late the SYN,ACK came to the initiator is not known")
                .claim();
    }

    private static Opinion perhapsLate(Handshake handshake, boolean configured, Proof proof) {
        return proof.limit(
                        Confidence.MEDIUM,
                        !configured,
                        "No timeout was configured for this endpoint: a program that gave up as soon as this looks the same")
                .limit(
                        Confidence.MEDIUM,
                        configured,
                        "The configured timeout was over when the RST passed: the program may have given up")
                .limit(
                        Confidence.LOW,
                        handshake.syns() > 1,
                        "The SYN was sent again: the initiator had waited, and may have given up")
                .settledBy("Who sent the SYN: a scanner, a health check, or a program that had ended")
                .claim();
    }
}

package dev.whyrst.attribution.rules;

import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.Confidence;
import dev.whyrst.attribution.Thresholds;
import dev.whyrst.attribution.facts.RstContext;
import dev.whyrst.attribution.facts.UnseenSynAck;
import dev.whyrst.text.Durations;
import dev.whyrst.timeline.Segment;
import dev.whyrst.timeline.Side;

/** An initiator's RST in a handshake of which no SYN,ACK was captured. */
final class CancelledHandshake {

    private CancelledHandshake() {}

    /** @param syn the conversation's first SYN */
    static Opinion opinion(RstContext c, Segment syn) {
        Segment rst = c.rst();
        if (c.spoke(Side.RESPONDER)) {
            return Opinion.no("the responder had spoken, although not with a SYN,ACK");
        }
        if (rst.hasAck() && rst.rawAck() != 0 && rst.rawSeq() == syn.rawEnd()) {
            return Opinion.no("the RST acknowledges a number of the responder: the initiator had got its SYN,ACK");
        }
        if (rst.rawSeq() != syn.rawEnd() && rst.rawSeq() != syn.rawSeq()) {
            return Opinion.no("the RST does not bear the number of the SYN, nor the one after it");
        }
        return UnseenSynAck.isAnswered(c) ? lateUnseen(c, syn) : gaveUp(c, syn);
    }

    /** The initiator's own stack aborted the attempt. */
    private static Opinion gaveUp(RstContext c, Segment syn) {
        long waited = waited(c, syn);
        Proof proof = Proof.of(Cause.HANDSHAKE_TIMEOUT, c)
                .strong(
                        () -> "The initiator reset its own attempt " + Durations.measured(waited)
                                + " after the SYN, before any answer was captured",
                        syn,
                        c.rst());
        if (c.connectTimeout().isEmpty()) {
            return inferred(proof, "No timeout was configured for this endpoint: that there was one is inferred");
        }
        long timeout = c.connectTimeout().getAsLong();
        if (!acknowledgesNothing(c)) {
            return inferred(proof, "The RST does not tell whether a SYN,ACK that was not captured had come before it");
        }
        if (!isWhenItRanOut(waited, timeout)) {
            return inferred(proof, "The RST did not come when the configured timeout ran out");
        }
        return proof.decisive(() -> "The RST came when the configured timeout of " + Durations.measured(timeout)
                        + " was over, and acknowledges nothing: its sender had got no SYN,ACK")
                .claim();
    }

    private static Opinion inferred(Proof proof, String why) {
        return proof.base(Confidence.HIGH, why)
                .settledBy("The program's connect timeout")
                .claim();
    }

    /** Whether the RST is an abort by a stack that was still waiting for a number to acknowledge. */
    private static boolean acknowledgesNothing(RstContext c) {
        return c.rst().hasAck() && c.rst().rawAck() == 0;
    }

    private static boolean isWhenItRanOut(long waited, long timeout) {
        return waited >= timeout && waited <= timeout * 5 / 4 + Thresholds.TIMER_SLACK;
    }

    /** The SYN,ACK that the RST answers was not captured: how late it came only the RST tells. */
    private static Opinion lateUnseen(RstContext c, Segment syn) {
        long waited = waited(c, syn);
        boolean configured = c.connectTimeout().isPresent();
        if (configured && waited < c.connectTimeout().getAsLong()) {
            return Opinion.no("the RST came before the configured timeout was over");
        }
        boolean soon = !configured && c.handshake().syns() == 1 && !isLate(waited, c.roundTrip(Side.RESPONDER));
        return unseenSynAck(Cause.HANDSHAKE_TIMEOUT, c, syn)
                .limit(
                        Confidence.LOW,
                        soon,
                        "The RST came soon after the only SYN: nothing tells that the initiator had given up")
                .claim();
    }

    /** A proof that begins with a RST that answers a SYN,ACK which was not captured. */
    static Proof unseenSynAck(Cause cause, RstContext c, Segment syn) {
        return Proof.of(cause, c)
                .weak(
                        () -> "The RST answers a SYN,ACK that was not captured, " + Durations.measured(waited(c, syn))
                                + " after the SYN",
                        syn,
                        c.rst())
                .base(
                        Confidence.MEDIUM,
                        "The SYN,ACK was not captured: that there was one, and when, is inferred from the RST",
                        c.rst())
                .settledBy("A capture of both directions");
    }

    /** From the SYN to the RST, nanoseconds. */
    private static long waited(RstContext c, Segment syn) {
        return c.rst().timeNanos() - syn.timeNanos();
    }

    /** Whether a handshake took so long, compared with the path's best, that its initiator may have given it up; nanoseconds, best -1 if unknown. */
    static boolean isLate(long latency, long best) {
        return latency >= Thresholds.LATE_AT_LEAST && (best < 0 || latency > best * Thresholds.LATE_FACTOR);
    }
}

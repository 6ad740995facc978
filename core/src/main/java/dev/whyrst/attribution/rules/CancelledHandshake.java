package dev.whyrst.attribution.rules;

import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.Confidence;
import dev.whyrst.attribution.facts.RstContext;
import dev.whyrst.attribution.facts.UnseenSynAck;
import dev.whyrst.timeline.Segment;
import dev.whyrst.timeline.Side;

/** An initiator's RST in a handshake of which no SYN,ACK was captured. */
final class CancelledHandshake {

    private static final long MILLI = 1_000_000L;

    /** A handshake this much slower than the path's best is taken for late where no timeout is configured. */
    private static final int LATE_FACTOR = 3;

    private static final long LATE_AT_LEAST = 50 * MILLI;

    /** What a timer and the way to the capture add. */
    private static final long SLACK = 5 * MILLI;

    private CancelledHandshake() {}

    static Opinion opinion(RstContext c) {
        Segment syn = c.handshake().syn().orElseThrow();
        boolean acknowledges =
                c.rst().hasAck() && c.rst().rawAck() != 0 && c.rst().rawSeq() == syn.rawEnd();
        if (c.spoke(Side.RESPONDER)
                || acknowledges
                || c.rst().rawSeq() != syn.rawEnd() && c.rst().rawSeq() != syn.rawSeq()) {
            return Opinion.no("?");
        }
        if (UnseenSynAck.isAnswered(c)) {
            return unseenSynAck(c, syn);
        }
        long waited = c.rst().timeNanos() - syn.timeNanos();
        Proof proof = Proof.of(Cause.HANDSHAKE_TIMEOUT, c)
                .strong(
                        () -> "The initiator reset its own attempt " + Words.duration(waited)
                                + " after the SYN, before any answer was captured",
                        syn,
                        c.rst());
        if (isOwnTimeout(c, waited)) {
            proof.decisive(() -> "That is the configured timeout of "
                    + Words.duration(c.connectTimeout().getAsLong())
                    + ", and the RST,ACK acknowledges nothing: its sender had got no SYN,ACK");
            return proof.claim(Confidence.CERTAIN);
        }
        return proof.settledBy("The program's connect timeout").claim(Confidence.HIGH);
    }

    /** The SYN,ACK that the RST answers was not captured: how late it came only the RST tells. */
    private static Opinion unseenSynAck(RstContext c, Segment syn) {
        long waited = c.rst().timeNanos() - syn.timeNanos();
        if (c.connectTimeout().isPresent() && waited < c.connectTimeout().getAsLong()) {
            return Opinion.no("?");
        }
        boolean late = c.connectTimeout().isPresent()
                || c.handshake().syns() > 1
                || isLate(waited, c.roundTrip(Side.RESPONDER));
        return unseenSynAck(Cause.HANDSHAKE_TIMEOUT, c, syn).claim(late ? Confidence.MEDIUM : Confidence.LOW);
    }

    /** A proof that begins with a RST that answers a SYN,ACK which was not captured. */
    static Proof unseenSynAck(Cause cause, RstContext c, Segment syn) {
        return Proof.of(cause, c)
                .weak(
                        () -> "The RST answers a SYN,ACK that was not captured, "
                                + Words.duration(c.rst().timeNanos() - syn.timeNanos()) + " after the SYN",
                        syn,
                        c.rst())
                .settledBy("A capture of both directions");
    }

    /** Whether a handshake took so long, compared with the path's best, that its initiator may have given it up; nanoseconds, best -1 if unknown. */
    static boolean isLate(long latency, long best) {
        return latency >= LATE_AT_LEAST && (best < 0 || latency > best * LATE_FACTOR);
    }

    /** Whether a stack that was still waiting aborted as the timeout ran out. */
    private static boolean isOwnTimeout(RstContext c, long waited) {
        boolean unanswered = c.rst().hasAck() && c.rst().rawAck() == 0;
        return unanswered
                && c.connectTimeout().isPresent()
                && waited >= c.connectTimeout().getAsLong()
                && waited <= c.connectTimeout().getAsLong() * 5 / 4 + SLACK;
    }
}

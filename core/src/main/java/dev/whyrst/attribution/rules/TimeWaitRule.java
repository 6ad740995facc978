package dev.whyrst.attribution.rules;

import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.Confidence;
import dev.whyrst.attribution.facts.Pace;
import dev.whyrst.attribution.facts.RstContext;
import dev.whyrst.attribution.facts.TtlFit;
import dev.whyrst.timeline.Incarnation;
import dev.whyrst.timeline.Segment;
import dev.whyrst.timeline.Side;
import java.util.Optional;

/**
 * A segment met a connection in TIME_WAIT: a SYN that may not reuse it, or the TIME_WAIT's acknowledgment met a host without the
 * connection (RFC 1337).
 */
final class TimeWaitRule extends Rule {

    private static final int LARGEST_WINDOW = 1 << 20;
    private static final long LONGEST_TIME_WAIT = 240_000_000_000L;

    TimeWaitRule() {
        super(Cause.TIME_WAIT);
    }

    @Override
    public Opinion examine(RstContext c) {
        if (c.finishedBefore(Side.INITIATOR) && c.finishedBefore(Side.RESPONDER)) {
            return acknowledgmentOfTimeWait(c);
        }
        Optional<Incarnation> previous = c.timeline().previous();
        if (previous.isEmpty()
                || !previous.get().finished()
                || c.handshake().syn().isEmpty()) {
            return Opinion.no("?");
        }
        Segment syn = c.handshake().syn().get();
        long since = syn.timeNanos() - previous.get().lastNanos();
        if (c.sender() == Side.INITIATOR && since <= LONGEST_TIME_WAIT) {
            return duplicateSyn(c, syn, since);
        }
        boolean inOldWindow =
                Integer.compareUnsigned(syn.rawSeq() - previous.get().initiatorNext(), LARGEST_WINDOW) < 0;
        boolean refused =
                c.sender() == Side.RESPONDER && c.triggeredBy(Segment::isInitialSyn) && !c.spoke(Side.RESPONDER);
        // Linux drops or acknowledges such a SYN, or takes it.
        boolean isOfLinux = PortNotListeningRule.neverAnswersListenersSyn(c);
        boolean listening = c.responderPort().map(p -> p.accepted() > 0).orElse(false);
        if (!refused || isOfLinux || !listening || !inOldWindow || since > LONGEST_TIME_WAIT) {
            return Opinion.no("?");
        }
        return claim(c).strong(
                        () -> "The same ports carried a connection that was closed " + Words.duration(since)
                                + " before, and the SYN's number lies in its window: it met its TIME_WAIT",
                        syn,
                        c.rst())
                .claim(Confidence.HIGH);
    }

    /** The SYN was none that the initiator's stack knew of: an old duplicate, whose answer it rejects. */
    private Opinion duplicateSyn(RstContext c, Segment syn, long since) {
        if (!c.triggeredBy(Segment::hasAck)
                || c.handshake().syns() > 1
                || c.spokeBeyondHandshake(Side.INITIATOR)
                || c.handshake().ack().isPresent()) {
            return Opinion.no("?");
        }
        return claim(c).strong(
                        () -> "The same ports carried a connection that was closed " + Words.duration(since)
                                + " before the SYN; the host without it rejects what the SYN drew from the side in TIME_WAIT",
                        syn,
                        c.trigger().orElseThrow().segment(),
                        c.rst())
                .claim(Confidence.HIGH);
    }

    /** Whether the ACK is the one that ends the close: it met a socket that had gone early, and is no late word of a TIME_WAIT. */
    private static boolean isFirstOfItsKind(RstContext c, Segment ack) {
        for (Segment s : c.timeline().before(c.reset())) {
            if (s.equals(ack)) {
                return true;
            }
            if (s.from() == ack.from() && !s.isReset() && s.hasAck() && s.ack() >= ack.ack()) {
                return false;
            }
        }
        return true;
    }

    private Opinion acknowledgmentOfTimeWait(RstContext c) {
        boolean answersBareAck = c.triggeredBy(s -> !s.hasPayload() && !s.isFin() && !s.isSyn() && s.hasAck());
        if (!answersBareAck || !Pace.isPrompt(c)) {
            return Opinion.no("?");
        }
        Segment ack = c.trigger().orElseThrow().segment();
        Optional<Segment> fin = c.firstFin(c.peer());
        if (fin.isEmpty() || ack.timeNanos() < fin.get().timeNanos() || !c.acknowledgedBefore(fin.get())) {
            return Opinion.no("?");
        }
        if (isFirstOfItsKind(c, ack)) {
            return Opinion.no("?");
        }
        return claim(c).decisive(
                        "Both sides had closed and acknowledged it; the RST answers a late bare ACK of the side in TIME_WAIT",
                        fin.get(),
                        ack,
                        c.rst())
                .claim(c.ttlFit() == TtlFit.SAME ? Confidence.CERTAIN : Confidence.HIGH);
    }
}

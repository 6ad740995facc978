package dev.whyrst.attribution.facts;

import dev.whyrst.attribution.Thresholds;
import dev.whyrst.timeline.Segment;
import dev.whyrst.timeline.Side;
import java.util.Optional;

/** What sequence numbers tell of a close, also where the capture missed segments. */
public final class CloseSigns {

    private CloseSigns() {}

    /**
     * Whether the peer had sent data, captured or counted by the number of its FIN, that the RST's sender never acknowledged before the
     * RST.
     */
    public static boolean refusedData(ObservedRst r) {
        long acknowledged = r.acknowledged(r.sender());
        long sent = Math.max(
                r.lastPayload(r.peer()).map(Segment::end).orElse(0L),
                r.firstFin(r.peer()).map(s -> s.end() - 1).orElse(0L));
        return acknowledged > 0 && sent > acknowledged;
    }

    /** Whether the stack had the data before it and took none of it: it answers without the connection, or its window is closed. */
    public static boolean refusesData(ObservedRst r, TtlFit ttl, Segment late) {
        if (ttl != TtlFit.SAME) {
            return false;
        }
        if (ConnectionlessAnswer.is(r)) {
            return true;
        }
        boolean hadCome = r.rst().timeNanos() - late.timeNanos()
                >= r.roundTrip(r.sender()) * Thresholds.SOONEST_ANSWER_TENTHS / 10;
        return hadCome && r.rst().rawWindow() == 0 && r.rst().ack() <= late.seq();
    }

    /** Whether the RST's host, in other conversations that it had closed, resets without ACK, as an answer is worded. */
    public static boolean answersBare(ObservedRst r) {
        return r.senderHost().filter(host -> host.bareAnswers() > 0).isPresent();
    }

    /** Whether the RST's sender acknowledged more and more payload behind its own FIN: it had closed one direction only. */
    public static boolean tookDataAfterFin(ObservedRst r) {
        if (!r.finishedBefore(r.sender())) {
            return false;
        }
        long sent = r.lastPayload(r.peer()).map(Segment::end).orElse(0L);
        long least = Long.MAX_VALUE;
        long most = Long.MIN_VALUE;
        for (Segment s : r.timeline().before(r.reset())) {
            if (s.from() == r.sender()
                    && !s.isReset()
                    && s.timeNanos() >= r.own().finNanos()
                    && s.ack() <= sent) {
                least = Math.min(least, s.ack());
                most = Math.max(most, s.ack());
            }
        }
        return least < most;
    }

    /** Whether the RST's sender had closed but a moment before it, in one breath. */
    public static boolean closedJustNow(ObservedRst r) {
        return r.finishedBefore(r.sender()) && r.rst().timeNanos() - r.own().finNanos() <= Thresholds.ONE_BREATH;
    }

    /**
     * The FIN of the RST's sender that was captured behind its RST: a stack that has no connection sends none, so it was sent before and
     * came late.
     */
    public static Optional<Segment> overtakenFin(ObservedRst r) {
        return r.timeline().after(r.reset()).stream()
                .filter(s -> s.from() == r.sender()
                        && s.isFin()
                        && s.end() - 1 == r.rst().seq())
                .findFirst();
    }

    /**
     * Whether what the RST answers was under way while its sender was still sending: it did not yet acknowledge the sender's last words,
     * and a close may have followed these.
     */
    public static boolean mayHaveCrossed(ObservedRst r) {
        Optional<Segment> last = r.last(r.sender());
        if (last.isEmpty() || r.trigger().isEmpty()) {
            return false;
        }
        Segment trigger = r.trigger().get().segment();
        long since = trigger.timeNanos() - last.get().timeNanos();
        return trigger.ack() < last.get().end() && since < longestCrossing(r);
    }

    /** How long before a segment a close was sent at most that crossed it, or that the capture missed; nanoseconds. */
    static long longestCrossing(ObservedRst r) {
        return Thresholds.CROSSING + 3 * Math.max(0, r.roundTrip(r.sender()));
    }

    /**
     * Whether the side had said the same several times without an answer before the RST: the other host was away, or the path lost what
     * was sent, perhaps a close of the other side.
     */
    public static boolean wasUnheard(ObservedRst r, Side side) {
        long sent = Long.MIN_VALUE;
        int repetitions = 0;
        for (Segment s : Unanswered.retransmissions(r, side)) {
            repetitions += s.seq() < sent ? 1 : 0;
            sent = Math.max(sent, s.end());
        }
        return repetitions >= Thresholds.REPEATED_IN_VAIN;
    }

    /** Whether the RST's sender serves a port that closes idle connections of its own accord. */
    public static boolean closesIdle(ObservedRst r) {
        return r.sender() == Side.RESPONDER
                && r.responderPort().isPresent()
                && r.responderPort().get().massCloses() > 0;
    }

    /**
     * Whether a FIN of the side passed that was not captured: the other side acknowledged, be it in segments that were still under way
     * when the RST passed, exactly one number more than the side is known to have sent.
     */
    public static boolean missedFin(ObservedRst r, Side side) {
        Optional<Segment> last = r.last(side);
        return last.isPresent()
                && !r.finishedBefore(side)
                && r.timeline().of(side.opposite()).ackedHighest()
                        == r.timeline().of(side).sndNxt() + 1;
    }
}

package dev.whyrst.attribution.facts;

import dev.whyrst.timeline.Segment;
import dev.whyrst.timeline.Side;
import java.util.Optional;

/** What sequence numbers tell of a close, also where the capture missed segments. */
public final class CloseSigns {

    private static final long ONE_BREATH = 1_000_000L;

    /** So many repetitions that stay unanswered are no chance losses. */
    private static final int MANY_TRIES = 3;

    /** What {@link #longestCrossing} is on a path that takes no time; nanoseconds. */
    private static final long CROSSING = 300_000_000L;

    private CloseSigns() {}

    /**
     * Whether the peer had sent data, captured or counted by the number of its FIN, that the RST's sender never acknowledged before the
     * RST.
     */
    public static boolean refusedData(ResetCase c) {
        long acknowledged = c.acknowledged(c.sender());
        long sent = Math.max(
                c.lastPayload(c.peer()).map(Segment::end).orElse(0L),
                c.firstFin(c.peer()).map(s -> s.end() - 1).orElse(0L));
        return acknowledged > 0 && sent > acknowledged;
    }

    /** Whether the stack had the data before it and took none of it: it answers without the connection, or its window is closed. */
    public static boolean refusesData(ResetCase c, Segment late) {
        if (c.ttlFit() != TtlFit.SAME) {
            return false;
        }
        if (c.answersWithoutConnection()) {
            return true;
        }
        boolean hadCome = c.rst().timeNanos() - late.timeNanos() >= c.roundTrip(c.sender()) * 7 / 10;
        return hadCome && c.rst().rawWindow() == 0 && c.rst().ack() <= late.seq();
    }

    /** Whether the RST's host, in other conversations that it had closed, resets without ACK, as an answer is worded. */
    public static boolean answersBare(ResetCase c) {
        return c.senderHost().filter(host -> host.bareAnswers() > 0).isPresent();
    }

    /** Whether the RST's sender acknowledged more and more payload behind its own FIN: it had closed one direction only. */
    public static boolean tookDataAfterFin(ResetCase c) {
        if (!c.finishedBefore(c.sender())) {
            return false;
        }
        long sent = c.lastPayload(c.peer()).map(Segment::end).orElse(0L);
        long least = Long.MAX_VALUE;
        long most = Long.MIN_VALUE;
        for (Segment s : c.timeline().before(c.reset())) {
            if (s.from() == c.sender()
                    && !s.isReset()
                    && s.timeNanos() >= c.own().finNanos()
                    && s.ack() <= sent) {
                least = Math.min(least, s.ack());
                most = Math.max(most, s.ack());
            }
        }
        return least < most;
    }

    /** Whether the RST's sender had closed but a moment before it, in one breath. */
    public static boolean closedJustNow(ResetCase c) {
        return c.finishedBefore(c.sender()) && c.rst().timeNanos() - c.own().finNanos() <= ONE_BREATH;
    }

    /**
     * The FIN of the RST's sender that was captured behind its RST: a stack that has no connection sends none, so it was sent before and
     * came late.
     */
    public static Optional<Segment> overtakenFin(ResetCase c) {
        return c.timeline().after(c.reset()).stream()
                .filter(s -> s.from() == c.sender()
                        && s.isFin()
                        && s.end() - 1 == c.rst().seq())
                .findFirst();
    }

    /**
     * Whether what the RST answers was under way while its sender was still sending: it did not yet acknowledge the sender's last words,
     * and a close may have followed these.
     */
    public static boolean mayHaveCrossed(ResetCase c) {
        Optional<Segment> last = c.last(c.sender());
        if (last.isEmpty() || c.trigger().isEmpty()) {
            return false;
        }
        Segment trigger = c.trigger().get().segment();
        long since = trigger.timeNanos() - last.get().timeNanos();
        return trigger.ack() < last.get().end() && since < longestCrossing(c);
    }

    /** How long before a segment a close was sent at most that crossed it, or that the capture missed; nanoseconds. */
    static long longestCrossing(ResetCase c) {
        return CROSSING + 3 * Math.max(0, c.roundTrip(c.sender()));
    }

    /**
     * Whether the side had said the same several times without an answer before the RST: the other host was away, or the path lost what
     * was sent, perhaps a close of the other side.
     */
    public static boolean wasUnheard(ResetCase c, Side side) {
        long sent = Long.MIN_VALUE;
        int repetitions = 0;
        for (Segment s : c.unansweredRetransmissions(side)) {
            repetitions += s.seq() < sent ? 1 : 0;
            sent = Math.max(sent, s.end());
        }
        return repetitions >= MANY_TRIES;
    }

    /** Whether the RST's sender serves a port that closes idle connections of its own accord. */
    public static boolean closesIdle(ResetCase c) {
        return c.sender() == Side.RESPONDER
                && c.responderPort().isPresent()
                && c.responderPort().get().massCloses() > 0;
    }

    /**
     * Whether a FIN of the side passed that was not captured: the other side acknowledged, be it in segments that were still under way
     * when the RST passed, exactly one number more than the side is known to have sent.
     */
    public static boolean missedFin(ResetCase c, Side side) {
        Optional<Segment> last = c.last(side);
        return last.isPresent()
                && !c.finishedBefore(side)
                && c.timeline().of(side.opposite()).ackedHighest()
                        == c.timeline().of(side).sndNxt() + 1;
    }
}

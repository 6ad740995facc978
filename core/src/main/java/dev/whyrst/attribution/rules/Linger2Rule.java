package dev.whyrst.attribution.rules;

import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.Confidence;
import dev.whyrst.attribution.Shape;
import dev.whyrst.attribution.facts.Pace;
import dev.whyrst.attribution.facts.Pending;
import dev.whyrst.attribution.facts.RstContext;
import dev.whyrst.timeline.Segment;
import dev.whyrst.timeline.Side;
import java.util.Optional;

/** FIN_WAIT_2 was cut short (TCP_LINGER2 < 0): as soon as the FIN is acknowledged, the closing side resets. */
final class Linger2Rule extends Rule {

    /** A path that is slow for once brings the answer later than its round trip, but not later than this; nanoseconds. */
    private static final long LATEST = 1_000_000_000L;

    Linger2Rule() {
        super(Cause.LINGER2_ABORT);
    }

    @Override
    public Opinion examine(RstContext c) {
        Optional<Segment> fin = c.firstFin(c.sender());
        if (fin.isEmpty() || c.finishedBefore(c.peer())) {
            return Opinion.no("?");
        }
        long behindFin = fin.get().end();
        if (c.shape() == Shape.ACTIVE) {
            return abortOfOrphan(c, fin.get());
        }
        boolean answersAckOfFin =
                c.triggeredBy(s -> !s.hasPayload() && !s.isFin() && s.ack() >= behindFin) && !c.answersProbe();
        if (!answersAckOfFin || c.rst().seq() != behindFin || c.trigger().get().delayNanos() > LATEST) {
            return Opinion.no("?");
        }
        Segment ack = c.trigger().orElseThrow().segment();
        return claim(c).decisive(
                        "The RST answers the bare acknowledgment of its sender's own FIN", fin.get(), ack, c.rst())
                .claim(Pace.isPrompt(c) && !Pending.isInFlight(c) ? Confidence.HIGH : Confidence.MEDIUM);
    }

    /** Whether the initiator closed and reset while it waited for an answer. */
    private static boolean isGivenUp(RstContext c) {
        Optional<Segment> request = c.lastPayload(c.sender());
        Optional<Segment> answer = c.lastPayload(c.peer());
        return c.sender() == Side.INITIATOR
                && request.isPresent()
                && (answer.isEmpty() || answer.get().ack() < request.get().end());
    }

    private Opinion abortOfOrphan(RstContext c, Segment fin) {
        if (!hadAcknowledgment(c, fin)
                || c.rst().seq() != fin.end()
                || Pending.unanswered(c) > 0
                || Pending.isInFlight(c)) {
            return Opinion.no("?");
        }
        Proof proof = claim(c).strong(
                        "The side that had closed reset the connection, though its FIN was acknowledged and all was answered",
                        fin,
                        c.rst());
        if (isGivenUp(c)) {
            return proof.against("Its request had no answer: a program that gives up resets so, with SO_LINGER 0")
                    .claim(Confidence.LOW);
        }
        return proof.claim(Confidence.MEDIUM);
    }

    /** Whether the closing side can have had the acknowledgment of its FIN: before it, it is not in FIN_WAIT_2. */
    private static boolean hadAcknowledgment(RstContext c, Segment fin) {
        long underWay = Math.max(0, c.roundTrip(c.sender())) * 7 / 10;
        return c.timeline()
                .lastBefore(
                        c.reset(),
                        c.peer(),
                        s -> s.ack() >= fin.end() && c.rst().timeNanos() - s.timeNanos() >= underWay)
                .isPresent();
    }
}

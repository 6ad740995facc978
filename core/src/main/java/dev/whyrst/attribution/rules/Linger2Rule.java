package dev.whyrst.attribution.rules;

import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.Confidence;
import dev.whyrst.attribution.Shape;
import dev.whyrst.attribution.Thresholds;
import dev.whyrst.attribution.Trigger;
import dev.whyrst.attribution.facts.Pace;
import dev.whyrst.attribution.facts.Pending;
import dev.whyrst.attribution.facts.RstContext;
import dev.whyrst.timeline.Segment;
import dev.whyrst.timeline.Side;
import java.util.Optional;

/**
 * FIN_WAIT_2 was cut short (TCP_LINGER2 < 0): as soon as the FIN is acknowledged, the closing side resets (RFC 9293 section 3.6;
 * Linux: SK_RST_REASON_TCP_ABORT_ON_LINGER).
 */
final class Linger2Rule extends Rule {

    Linger2Rule() {
        super(Cause.LINGER2_ABORT);
    }

    @Override
    public Opinion examine(RstContext c) {
        Optional<Segment> fin = c.firstFin(c.sender());
        if (fin.isEmpty()) {
            return Opinion.no("no FIN of its sender was captured before the RST");
        }
        if (c.finishedBefore(c.peer())) {
            return Opinion.no("the peer had closed as well");
        }
        if (c.rst().seq() != fin.get().end()) {
            return Opinion.no("the RST does not have the number after its sender's FIN");
        }
        if (c.shape() == Shape.ACTIVE) {
            return abortOfOrphan(c, fin.get());
        }
        return c.trigger().isPresent()
                ? answer(c, fin.get(), c.trigger().get())
                : Opinion.no("no segment of the peer has the numbers that the RST would answer");
    }

    private Opinion answer(RstContext c, Segment fin, Trigger answered) {
        Segment ack = answered.segment();
        if (ack.hasPayload() || ack.isFin() || ack.ack() < fin.end() || c.answersProbe()) {
            return Opinion.no("the RST does not answer a bare acknowledgment of its sender's FIN");
        }
        if (answered.delayNanos() > Thresholds.LATEST_ANSWER_TO_FIN) {
            return Opinion.no("the RST came long after the acknowledgment of its sender's FIN");
        }
        return claim(c).decisive("The RST answers the bare acknowledgment of its sender's own FIN", fin, ack, c.rst())
                .base(
                        Confidence.HIGH,
                        "That the option was set is inferred: a stack that forgets a closed connection early answers so too")
                .limit(
                        Confidence.MEDIUM,
                        !Pace.isPrompt(c),
                        "The RST came later after the acknowledgment than its sender's host takes to answer",
                        ack,
                        c.rst())
                .limit(
                        Confidence.MEDIUM,
                        Pending.isInFlight(c),
                        "Data of the peer was on its way that its sender never acknowledged: that may have drawn the RST")
                .claim();
    }

    private Opinion abortOfOrphan(RstContext c, Segment fin) {
        if (!hadAcknowledgment(c, fin)) {
            return Opinion.no("its sender cannot have had an acknowledgment of its FIN before the RST");
        }
        if (Pending.unanswered(c) > 0) {
            return Opinion.no("the last data of the peer drew no answer: it may have been unread");
        }
        if (Pending.isInFlight(c)) {
            return Opinion.no("data of the peer was on its way that its sender never acknowledged");
        }
        return claim(c).strong(
                        "The side that had closed reset the connection, though its FIN was acknowledged and all was answered",
                        fin,
                        c.rst())
                .base(
                        Confidence.MEDIUM,
                        "A program that shuts down its direction and then aborts, with SO_LINGER 0, sends the same")
                .against(
                        Confidence.LOW,
                        isGivenUp(c),
                        "Its request had no answer: a program that gives up resets so, with SO_LINGER 0")
                .claim();
    }

    /** Whether the initiator closed and reset while it waited for an answer. */
    private static boolean isGivenUp(RstContext c) {
        Optional<Segment> request = c.lastPayload(c.sender());
        Optional<Segment> answer = c.lastPayload(c.peer());
        return c.sender() == Side.INITIATOR
                && request.isPresent()
                && (answer.isEmpty() || answer.get().ack() < request.get().end());
    }

    /** Whether the closing side can have had the acknowledgment of its FIN: before it, it is not in FIN_WAIT_2. */
    private static boolean hadAcknowledgment(RstContext c, Segment fin) {
        long underWay = Math.max(0, c.roundTrip(c.sender())) * Thresholds.SOONEST_ANSWER_TENTHS / 10;
        return c.timeline()
                .lastBefore(
                        c.reset(),
                        c.peer(),
                        s -> s.ack() >= fin.end() && c.rst().timeNanos() - s.timeNanos() >= underWay)
                .isPresent();
    }
}

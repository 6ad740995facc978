package dev.whyrst.attribution.rules;

import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.Confidence;
import dev.whyrst.attribution.Shape;
import dev.whyrst.attribution.Thresholds;
import dev.whyrst.attribution.facts.RstContext;
import dev.whyrst.attribution.facts.Unanswered;
import dev.whyrst.text.Durations;
import dev.whyrst.timeline.Segment;
import java.util.List;

/**
 * Retransmissions or TCP_USER_TIMEOUT were exhausted (RFC 9293 section 3.8.3, RFC 5482): the sender aborts, or forgets the connection
 * silently and resets what its peer sends later (Linux gives up without a RST).
 */
final class UserTimeoutRule extends Rule {

    UserTimeoutRule() {
        super(Cause.USER_TIMEOUT);
    }

    @Override
    public Opinion examine(RstContext c) {
        if (c.isStateless()) {
            return c.trigger().isPresent()
                    ? forgotten(c, c.trigger().get().segment())
                    : Opinion.no("no segment of the peer has the numbers that the RST would answer");
        }
        if (c.shape() != Shape.ACTIVE) {
            return Opinion.no("the RST does not have the form of an abort");
        }
        List<Segment> tries = Unanswered.retransmissions(c, c.sender());
        if (tries.size() < Thresholds.EXHAUSTED_TRIES || !isOneSegment(tries)) {
            return Opinion.no("its sender had not sent the same again and again without an answer");
        }
        return c.spoke(c.peer()) || Unanswered.isGivingUp(c, c.sender())
                ? exhausted(c, tries)
                : Opinion.no("no segment of the peer was captured, so that it may have answered unseen");
    }

    /** An abort after the tries; programs give up sooner than stacks do. */
    private Opinion exhausted(RstContext c, List<Segment> tries) {
        long waited = c.rst().timeNanos() - tries.get(0).timeNanos();
        return unanswered(c, tries, "then their sender reset the connection")
                .base(
                        Confidence.HIGH,
                        "A program that gives up by itself resets so too, and no capture shows whose timer ran out")
                .limit(
                        Confidence.LOW,
                        waited < Thresholds.SHORTEST_USER_TIMEOUT,
                        "Nobody sets TCP_USER_TIMEOUT to so little as the time that it had waited")
                .limit(
                        Confidence.LOW,
                        tries.size() < Thresholds.MANY_TRIES && !Unanswered.isGivingUp(c, c.sender()),
                        "The reset does not come where the next of the growing pauses would end: a program's own timer does so")
                .limit(
                        Confidence.MEDIUM,
                        tries.size() < Thresholds.MANY_TRIES,
                        "Stacks try more often before they give up, programs do not")
                .limit(
                        Confidence.MEDIUM,
                        waited < Thresholds.PATIENCE,
                        "Stacks wait longer before they give up, programs do not")
                .limit(
                        Confidence.MEDIUM,
                        !c.spoke(c.peer()),
                        "No segment of the peer was captured: that it did not answer is inferred from the growing pauses")
                .limit(
                        Confidence.MEDIUM,
                        c.finishedBefore(c.peer()),
                        "The peer had closed: a program that has read the end of file gives up by itself")
                .claim();
    }

    private static boolean isOneSegment(List<Segment> tries) {
        Segment last = tries.get(tries.size() - 1);
        return tries.stream().filter(s -> s.seq() == last.seq()).count() >= Thresholds.EXHAUSTED_TRIES;
    }

    private Opinion forgotten(RstContext c, Segment trigger) {
        if (c.finishedBefore(c.sender())) {
            return Opinion.no("its sender had closed the connection before");
        }
        List<Segment> tries = Unanswered.triesBefore(c, trigger);
        return tries.size() >= Thresholds.EXHAUSTED_TRIES
                ? unanswered(c, tries, "then it was silent, and reset what the peer sent later")
                        .base(
                                Confidence.MEDIUM,
                                "That it gave up is inferred: a host that restarted meanwhile answers the peer in the same way")
                        .claim()
                : Opinion.no("its sender had not sent the same again and again before what the RST answers");
    }

    /** @param end what happened after the last try, as a clause */
    private Proof unanswered(RstContext c, List<Segment> tries, String end) {
        Segment last = tries.get(tries.size() - 1);
        List<Segment> same = tries.stream().filter(s -> s.seq() == last.seq()).toList();
        Segment first = same.get(0);
        return claim(c).strong(
                        () -> Words.whoFirst(c, first.from()) + " sent the same "
                                + (last.hasPayload() ? "data " : "FIN ")
                                + same.size() + " times in "
                                + Durations.measured(last.timeNanos() - first.timeNanos()) + " without an answer; "
                                + end,
                        first,
                        last,
                        c.rst());
    }
}

package dev.whyrst.attribution.rules;

import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.Confidence;
import dev.whyrst.attribution.Shape;
import dev.whyrst.attribution.facts.RstContext;
import dev.whyrst.attribution.facts.Unanswered;
import dev.whyrst.timeline.Segment;
import dev.whyrst.timeline.Side;
import java.util.ArrayList;
import java.util.List;

/**
 * Retransmissions or TCP_USER_TIMEOUT were exhausted: the sender aborts, or forgets the connection silently and resets what its peer
 * sends later (Linux gives up without a RST).
 */
final class UserTimeoutRule extends Rule {

    private static final int TRIES = 3;
    private static final int MANY_TRIES = 5;

    /** Nobody sets TCP_USER_TIMEOUT to less; nanoseconds. */
    private static final long SHORTEST_TIMEOUT = 3_000_000_000L;

    /** Five retransmissions take no less; nanoseconds. */
    private static final long PATIENCE = 9_000_000_000L;

    UserTimeoutRule() {
        super(Cause.USER_TIMEOUT);
    }

    @Override
    public Opinion examine(RstContext c) {
        if (c.isStateless()) {
            return forgotten(c);
        }
        List<Segment> tries = Unanswered.retransmissions(c, c.sender());
        boolean exhausted =
                tries.size() >= TRIES && c.shape() == Shape.ACTIVE && isOneSegment(tries) && c.spoke(c.peer());
        if (!exhausted) {
            return Opinion.no("?");
        }
        return claim(c, tries, "then their sender reset the connection", confidence(c, tries));
    }

    /** Programs give up sooner than stacks do. */
    private static Confidence confidence(RstContext c, List<Segment> tries) {
        long waited = c.rst().timeNanos() - tries.get(0).timeNanos();
        if (waited < SHORTEST_TIMEOUT) {
            return Confidence.LOW;
        }
        boolean patient = tries.size() >= MANY_TRIES && waited >= PATIENCE;
        return patient && !c.finishedBefore(c.peer()) ? Confidence.HIGH : Confidence.MEDIUM;
    }

    private static boolean isOneSegment(List<Segment> tries) {
        Segment last = tries.get(tries.size() - 1);
        return tries.stream().filter(s -> s.seq() == last.seq()).count() >= TRIES;
    }

    private Opinion forgotten(RstContext c) {
        if (c.finishedBefore(c.sender()) || c.trigger().isEmpty()) {
            return Opinion.no("?");
        }
        List<Segment> tries = triesBeforeTrigger(c, c.trigger().get().segment());
        return tries.size() >= TRIES
                ? claim(c, tries, "then it was silent, and reset what the peer sent later", Confidence.MEDIUM)
                : Opinion.no("?");
    }

    private static List<Segment> triesBeforeTrigger(RstContext c, Segment trigger) {
        List<Segment> tries = List.of();
        for (int i = 0; i < c.reset().position(); i++) {
            Segment s = c.timeline().segments().get(i);
            if (s.equals(trigger)) {
                break;
            }
            if (s.from() == c.sender() && s.segLength() > 0 && !s.isReset()) {
                if (tries.isEmpty() || s.seq() != tries.get(0).seq()) {
                    tries = new ArrayList<>();
                }
                tries.add(s);
            } else if (s.from() == c.peer()) {
                tries = List.of();
            }
        }
        return tries;
    }

    private Opinion claim(RstContext c, List<Segment> tries, String end, Confidence confidence) {
        Segment last = tries.get(tries.size() - 1);
        List<Segment> same = tries.stream().filter(s -> s.seq() == last.seq()).toList();
        Segment first = same.get(0);
        Side side = first.from();
        return claim(c).strong(
                        () -> Words.whoFirst(c, side) + " sent the same " + (last.hasPayload() ? "data " : "FIN ")
                                + same.size() + " times in "
                                + Words.duration(last.timeNanos() - first.timeNanos()) + " without an answer; " + end,
                        first,
                        last,
                        c.rst())
                .claim(confidence);
    }
}

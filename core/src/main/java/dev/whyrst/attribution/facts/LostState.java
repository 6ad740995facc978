package dev.whyrst.attribution.facts;

import dev.whyrst.attribution.Thresholds;
import dev.whyrst.timeline.Segment;
import dev.whyrst.timeline.SideSummary;

/**
 * Whether an answer can only mean that its sender's host has lost the connection: its own work by path and pace, made without the
 * connection, and with every other end of the connection excluded by what the peer had acknowledged and by the time between.
 */
public final class LostState {

    private LostState() {}

    public static boolean isProven(ObservedRst r, TtlFit ttl, ForgerySigns signs) {
        return r.trigger().isPresent()
                && isHostsOwn(r, ttl, signs)
                && isMadeWithout(r)
                && cannotHaveMissedClose(r, r.trigger().get().segment())
                && wasWhole(r, r.trigger().get().segment())
                && isOnlyStory(r, signs);
    }

    private static boolean isHostsOwn(ObservedRst r, TtlFit ttl, ForgerySigns signs) {
        return ttl == TtlFit.SAME
                && Pace.isPrompt(r)
                && !Pace.mayBeTooFast(r)
                && !signs.fromElsewhere()
                && !signs.mirrorsIpId();
    }

    /**
     * Whether its making shows that its stack had no connection. In the form of an abort an answer is told from an abort by its numbers,
     * by what no program ever hears of, or by a counter that begins anew; by a window that the connection never had it is but likely.
     */
    private static boolean isMadeWithout(ObservedRst r) {
        return r.isStateless()
                || ConnectionlessAnswer.hasForeignNumbers(r)
                || ConnectionlessAnswer.is(r) && (r.answersProbe() || IpIdFit.beganAnew(r));
    }

    /**
     * Whether no FIN of the sender can have crossed the trigger unseen: a probe comes at its own time, but an endpoint that closes idle
     * connections does so when requests may come.
     */
    private static boolean cannotHaveMissedClose(ObservedRst r, Segment trigger) {
        if (r.answersProbe()) {
            return true;
        }
        return !CloseSigns.closesIdle(r)
                && !CloseSigns.wasUnheard(r, r.peer())
                && (trigger.payloadLength() > 1 || trigger.isFin());
    }

    /** Whether the peer had all that the sender sent, no FIN among it, and had been answered until a while before the trigger. */
    private static boolean wasWhole(ObservedRst r, Segment trigger) {
        SideSummary own = r.own();
        Segment last = r.last(r.sender()).orElse(null);
        boolean asked = last != null && !own.hasFinished() && trigger.ack() == own.sndNxt();
        if (!asked || !TriggerSigns.goesOn(r)) {
            return false;
        }
        long quiet = trigger.timeNanos() - last.timeNanos();
        return quiet >= CloseSigns.longestCrossing(r) && quiet < Thresholds.SHORTEST_IDLE_TIMER;
    }

    private static boolean isOnlyStory(ObservedRst r, ForgerySigns signs) {
        return r.earlierResets().isEmpty()
                && r.timeline().earlierReset() == 0
                && signs.afterlife().isEmpty()
                && r.timeline().icmpErrors().isEmpty();
    }
}

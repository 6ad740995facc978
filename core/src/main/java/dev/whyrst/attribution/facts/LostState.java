package dev.whyrst.attribution.facts;

import dev.whyrst.timeline.Segment;
import dev.whyrst.timeline.SideSummary;

/**
 * Whether an answer can only mean that its sender's host has lost the connection: its own work by path and pace, made without the
 * connection, and with every other end of the connection excluded by what the peer had acknowledged and by the time between.
 */
final class LostState {

    private LostState() {}

    static boolean isProven(ResetCase c) {
        return c.trigger().isPresent()
                && isHostsOwn(c)
                && c.answersWithoutConnection()
                && cannotHaveMissedClose(c, c.trigger().get().segment())
                && wasWhole(c, c.trigger().get().segment())
                && isOnlyStory(c);
    }

    private static boolean isHostsOwn(ResetCase c) {
        return c.ttlFit() == TtlFit.SAME
                && c.isPrompt()
                && !Pace.mayBeTooFast(c)
                && !c.forgerySigns().fromElsewhere();
    }

    /**
     * Whether no FIN of the sender can have crossed the trigger unseen: a probe comes at its own time, but an endpoint that closes idle
     * connections does so when requests may come.
     */
    private static boolean cannotHaveMissedClose(ResetCase c, Segment trigger) {
        if (c.answersProbe()) {
            return true;
        }
        return !CloseSigns.closesIdle(c)
                && !CloseSigns.wasUnheard(c, c.peer())
                && (trigger.payloadLength() > 1 || trigger.isFin());
    }

    /** Whether the peer had all that the sender sent, no FIN among it, and had been answered until a while before the trigger. */
    private static boolean wasWhole(ResetCase c, Segment trigger) {
        SideSummary own = c.own();
        Segment last = c.last(c.sender()).orElse(null);
        boolean asked = last != null && !own.hasFinished() && trigger.ack() == own.sndNxt();
        if (!asked || !TriggerSigns.goesOn(c)) {
            return false;
        }
        long quiet = trigger.timeNanos() - last.timeNanos();
        return quiet >= CloseSigns.longestCrossing(c) && quiet < Silence.SHORTEST_IDLE_TIMER;
    }

    private static boolean isOnlyStory(ResetCase c) {
        return c.earlierResets().isEmpty()
                && c.timeline().earlierReset() == 0
                && c.afterlife().isEmpty()
                && c.timeline().icmpErrors().isEmpty();
    }
}

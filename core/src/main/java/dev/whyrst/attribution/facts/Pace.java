package dev.whyrst.attribution.facts;

import dev.whyrst.timeline.Nearness;

/** How soon a RST came behind the segment that it answers, against what its sender's host takes at this capture point. */
final class Pace {

    private static final long MILLI = 1_000_000L;

    private Pace() {}

    /** Within the sender's round trip and some milliseconds. */
    static boolean isPrompt(ResetCase c) {
        if (c.trigger().isEmpty()) {
            return false;
        }
        long delay = c.trigger().get().delayNanos();
        return delay <= 3 * MILLI || delay <= Math.max(0, c.roundTrip(c.sender())) * 3 / 2 + 3 * MILLI;
    }

    /** In less than half of what the sender's host, known to be away, takes at least. */
    static boolean isTooFast(ResetCase c) {
        return c.nearness() == Nearness.AWAY && mayBeTooFast(c);
    }

    /** The same where nothing tells how far the host is: its acknowledgments may have been delayed, but need not. */
    static boolean mayBeTooFast(ResetCase c) {
        return c.trigger().isPresent()
                && c.roundTrip(c.sender()) > 2 * MILLI
                && c.trigger().get().delayNanos() < c.roundTrip(c.sender()) / 2;
    }
}

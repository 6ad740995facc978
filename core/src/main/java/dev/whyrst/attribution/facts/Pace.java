package dev.whyrst.attribution.facts;

import dev.whyrst.attribution.Thresholds;
import dev.whyrst.timeline.Nearness;
import dev.whyrst.timeline.Segment;

/** How soon a RST came behind the segment that it answers, against what its sender's host takes at this capture point. */
public final class Pace {

    private Pace() {}

    /** Within the sender's round trip and some milliseconds. */
    public static boolean isPrompt(ObservedRst r) {
        if (r.trigger().isEmpty()) {
            return false;
        }
        long delay = r.trigger().get().delayNanos();
        return delay <= Thresholds.PROMPT_ANSWER
                || delay <= Math.max(0, r.roundTrip(r.sender())) * 3 / 2 + Thresholds.PROMPT_ANSWER;
    }

    /** In less than half of what the sender's host, known to be away, takes at least. */
    public static boolean isTooFast(ObservedRst r) {
        return r.nearness() == Nearness.AWAY && mayBeTooFast(r);
    }

    /**
     * Whether it acknowledges payload of the peer that passed here less than half of its sender's shortest round trip before: whoever
     * made it stands nearer than the host that it names.
     */
    static boolean acknowledgesTooSoon(ObservedRst r) {
        long roundTrip = r.roundTrip(r.sender());
        if (!r.rst().hasAck() || roundTrip <= Thresholds.LEAST_TELLING_ROUND_TRIP) {
            return false;
        }
        for (Segment s : r.timeline().before(r.reset())) {
            if (s.from() == r.peer() && s.hasPayload() && s.end() == r.rst().ack()) {
                return r.rst().timeNanos() - s.timeNanos() < roundTrip / 2;
            }
        }
        return false;
    }

    /** The same where nothing tells how far the host is: its acknowledgments may have been delayed, but need not. */
    static boolean mayBeTooFast(ObservedRst r) {
        return r.trigger().isPresent()
                && r.roundTrip(r.sender()) > Thresholds.LEAST_TELLING_ROUND_TRIP
                && r.trigger().get().delayNanos() < r.roundTrip(r.sender()) / 2;
    }
}

package dev.whyrst.attribution.facts;

import dev.whyrst.attribution.Thresholds;
import dev.whyrst.attribution.Trigger;
import dev.whyrst.timeline.Segment;

/**
 * How long nothing was captured of a conversation before a RST.
 *
 * @param beforeRst before the RST itself, whatever it may answer; nanoseconds, 0 if nothing came before it
 * @param beforeTrigger before its trigger, or before the RST without one; nanoseconds
 */
public record Silence(long beforeRst, long beforeTrigger) {

    /** Measures both. */
    public static Silence of(ObservedRst r) {
        return new Silence(
                before(r, r.rst()), before(r, r.trigger().map(Trigger::segment).orElse(r.rst())));
    }

    /** Whether the RST came out of a silence that is as long as the timer of a device may be. */
    public boolean isAsLongAsTimer() {
        return beforeRst >= Thresholds.SHORTEST_IDLE_TIMER;
    }

    /** Whether what the RST answers came out of a silence after which a device with the host's own address may have forgotten it. */
    public boolean mayBeForgotten() {
        return beforeTrigger >= Thresholds.SHORTEST_TIMER_OF_BALANCERS;
    }

    /** From the last kept segment before that one, which is the RST or comes before it; nanoseconds, 0 if there is none. */
    public static long before(ObservedRst r, Segment until) {
        long last = -1;
        for (int i = 0; i < r.reset().position(); i++) {
            Segment s = r.timeline().segments().get(i);
            if (s.equals(until)) {
                break;
            }
            last = s.timeNanos();
        }
        return last < 0 ? 0 : Math.max(0, until.timeNanos() - last);
    }
}

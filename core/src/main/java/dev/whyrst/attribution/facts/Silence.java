package dev.whyrst.attribution.facts;

import dev.whyrst.timeline.Reset;
import dev.whyrst.timeline.Segment;
import dev.whyrst.timeline.Timeline;

/** Measures how long nothing was captured of a conversation. */
public final class Silence {

    /** Devices on the path forget idle connections, but none that is known so soon; nanoseconds. */
    public static final long SHORTEST_IDLE_TIMER = 30_000_000_000L;

    /** Balancers that pass segments on and answer for their hosts forget connections, but none that is known so soon; nanoseconds. */
    private static final long SHORTEST_TIMER_OF_BALANCERS = 180_000_000_000L;

    private Silence() {}

    /** Whether the RST came out of a silence that is as long as the timer of a device may be. */
    public static boolean isAsLongAsTimer(ResetCase c) {
        return c.silenceBeforeRst() >= SHORTEST_IDLE_TIMER;
    }

    /** How long nothing was captured of the conversation before that segment, which came before the RST; nanoseconds. */
    public static long before(ResetCase c, Segment segment) {
        return before(c.timeline(), c.reset(), segment);
    }

    /** Whether what the RST answers came out of a silence after which a device with the host's own address may have forgotten it. */
    public static boolean mayBeForgotten(ResetCase c) {
        return c.silenceNanos() >= SHORTEST_TIMER_OF_BALANCERS;
    }

    /** From the last kept segment before that one, which is the RST or comes before it; 0 if there is none. */
    static long before(Timeline timeline, Reset reset, Segment until) {
        long last = -1;
        for (int i = 0; i < reset.position(); i++) {
            Segment s = timeline.segments().get(i);
            if (s.equals(until)) {
                break;
            }
            last = s.timeNanos();
        }
        return last < 0 ? 0 : Math.max(0, until.timeNanos() - last);
    }
}

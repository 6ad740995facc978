package dev.whyrst.peer.clock;

import dev.whyrst.net.Nanos;
import dev.whyrst.peer.ledger.PeerTrace;
import dev.whyrst.peer.ledger.Recording;
import dev.whyrst.timeline.Segment;
import dev.whyrst.timeline.Side;

/**
 * From when until when the captures ran. A file tells only when its last frame came: a capture is believed to have run
 * on as long as the other one shows nothing that must have passed there.
 *
 * <p>Public for other rooms of the house, and for nobody else.
 */
public final class RunningTimes {

    /** How well, in nanoseconds, clocks and ways are known at the best. */
    private static final long EDGE = 20 * Nanos.MILLI;

    private final long[] first = new long[2];
    private final long[] last = new long[2];
    private final boolean[] ended = {true, true};

    public RunningTimes(PeerTrace a, PeerTrace b) {
        PeerTrace[] traces = {a, b};
        for (int capture = 0; capture < 2; capture++) {
            first[capture] = traces[capture].firstNanos();
            last[capture] = traces[capture].lastNanos();
        }
    }

    /** From now on a capture is believed to run on, unless {@link #passed} is told otherwise. */
    public void runOn() {
        ended[0] = false;
        ended[1] = false;
    }

    /**
     * Something must have passed the point of that capture at that time of its clock, and the capture does not hold it.
     */
    public void passed(int capture, long time) {
        ended[capture] |= time > last[capture] + EDGE;
    }

    /** What a side of the other capture sent must have passed the point of that capture. */
    public void passed(int capture, Recording other, Side sender, long shift) {
        for (Segment s : other.segments()) {
            if (s.from() == sender) {
                passed(capture, s.timeNanos() + shift);
            }
        }
    }

    /** When the capture is believed to have ended, by its own clock. */
    public long until(int capture) {
        return ended[capture] ? last[capture] : Long.MAX_VALUE;
    }

    /** Whether a capture was running at a time of its own clock. */
    public boolean runs(int capture, long time) {
        return time >= first[capture] && time <= until(capture);
    }
}

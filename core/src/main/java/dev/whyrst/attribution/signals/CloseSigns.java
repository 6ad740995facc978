package dev.whyrst.attribution.signals;

import dev.whyrst.timeline.Segment;
import dev.whyrst.timeline.Side;
import java.util.Optional;

/** What sequence numbers tell of a close, also where the capture missed segments. */
public final class CloseSigns {

    private CloseSigns() {}

    /**
     * Whether the peer had sent data, captured or counted by the number of its FIN, that the RST's sender never acknowledged before the
     * RST.
     */
    public static boolean refusedData(ResetCase c) {
        long acknowledged = c.acknowledged(c.sender());
        long sent = Math.max(
                c.lastPayload(c.peer()).map(Segment::end).orElse(0L),
                c.firstFin(c.peer()).map(s -> s.end() - 1).orElse(0L));
        return acknowledged > 0 && sent > acknowledged;
    }

    /**
     * Whether a FIN of the side passed that was not captured: the other side acknowledged exactly one number more than the side is
     * known to have sent.
     */
    public static boolean missedFin(ResetCase c, Side side) {
        Optional<Segment> last = c.last(side);
        return last.isPresent()
                && !c.finishedBefore(side)
                && c.acknowledged(side.opposite()) == c.timeline().of(side).sndNxt() + 1;
    }
}

package dev.whyrst.peer;

import dev.whyrst.attribution.Testimony.Request;
import dev.whyrst.attribution.signals.ResetCase;
import dev.whyrst.timeline.Segment;
import dev.whyrst.timeline.Side;
import java.util.Optional;

/**
 * What the capture nearer its sender shows of a conversation at the moment when a RST must have passed there, and that it does
 * not hold the RST.
 *
 * @param covers whether that capture ran at that moment and kept what passed then
 * @param runs whether it ran at that moment
 * @param request what became of the segment that the RST answers
 * @param aftermath the first segment by which the sender, later, behaved as if the connection lived on
 * @param before the last segment of the sender there before the moment
 * @param expected segments near the RST that must have passed there
 * @param missing how many of them are not there
 */
record Absence(
        boolean covers,
        boolean runs,
        Request request,
        Optional<Segment> aftermath,
        Optional<Segment> before,
        int expected,
        int missing) {

    /** Segments of the sender before and after the RST that are looked for in the other capture. */
    private static final int NEIGHBOURS = 6;

    /** The sender cannot have acted on what it had sent itself sooner than this after the RST. */
    private static final long SETTLED = 2_000_000L;

    /**
     * Looks at the moment.
     *
     * @param there the conversation in the other capture
     * @param toThere how to find this capture's segments there
     * @param shift what the other clock shows more when a segment of the RST's sender passes there
     * @param shiftOfPeer the same for segments of the other side
     */
    static Absence of(ResetCase c, Recording there, Pairing toThere, long shift, long shiftOfPeer) {
        long moment = c.rst().timeNanos() + shift;
        int expected = 0;
        int missing = 0;
        int seen = 0;
        for (int i = c.reset().position() - 1; i >= 0 && seen < NEIGHBOURS; i--) {
            Segment s = c.timeline().segments().get(i);
            if (s.from() == c.sender() && !s.isReset() && there.covers(s.timeNanos() + shift)) {
                seen++;
                expected++;
                missing += there.holds(s, toThere) ? 0 : 1;
            }
        }
        for (Segment s : c.timeline().after(c.reset())) {
            if (s.from() == c.sender()
                    && !s.isReset()
                    && seen < 2 * NEIGHBOURS
                    && there.covers(s.timeNanos() + shift)) {
                seen++;
                expected++;
                missing += there.holds(s, toThere) ? 0 : 1;
            }
        }
        Side sender = toThere.side(c.sender());
        return new Absence(
                there.covers(moment),
                there.runs(moment),
                request(c, there, toThere, shiftOfPeer),
                aftermath(there, sender, moment),
                before(there, sender, moment),
                expected,
                missing);
    }

    private static Request request(ResetCase c, Recording there, Pairing toThere, long shiftOfPeer) {
        if (c.trigger().isEmpty()) {
            return Request.UNKNOWN;
        }
        Segment trigger = c.trigger().get().segment();
        if (there.holds(trigger, toThere)) {
            return Request.PASSED;
        }
        return there.covers(trigger.timeNanos() + shiftOfPeer) ? Request.SWALLOWED : Request.UNKNOWN;
    }

    private static Optional<Segment> aftermath(Recording there, Side sender, long moment) {
        return there.segments().stream()
                .filter(s -> s.from() == sender && s.timeNanos() > moment + SETTLED && !s.isInitialSyn())
                .findFirst();
    }

    private static Optional<Segment> before(Recording there, Side sender, long moment) {
        return there.segments().stream()
                .filter(s -> s.from() == sender && s.timeNanos() <= moment)
                .reduce((first, second) -> second);
    }
}

package dev.whyrst.peer.prove;

import dev.whyrst.attribution.Testimony.Request;
import dev.whyrst.attribution.facts.RstContext;
import dev.whyrst.net.Nanos;
import dev.whyrst.peer.ledger.Pairing;
import dev.whyrst.peer.ledger.Recording;
import dev.whyrst.timeline.Segment;
import dev.whyrst.timeline.Side;
import java.util.List;
import java.util.Optional;

/**
 * What the capture nearer its sender shows of a conversation at the moment when a RST must have passed there, which it
 * does not hold.
 *
 * @param runs whether that capture ran at the moment
 * @param covers whether it kept what passed then
 * @param answered the segment that the RST answers by its numbers: the last that fits
 * @param request what became of it
 * @param aftermath the first segment by which the sender, later, behaved as if the connection lived on
 * @param before the last segment of the sender there before the moment
 * @param expected segments of the sender near the RST that must have passed there
 * @param missing how many of them are not there
 */
record Absence(
        boolean runs,
        boolean covers,
        Optional<Segment> answered,
        Request request,
        Optional<Segment> aftermath,
        Optional<Segment> before,
        int expected,
        int missing) {

    /** Segments of the sender before and after the RST that are looked for in the other capture. */
    private static final int NEIGHBOURS = 6;

    /** Time, in nanoseconds, that what the sender had sent before may still be on its way out of its host. */
    private static final long SETTLED = 2 * Nanos.MILLI;

    /**
     * Looks at the moment.
     *
     * @param there the conversation in the other capture
     * @param toThere how to find this capture's segments there
     * @param shift what the other clock shows more when a segment of the RST's sender passes there
     * @param shiftOfPeer the same for segments of the other side
     * @param showsReceived whether that capture shows segments of the other side at all
     */
    static Absence of(
            RstContext c, Recording there, Pairing toThere, long shift, long shiftOfPeer, boolean showsReceived) {
        long moment = c.rst().timeNanos() + shift;
        Side sender = toThere.side(c.sender());
        Optional<Segment> answered = answered(c);
        Neighbours neighbours = new Neighbours(c.sender(), there, toThere, shift);
        neighbours.look(c.timeline().before(c.reset()), true);
        neighbours.look(c.timeline().after(c.reset()), false);
        return new Absence(
                there.runs(moment),
                there.covers(moment),
                answered,
                answered.map(s -> request(s, there, toThere, shiftOfPeer, showsReceived))
                        .orElse(Request.UNKNOWN),
                aftermath(c, there, toThere, moment),
                before(there, sender, moment),
                neighbours.expected,
                neighbours.missing);
    }

    private static Optional<Segment> answered(RstContext c) {
        return c.timeline().lastBefore(c.reset(), c.peer(), s -> !s.isReset() && fits(s, c.rst()));
    }

    /** RFC 9293 section 3.10.7.1, and for a RST,ACK in the name of a host that has the connection, its RCV.NXT. */
    private static boolean fits(Segment segment, Segment rst) {
        return segment.hasAck() && segment.rawAck() == rst.rawSeq()
                || rst.hasAck() && segment.segLength() > 0 && segment.rawEnd() == rst.rawAck();
    }

    private static Request request(
            Segment answered, Recording there, Pairing toThere, long shiftOfPeer, boolean showsReceived) {
        if (there.holds(answered, toThere) || there.acknowledges(answered, toThere)) {
            return Request.PASSED;
        }
        boolean tells = showsReceived && there.covers(answered.timeNanos() + shiftOfPeer);
        return tells ? Request.SWALLOWED : Request.UNKNOWN;
    }

    /** The way takes longer now and then: what came here before the RST was sent before it, whatever the times say. */
    private static Optional<Segment> aftermath(RstContext c, Recording there, Pairing toThere, long moment) {
        Side sender = toThere.side(c.sender());
        List<Segment> earlier = c.timeline().before(c.reset());
        return there.segments().stream()
                .filter(s -> s.from() == sender && s.timeNanos() > moment + SETTLED && !s.isInitialSyn())
                .filter(s -> earlier.stream().noneMatch(e -> Recording.isSame(e, s, toThere)))
                .findFirst();
    }

    private static Optional<Segment> before(Recording there, Side sender, long moment) {
        return there.segments().stream()
                .filter(s -> s.from() == sender && s.timeNanos() <= moment)
                .reduce((first, second) -> second);
    }

    /** Counts what is missing around the RST. */
    private static final class Neighbours {
        private final Side sender;
        private final Recording there;
        private final Pairing toThere;
        private final long shift;
        private int expected;
        private int missing;

        Neighbours(Side sender, Recording there, Pairing toThere, long shift) {
            this.sender = sender;
            this.there = there;
            this.toThere = toThere;
            this.shift = shift;
        }

        /** Looks for the first or last few segments of a list. */
        void look(List<Segment> segments, boolean fromItsEnd) {
            int seen = 0;
            for (int i = 0; i < segments.size() && seen < NEIGHBOURS; i++) {
                Segment s = segments.get(fromItsEnd ? segments.size() - 1 - i : i);
                if (s.from() == sender && !s.isReset() && there.covers(s.timeNanos() + shift)) {
                    seen++;
                    expected++;
                    missing += there.holds(s, toThere) ? 0 : 1;
                }
            }
        }
    }
}

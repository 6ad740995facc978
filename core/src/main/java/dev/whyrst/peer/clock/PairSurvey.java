package dev.whyrst.peer.clock;

import dev.whyrst.net.Nanos;
import dev.whyrst.peer.ledger.Pairing;
import dev.whyrst.peer.ledger.Recording;
import dev.whyrst.timeline.Segment;
import dev.whyrst.timeline.Side;
import java.util.Arrays;

/**
 * What the segments that both captures hold of a conversation tell. Sides are those of capture 0.
 *
 * <p>Public for other rooms of the house, and for nobody else.
 */
public final class PairSurvey {

    /** What stands for a shift that is not known. */
    static final long UNKNOWN = Long.MIN_VALUE;

    /**
     * How far, in nanoseconds, a conversation's shifts lie apart at most where no clock was set meanwhile; queues
     * rarely take them apart farther.
     */
    private static final long STEADY = 500 * Nanos.MILLI;

    private final ClockShifts[] shifts = {new ClockShifts(), new ClockShifts()};
    private final long[] shift = {UNKNOWN, UNKNOWN};
    private final long[] scatter = new long[2];
    private final int[][] ttl = {{-1, -1}, {-1, -1}};
    private final FieldSurvivals survivals = new FieldSurvivals();
    private long time;

    private PairSurvey() {}

    /** Takes the segments that are in both captures once. */
    public static PairSurvey of(Recording a, Recording b, Pairing toB, Pairing toA) {
        PairSurvey survey = new PairSurvey();
        Ttls[] ttls = {new Ttls(), new Ttls()};
        for (Segment s : a.segments()) {
            int at = b.indexOfOnly(s, toB);
            if (at >= 0 && a.indexOfOnly(b.segments().get(at), toA) >= 0) {
                survey.take(s, b.segments().get(at));
                ttls[s.from().ordinal()].take(s, b.segments().get(at));
            }
        }
        survey.conclude(ttls);
        return survey;
    }

    /** When the first of them was captured, by the clock of capture 0. */
    public long time() {
        return time;
    }

    /** What of them reads the same in both captures. */
    public FieldSurvivals survivals() {
        return survivals;
    }

    public boolean knowsShift(Side side) {
        return shift[side.ordinal()] != UNKNOWN;
    }

    /** The median shift of the segments of a side. */
    public long shift(Side side) {
        return shift[side.ordinal()];
    }

    /** The shift of a segment of a side that passed capture 0 at that time. */
    public long shift(Side side, long at, PeerClock clock) {
        ClockShifts own = shifts[side.ordinal()];
        return own == null ? shift(side) + clock.offset(at) - clock.offset(time) : own.near(at);
    }

    public boolean knowsTtlLoss(Side side) {
        return ttl[0][side.ordinal()] >= 0;
    }

    /** Hops that the segments of a side lost from capture 0 to capture 1; negative: they came the other way. */
    public long ttlLoss(Side side) {
        return ttl[0][side.ordinal()] - (long) ttl[1][side.ordinal()];
    }

    /** The usual TTL of the segments of a side in that capture, -1 where it is not known. */
    public int ttl(int capture, Side side) {
        return ttl[capture][side.ordinal()];
    }

    /**
     * 1 if capture 0 was made nearer the initiator than capture 1, -1 if nearer the responder, 0 if the hops do not
     * tell.
     */
    public int orderByHops() {
        long hops = (knowsTtlLoss(Side.INITIATOR) ? ttlLoss(Side.INITIATOR) : 0)
                - (knowsTtlLoss(Side.RESPONDER) ? ttlLoss(Side.RESPONDER) : 0);
        return Long.signum(hops);
    }

    /** As {@link #orderByHops}, but if the hops do not tell by which way segments come later than they scatter. */
    public int order() {
        int hops = orderByHops();
        if (hops != 0 || !knowsShift(Side.INITIATOR) || !knowsShift(Side.RESPONDER)) {
            return hops;
        }
        long apart = shift(Side.INITIATOR) - shift(Side.RESPONDER);
        return Math.abs(apart) > scatter[0] + scatter[1] ? Long.signum(apart) : 0;
    }

    private void take(Segment a, Segment b) {
        time = time == 0 ? a.timeNanos() : time;
        shifts[a.from().ordinal()].add(a.timeNanos(), b.timeNanos() - a.timeNanos());
        if (a.ipId() != 0 || b.ipId() != 0) {
            survivals.ids().count(a.ipId() == b.ipId());
        }
        survivals.windows().count(a.rawWindow() == b.rawWindow());
        if (a.optionsLength() >= 0 && b.optionsLength() >= 0) {
            survivals.timestamps().count(a.timestamps() == b.timestamps());
        }
    }

    private void conclude(Ttls[] ttls) {
        for (int side = 0; side < shifts.length; side++) {
            ClockShifts own = shifts[side];
            if (own.size() > 0) {
                shift[side] = own.median();
                scatter[side] = own.scatter();
                ttl[0][side] = ttls[side].median(0);
                ttl[1][side] = ttls[side].median(1);
            }
            // Kept only where the clocks were set in the conversation's life: there may be very many conversations.
            shifts[side] = own.range() > STEADY ? own : null;
        }
    }

    /** The TTLs of the same segments in both captures. */
    private static final class Ttls {
        private final int[][] counts = new int[2][256];

        void take(Segment a, Segment b) {
            counts[0][a.ttl() & 0xff]++;
            counts[1][b.ttl() & 0xff]++;
        }

        int median(int capture) {
            int half = (Arrays.stream(counts[capture]).sum() + 1) / 2;
            int ttl = 0;
            for (int below = counts[capture][0]; below < half; below += counts[capture][ttl]) {
                ttl++;
            }
            return ttl;
        }
    }
}

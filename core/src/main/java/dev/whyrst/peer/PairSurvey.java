package dev.whyrst.peer;

import dev.whyrst.timeline.Segment;
import dev.whyrst.timeline.Side;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What the segments that both captures hold of a conversation tell. Sides are those of capture 0.
 *
 * @param shifts median shift of the segments of each side, by its ordinal; {@link #UNKNOWN} where no segment is in both captures
 * @param ttlLoss hops that the segments of each side lost from capture 0 to capture 1 (negative: they came the other way);
 *     {@link #UNKNOWN} where it is not known
 * @param sameIds segments with an IP-ID that is the same in both captures
 * @param otherIds segments whose IP-ID differs
 * @param time when the first of them was captured, by the clock of capture 0
 */
@SuppressWarnings("ArrayRecordComponent") // never shared: made, read and dropped within one comparison
record PairSurvey(long[] shifts, long[] ttlLoss, int sameIds, int otherIds, long time) {

    static final long UNKNOWN = Long.MIN_VALUE;

    /** Takes the segments that are in both captures once. */
    static PairSurvey of(Recording a, Recording b, Pairing toB, Pairing toA) {
        List<List<Long>> shifts = List.of(new ArrayList<>(), new ArrayList<>());
        List<List<Long>> losses = List.of(new ArrayList<>(), new ArrayList<>());
        int same = 0;
        int other = 0;
        long time = 0;
        for (Segment s : a.segments()) {
            int at = b.indexOfOnly(s, toB);
            if (at < 0 || a.indexOfOnly(b.segments().get(at), toA) < 0) {
                continue;
            }
            Segment t = b.segments().get(at);
            time = time == 0 ? s.timeNanos() : time;
            shifts.get(s.from().ordinal()).add(t.timeNanos() - s.timeNanos());
            losses.get(s.from().ordinal()).add((long) s.ttl() - t.ttl());
            if (s.ipId() != 0 || t.ipId() != 0) {
                same += s.ipId() == t.ipId() ? 1 : 0;
                other += s.ipId() == t.ipId() ? 0 : 1;
            }
        }
        return new PairSurvey(medians(shifts), medians(losses), same, other, time);
    }

    boolean knowsShift(Side side) {
        return shifts[side.ordinal()] != UNKNOWN;
    }

    long shift(Side side) {
        return shifts[side.ordinal()];
    }

    boolean knowsTtlLoss(Side side) {
        return ttlLoss[side.ordinal()] != UNKNOWN;
    }

    long ttlLoss(Side side) {
        return ttlLoss[side.ordinal()];
    }

    /** 1 if capture 0 was made nearer the initiator than capture 1, -1 if nearer the responder, 0 if nothing tells. */
    int order() {
        long hops = (knowsTtlLoss(Side.INITIATOR) ? ttlLoss(Side.INITIATOR) : 0)
                - (knowsTtlLoss(Side.RESPONDER) ? ttlLoss(Side.RESPONDER) : 0);
        if (hops != 0) {
            return Long.signum(hops);
        }
        boolean bothWays = knowsShift(Side.INITIATOR) && knowsShift(Side.RESPONDER);
        return bothWays ? Long.signum(shift(Side.INITIATOR) - shift(Side.RESPONDER)) : 0;
    }

    private static long[] medians(List<List<Long>> values) {
        long[] medians = new long[values.size()];
        Arrays.fill(medians, UNKNOWN);
        for (int i = 0; i < medians.length; i++) {
            if (!values.get(i).isEmpty()) {
                medians[i] = PeerClock.median(
                        values.get(i).stream().mapToLong(Long::longValue).toArray());
            }
        }
        return medians;
    }
}

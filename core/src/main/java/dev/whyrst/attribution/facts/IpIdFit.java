package dev.whyrst.attribution.facts;

import dev.whyrst.attribution.Thresholds;
import dev.whyrst.timeline.Segment;
import dev.whyrst.timeline.Side;
import java.util.List;

/** How the IPv4 identification of a RST fits those of its sender's segments before it. */
public enum IpIdFit {
    /** A little ahead of the last: the connection's or host's counter goes on. */
    CONTINUES,
    /** 0, as Linux gives to answers that need no connection. */
    ZERO,
    /** Off the counter that the sender's segments follow. */
    OFF,
    /** IPv6, no earlier segments, or no counter to be seen in them. */
    UNKNOWN;

    private static final int ID_MASK = 0xffff;

    static IpIdFit of(List<Segment> before, Segment rst, Side sender, boolean ipv4) {
        if (!ipv4) {
            return UNKNOWN;
        }
        if (rst.ipId() == 0) {
            return ZERO;
        }
        Series series = new Series();
        for (Segment s : before) {
            if (isOfSeries(s, sender)) {
                series.add(s);
            }
        }
        if (!series.isCounter()) {
            return UNKNOWN;
        }
        int ahead = ahead(series.last, rst.ipId());
        if (ahead > 0 && ahead <= Thresholds.NEAR_IP_ID * 4) {
            return CONTINUES;
        }
        return series.mayHaveWrapped(rst.timeNanos()) ? UNKNOWN : OFF;
    }

    /** The identifications of a sender, one after the other. */
    private static final class Series {

        private int last = -1;
        private long first;
        private long latest;
        private boolean near = true;
        private boolean counts;
        private boolean oneByOne = true;

        void add(Segment s) {
            if (last >= 0) {
                near &= ahead(last, s.ipId()) <= Thresholds.NEAR_IP_ID;
                counts |= s.ipId() != last;
                oneByOne &= ahead(last, s.ipId()) == 1;
            } else {
                first = s.timeNanos();
            }
            latest = s.timeNanos();
            last = s.ipId();
        }

        boolean isCounter() {
            return counts && near;
        }

        /** A counter that serves other conversations too may go around in a pause longer than all that was seen of it. */
        boolean mayHaveWrapped(long now) {
            return !oneByOne && now - latest > Math.max(latest - first, Thresholds.UNPROVOKED);
        }
    }

    /** Whether the RST bears one of the next numbers behind the last segment of its sender: who did not see it cannot count along. */
    static boolean isNext(ObservedRst r) {
        Segment last = null;
        for (Segment s : r.timeline().before(r.reset())) {
            last = isOfSeries(s, r.sender()) ? s : last;
        }
        if (last == null || r.rst().ipId() == 0) {
            return false;
        }
        int ahead = ahead(last.ipId(), r.rst().ipId());
        return ahead > 0 && ahead <= Thresholds.COUNTED_ALONG;
    }

    /**
     * Whether the RST bears one of the first numbers of a counter that had come further before: its host started since. A 0 with Don't
     * Fragment says nothing, as such a packet needs no number (RFC 6864 section 4.1).
     */
    static boolean beganAnew(ObservedRst r) {
        Series series = new Series();
        for (Segment s : r.timeline().before(r.reset())) {
            if (isOfSeries(s, r.sender())) {
                series.add(s);
            }
        }
        int id = r.rst().ipId();
        return r.timeline().initiator().address().isIpv4()
                && series.isCounter()
                && (id > 0 || !r.rst().dontFragment())
                && id <= Thresholds.COUNTED_ALONG
                && id < series.last
                && ahead(series.last, id) > Thresholds.NEAR_IP_ID * 4;
    }

    /** Whether a segment takes part in its sender's series: RSTs and SYNs are numbered apart by some stacks, and 0 is no number. */
    private static boolean isOfSeries(Segment s, Side sender) {
        return s.from() == sender && !s.isReset() && !s.isSyn() && s.ipId() != 0;
    }

    /** How far the counter has gone from one identification to another, over its wrap. */
    static int ahead(int from, int to) {
        return to - from & ID_MASK;
    }
}

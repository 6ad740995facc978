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
        int last = -1;
        boolean counts = false;
        for (Segment s : before) {
            if (!isOfSeries(s, sender)) {
                continue;
            }
            if (last >= 0) {
                if (ahead(last, s.ipId()) > Thresholds.NEAR_IP_ID) {
                    return UNKNOWN;
                }
                counts |= s.ipId() != last;
            }
            last = s.ipId();
        }
        if (!counts) {
            return UNKNOWN;
        }
        int ahead = ahead(last, rst.ipId());
        return ahead > 0 && ahead <= Thresholds.NEAR_IP_ID * 4 ? CONTINUES : OFF;
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

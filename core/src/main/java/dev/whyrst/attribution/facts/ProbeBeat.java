package dev.whyrst.attribution.facts;

import dev.whyrst.attribution.Thresholds;
import dev.whyrst.timeline.Segment;
import java.util.List;

/** The beat of keep-alive probes that stayed unanswered: a stack gives up as long after the last one as they are apart. */
public final class ProbeBeat {

    private ProbeBeat() {}

    /** How many intervals the prober waited behind the last probe that was captured, few at most; 0 if it was none of these. */
    public static int rounds(ObservedRst r, List<Segment> probes) {
        long waited = waited(r, probes);
        long interval = interval(r, probes);
        for (int i = 1; i <= Thresholds.MISSED_PROBES + 1; i++) {
            if (Math.abs(waited - i * interval) <= interval / 4 + Thresholds.PROBE_SLACK) {
                return i;
            }
        }
        return 0;
    }

    /** The time from probe to probe, the shortest where the capture may lack some; to the RST where there is but one; nanoseconds. */
    public static long interval(ObservedRst r, List<Segment> probes) {
        long shortest = probes.size() > 1 ? Long.MAX_VALUE : waited(r, probes);
        for (int i = 1; i < probes.size(); i++) {
            shortest = Math.min(
                    shortest, probes.get(i).timeNanos() - probes.get(i - 1).timeNanos());
        }
        return shortest;
    }

    private static long waited(ObservedRst r, List<Segment> probes) {
        return r.rst().timeNanos() - probes.get(probes.size() - 1).timeNanos();
    }
}

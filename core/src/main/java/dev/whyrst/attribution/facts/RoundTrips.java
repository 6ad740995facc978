package dev.whyrst.attribution.facts;

import dev.whyrst.timeline.Segment;
import dev.whyrst.timeline.Side;
import dev.whyrst.timeline.Timeline;
import java.util.List;

/** Measures how long a side takes to acknowledge, as seen at the capture point. */
final class RoundTrips {

    private RoundTrips() {}

    /** The shortest time from a segment to the side to its acknowledgment by the side, nanoseconds; -1 if there was none. */
    static long shortest(Timeline timeline, Side side) {
        List<Segment> segments = timeline.segments();
        long sentUpTo = timeline.of(side.opposite()).sndNxt() + 1;
        long shortest = -1;
        for (int i = 0; i < segments.size(); i++) {
            Segment sent = segments.get(i);
            if (sent.from() == side || sent.isReset() || sent.segLength() == 0) {
                continue;
            }
            long answer = answerTime(segments, i, side, sentUpTo);
            if (answer >= 0 && (shortest < 0 || answer < shortest)) {
                shortest = answer;
            }
        }
        return shortest;
    }

    private static long answerTime(List<Segment> segments, int index, Side side, long sentUpTo) {
        Segment sent = segments.get(index);
        for (int i = index + 1; i < segments.size(); i++) {
            Segment s = segments.get(i);
            if (s.from() == side && s.hasAck() && !s.isReset() && s.ack() >= sent.end() && s.ack() <= sentUpTo) {
                return s.timeNanos() - sent.timeNanos();
            }
        }
        return -1;
    }
}

package dev.whyrst.attribution.facts;

import dev.whyrst.attribution.Shape;
import dev.whyrst.attribution.Thresholds;
import dev.whyrst.timeline.Reset;
import dev.whyrst.timeline.Segment;
import java.util.List;

/** What tells of the segment that a RST seems to answer: that there is none, that it is not kept, or that its answer came from elsewhere. */
public final class TriggerSigns {

    private TriggerSigns() {}

    /** Whether the RST came out of a silence that no device needs to object to something, by many round trips. */
    public static boolean isMissing(ObservedRst r, Silence before) {
        long silence = before.beforeRst();
        return silence >= Thresholds.UNPROVOKED
                && silence >= Thresholds.PATIENT_ROUND_TRIPS * Math.max(0, r.roundTrip(r.sender()));
    }

    /**
     * Whether no kept segment has the numbers that the RST would answer, but one that is not kept had: the peer's acknowledgments
     * rose past its SEQ among the segments that are left out, or all that came before the first RSTs is left out.
     */
    public static boolean isUnkept(ObservedRst r) {
        if (r.rst().hasAck() || r.trigger().isPresent()) {
            return false;
        }
        return r.timeline().earlierReset() > 0 || isPassedInGap(r);
    }

    /** Whether the RST's host had acknowledged the payload of that segment before: it reached the host, and was not rejected. */
    public static boolean wasTaken(ObservedRst r) {
        return r.trigger().isPresent()
                && r.trigger().get().segment().hasPayload()
                && r.acknowledgedBefore(r.trigger().get().segment());
    }

    /** Whether what the RST answers follows what is kept of the peer, so that no stretch was missed in which anything may have happened. */
    public static boolean goesOn(ObservedRst r) {
        Segment trigger = r.trigger().orElseThrow().segment();
        long sent = 0;
        for (Segment s : r.timeline().before(r.reset())) {
            if (s.equals(trigger)) {
                break;
            }
            sent = s.from() == r.peer() ? Math.max(sent, s.end()) : sent;
        }
        return trigger.seq() <= sent;
    }

    /** Whether the RST's sender had refused the connection: its first RST has ACK and no number of its own, as the answer to a SYN. */
    private static boolean hasRefused(ObservedRst r) {
        List<Reset> earlier = r.earlierResets();
        if (earlier.isEmpty() || earlier.get(0).from() != r.sender()) {
            return false;
        }
        Segment first = earlier.get(0).segment();
        return first.hasAck() && first.rawSeq() == 0;
    }

    private static boolean isPassedInGap(ObservedRst r) {
        long seq = r.rst().seq();
        long before = Long.MIN_VALUE;
        long after = Long.MAX_VALUE;
        List<Segment> segments = r.timeline().before(r.reset());
        for (int i = 0; i < segments.size(); i++) {
            Segment s = segments.get(i);
            if (s.from() == r.peer() && s.hasAck() && !s.isReset()) {
                if (i < r.timeline().elidedBefore()) {
                    before = Math.max(before, s.ack());
                } else {
                    after = Math.min(after, s.ack());
                }
            }
        }
        return r.timeline().elided() > 0 && before < seq && seq < after && after != Long.MAX_VALUE;
    }

    /**
     * Whether the initiator, which waited for a SYN,ACK, answered a segment that is none. Its attempt goes on after such a RST (RFC
     * 9293 section 3.10.7.3).
     */
    public static boolean isAnswerInSynSent(ObservedRst r) {
        return r.shape() == Shape.PASSIVE && r.onlyInitialSyns() && r.triggeredBy(s -> s.hasAck() && !s.isSyn());
    }

    /**
     * Whether what the RST answers acknowledges what its sender cannot have sent: a probe by hand, which has nothing to do with what the
     * connection was before.
     */
    public static boolean acknowledgesNothing(ObservedRst r) {
        if (!r.triggeredBy(s -> s.hasAck() && !s.isSyn())) {
            return false;
        }
        if (!r.spoke(r.sender())) {
            return hasRefused(r);
        }
        return r.trigger().orElseThrow().segment().ack() - r.own().sndNxt() > Thresholds.MOST_LOST;
    }
}

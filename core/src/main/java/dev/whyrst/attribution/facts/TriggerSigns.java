package dev.whyrst.attribution.facts;

import dev.whyrst.attribution.Shape;
import dev.whyrst.attribution.Thresholds;
import dev.whyrst.timeline.Reset;
import dev.whyrst.timeline.Segment;
import dev.whyrst.timeline.Side;
import java.util.List;
import java.util.Optional;

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

    /**
     * Whether the host that the RST names had reset the connection before, by its own distance, and the RST has the numbers of an
     * answer, with ACK or without, to what came since: a device that saw that end lets nothing of the connection pass any more.
     */
    public static boolean isAfterOwnReset(ObservedRst r) {
        if (r.trigger().isEmpty() || r.trigger().get().delayNanos() > Thresholds.LATEST_REJECTION) {
            return false;
        }
        for (Reset earlier : r.earlierResets()) {
            Segment s = earlier.segment();
            boolean own = s.ttl() >= r.own().minTtl() && s.ttl() <= r.own().maxTtl();
            if (earlier.from() == r.sender() && own && s.ttl() != r.rst().ttl()) {
                return true;
            }
        }
        return false;
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
     * The initiator's SYN that came again after "its" RST to a SYN,ACK, as the stack's own timer repeats it: who sent the RST was not
     * that stack. It does so itself after a SYN,ACK that does not fit. A SYN with timestamps is one of a stack; scanners
     * make theirs by hand, and their kernel resets what comes.
     */
    public static Optional<Segment> waitsOn(ObservedRst r) {
        boolean ofStack = r.handshake().syn().filter(Segment::timestamps).isPresent();
        if (r.sender() != Side.INITIATOR
                || !ofStack
                || !r.triggeredBy(s -> s.isSynAck() && r.handshake().isAcknowledgedBy(s))) {
            return Optional.empty();
        }
        Segment syn = r.handshake().syn().get();
        for (Segment s : r.timeline().after(r.reset())) {
            if (s.isInitialSyn() && s.rawSeq() == syn.rawSeq() && s.timestamps() && s.tsVal() != syn.tsVal()) {
                return Optional.of(s);
            }
        }
        return Optional.empty();
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

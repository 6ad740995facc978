package dev.whyrst.attribution.facts;

import dev.whyrst.attribution.Thresholds;
import dev.whyrst.timeline.Segment;
import java.util.Optional;

/** Finds what shows that the RST's sender did not know of it. */
public final class Afterlife {

    private Afterlife() {}

    /**
     * Whether the RST's sender acted as if it had not sent it: new data or a new acknowledgment of its own afterwards. One that
     * waits for a SYN,ACK, or for its acknowledgment, may reset what does not fit and go on waiting.
     */
    public static Optional<Segment> of(ObservedRst r, TtlFit ttl) {
        if (TriggerSigns.isAnswerInSynSent(r)) {
            return Optional.empty();
        }
        boolean isStillWaiting = isAnswerInSynReceived(r);
        for (Segment s : r.timeline().after(r.reset())) {
            if (isNewConnection(s)) {
                break;
            }
            if (s.from() != r.sender() || s.isReset()) {
                continue;
            }
            if (isOfOneCounter(r, ttl, s)) {
                break;
            }
            if (isNews(r, s) || s.isSynAck() && !isStillWaiting) {
                return Optional.of(s);
            }
        }
        return Optional.empty();
    }

    /** Whether the segment bears data after the number of the RST, or acknowledges what the peer sent only afterwards. */
    private static boolean isNews(ObservedRst r, Segment s) {
        return s.hasPayload() ? s.end() > r.rst().seq() : s.hasAck() && acknowledgesLater(r, s);
    }

    /** Whether a responder in SYN-RECEIVED reset an acknowledgment of what it had not sent (RFC 9293 section 3.10.7.4). */
    private static boolean isAnswerInSynReceived(ObservedRst r) {
        Optional<Segment> synAck = r.handshake().synAck();
        return r.isStateless()
                && synAck.isPresent()
                && !r.spokeBeyondHandshake(r.sender())
                && r.triggeredBy(s -> s.hasAck() && s.ack() != synAck.get().end());
    }

    /** A SYN, or a SYN,ACK with another number than the conversation began with: the ports carry a new connection. */
    private static boolean isNewConnection(Segment s) {
        return s.isInitialSyn() || s.isSynAck() && s.seq() != 0;
    }

    /**
     * Whether the IP-ID of the RST lies between those of its sender's segments before and after it, a few apart: nobody else counts
     * along, so that the host itself goes on after its RST, as simple stacks do.
     */
    private static boolean isOfOneCounter(ObservedRst r, TtlFit ttl, Segment later) {
        Optional<Segment> before = r.last(r.sender());
        if (before.isEmpty() || r.rst().ipId() == 0 || ttl != TtlFit.SAME) {
            return false;
        }
        int own = IpIdFit.ahead(before.get().ipId(), r.rst().ipId());
        int all = IpIdFit.ahead(before.get().ipId(), later.ipId());
        return own > 0 && own < all && all <= Thresholds.COUNTED_ALONG;
    }

    private static boolean acknowledgesLater(ObservedRst r, Segment ack) {
        for (Segment s : r.timeline().after(r.reset())) {
            if (s.equals(ack)) {
                return false;
            }
            if (s.from() == r.peer()
                    && s.hasPayload()
                    && ack.ack() == s.end()
                    && s.end() > r.other().sndNxt() - 1) {
                return true;
            }
        }
        return false;
    }
}

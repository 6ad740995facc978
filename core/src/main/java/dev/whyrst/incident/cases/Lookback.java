package dev.whyrst.incident.cases;

import static dev.whyrst.incident.IncidentThresholds.QUIET_NANOS;
import static dev.whyrst.incident.IncidentThresholds.QUIET_ROUND_TRIPS;
import static dev.whyrst.incident.IncidentThresholds.SEGMENTS_AFTER_PAUSE;

import dev.whyrst.attribution.Attribution;
import dev.whyrst.timeline.Segment;
import dev.whyrst.timeline.Side;
import dev.whyrst.timeline.SideSummary;
import dev.whyrst.timeline.Timeline;
import java.util.List;

/** Looks back over a conversation from its first RST. One object is used again and again, as {@link CaseReader} is. */
final class Lookback {

    private Attribution attribution;
    private List<Segment> segments = List.of();
    private int position;

    void from(Attribution ofFirstReset) {
        attribution = ofFirstReset;
        segments = attribution.timeline().segments();
        position = attribution.reset().position();
    }

    Attribution attribution() {
        return attribution;
    }

    Timeline timeline() {
        return attribution.timeline();
    }

    /** The first RST. */
    Segment reset() {
        return attribution.reset().segment();
    }

    /** The first segment of the conversation. */
    Segment begin() {
        return segments.get(0);
    }

    /** Whether a side had closed before the RST. */
    boolean hasFinished(Side side) {
        SideSummary summary = timeline().of(side);
        return summary.hasFinished() && summary.finNanos() <= reset().timeNanos();
    }

    /** When the client closed; if it did not, the moment of the RST. */
    long clientsEnd() {
        return hasFinished(Side.INITIATOR) ? timeline().ofInitiator().finNanos() : reset().timeNanos();
    }

    /** A quiet of this is no delay of the network. */
    long quietNanos() {
        return Math.max(QUIET_NANOS, QUIET_ROUND_TRIPS * roundTrip());
    }

    /** The last segment with payload before the RST that is none itself; null if there is none. */
    Segment lastPayload() {
        return lastPayload(position - 1, null);
    }

    /** The same of one side. */
    Segment lastPayload(Side side) {
        return lastPayload(position - 1, side);
    }

    /** The same of one side, at that position or before it. */
    Segment lastPayload(Side side, int at) {
        return lastPayload(Math.min(at, segments.size() - 1), side);
    }

    /** The same of either side, no later than that; nanoseconds since the epoch. */
    Segment lastPayloadUntil(long moment) {
        int at = position - 1;
        while (at >= 0 && segments.get(at).timeNanos() > moment) {
            at--;
        }
        return lastPayload(at, null);
    }

    private Segment lastPayload(int from, Side side) {
        for (int i = from; i >= 0; i--) {
            Segment s = segments.get(i);
            if (s.hasPayload() && !s.isReset() && (side == null || s.from() == side)) {
                return s;
            }
        }
        return null;
    }

    /**
     * The first segment of the client with payload after the last of the server, no later than that moment; null if
     * there is none.
     */
    Segment oldestUnanswered(long moment) {
        Segment oldest = null;
        for (int i = 0; i < position && segments.get(i).timeNanos() <= moment; i++) {
            Segment s = segments.get(i);
            if (s.hasPayload() && s.from() == Side.RESPONDER) {
                oldest = null;
            } else if (s.hasPayload() && !s.isReset() && oldest == null) {
                oldest = s;
            }
        }
        return oldest;
    }

    /**
     * Whether the segment comes after an exchange that is complete: the client had asked, and the server had the last
     * word.
     */
    boolean isAfterExchange(Segment said) {
        boolean asked = false;
        Side last = Side.INITIATOR;
        for (Segment s : segments) {
            if (s.at().equals(said.at())) {
                break;
            }
            if (s.hasPayload() && !s.isReset()) {
                asked |= s.from() == Side.INITIATOR;
                last = s.from();
            }
        }
        return asked && last == Side.RESPONDER;
    }

    /** Whether the server sent something of weight at that time or later, and nothing that the client had already. */
    boolean answeredSince(long moment) {
        long heard = heard();
        for (int i = segments.size() - 1; i >= 0 && segments.get(i).timeNanos() >= moment; i--) {
            Segment s = segments.get(i);
            if (isWordOfServer(s) && s.end() > heard) {
                return true;
            }
        }
        return false;
    }

    /** The highest number of the server that the client acknowledged. */
    private long heard() {
        long heard = 0;
        for (Segment s : segments) {
            if (s.from() == Side.INITIATOR && s.hasAck() && !s.isReset()) {
                heard = Math.max(heard, s.ack());
            }
        }
        return heard;
    }

    /**
     * Whether the client's FIN of that time left something of weight unacknowledged that the server had sent before.
     */
    boolean isUnheardAt(long moment) {
        long heard = heardWithFin(moment);
        for (int i = 0; heard > 0 && i < segments.size() && segments.get(i).timeNanos() < moment; i++) {
            Segment s = segments.get(i);
            if (isWordOfServer(s) && s.end() > heard) {
                return true;
            }
        }
        return false;
    }

    /** What the client acknowledged with its FIN of that time; 0 where there is none. */
    private long heardWithFin(long moment) {
        long heard = 0;
        for (Segment s : segments) {
            if (s.timeNanos() == moment && s.from() == Side.INITIATOR && s.isFin()) {
                heard = s.ack();
            }
        }
        return heard;
    }

    private static boolean isWordOfServer(Segment s) {
        return s.from() == Side.RESPONDER && s.hasPayload() && !s.isReset() && !s.mayBeAlert();
    }

    /**
     * Whether the server says something of that length for the first time, and not as its first words: no answer as it
     * gives them.
     */
    boolean isUnheard(Segment said) {
        int earlier = 0;
        for (Segment s : segments) {
            if (s.at().equals(said.at())) {
                break;
            }
            if (s.from() == Side.RESPONDER && s.hasPayload()) {
                earlier++;
                if (s.payloadLength() == said.payloadLength()) {
                    return false;
                }
            }
        }
        return earlier > 0;
    }

    /** The longest gap between the segments that come right before the RST; nanoseconds. */
    long longestOfLastGaps() {
        long longest = 0;
        for (int i = position; i > 0 && i > position - SEGMENTS_AFTER_PAUSE; i--) {
            longest = Math.max(
                    longest, segments.get(i).timeNanos() - segments.get(i - 1).timeNanos());
        }
        return longest;
    }

    /** From the SYN to the ACK that ends the handshake; 0 where it was not captured. */
    private long roundTrip() {
        if (segments.size() < 3 || !segments.get(0).isInitialSyn()) {
            return 0;
        }
        for (Segment s : segments) {
            if (s.from() == Side.INITIATOR && s.hasAck() && !s.isReset()) {
                return s.timeNanos() - segments.get(0).timeNanos();
            }
        }
        return 0;
    }
}

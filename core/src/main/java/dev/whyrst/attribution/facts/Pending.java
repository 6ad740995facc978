package dev.whyrst.attribution.facts;

import dev.whyrst.timeline.PayloadKind;
import dev.whyrst.timeline.Segment;
import dev.whyrst.timeline.Side;
import java.util.Optional;

/** What was still under way when a RST passed, in payload bytes. */
public final class Pending {

    private Pending() {}

    /**
     * What the RST's sender had taken of the peer and never answered with payload, as far as its receive queue could hold it. Without
     * a segment of the peer and an acknowledgment before the RST the numbers of the peer have no known begin: then 0.
     */
    public static long unanswered(ObservedRst r) {
        SaidBefore sender = r.said(r.sender());
        long known = sender.acknowledged();
        boolean begun = known > 0 || r.spoke(r.peer());
        long taken =
                begun && r.spoke(r.sender()) ? Math.max(known, r.acknowledges().orElse(0)) : known;
        boolean finTaken = r.other().hasFinished() && taken > r.other().finSeq();
        long unanswered = taken - (finTaken ? 1 : 0) - sender.answered();
        return unanswered <= 0 ? 0 : Math.min(unanswered, Windows.largestRoom(r));
    }

    /** What may have lain unread: what was not answered, and all where the one answer needed no reading. */
    public static long unread(ObservedRst r) {
        return saidWithoutReading(r) ? Math.min(r.other().payloadBytes(), Windows.largestRoom(r)) : unanswered(r);
    }

    /**
     * Whether the RST's sender is a server whose only words say that it is too busy or lets nobody in, as sshd does over
     * MaxStartups: it says so whatever the client sends, and reads none of it.
     */
    public static boolean saidWithoutReading(ObservedRst r) {
        if (r.sender() != Side.RESPONDER
                || r.timeline().elided() > 0
                || r.other().payloadBytes() == 0) {
            return false;
        }
        boolean said = false;
        for (Segment s : r.timeline().before(r.reset())) {
            if (s.from() == r.sender() && s.hasPayload()) {
                if (s.payload() != PayloadKind.LIMIT_NOTICE) {
                    return false;
                }
                said = true;
            }
        }
        return said;
    }

    /** The peer's last segment of those that the RST acknowledges to the end. */
    public static Optional<Segment> acknowledged(ObservedRst r) {
        Segment last = null;
        long taken = r.acknowledges().orElse(-1);
        for (Segment s : r.timeline().before(r.reset())) {
            last = s.from() == r.peer() && s.segLength() > 0 && s.end() == taken ? s : last;
        }
        return Optional.ofNullable(last);
    }

    /** What the peer had sent before its FIN and the RST's sender never acknowledged; 0 where that is not known. */
    public static long untaken(ObservedRst r) {
        long taken = Math.max(r.own().ackedHighest(), r.acknowledges().orElse(0));
        boolean known = r.other().hasFinished() && r.own().ackedHighest() > 0;
        return known ? Math.max(0, r.other().finSeq() - taken) : 0;
    }

    /** What the RST's sender had sent and the peer had not acknowledged. */
    public static long unacknowledged(ObservedRst r) {
        if (!r.own().hasSpoken() || r.other().ackedHighest() < 0) {
            return r.own().payloadBytes();
        }
        long fin = r.own().hasFinished() ? 1 : 0;
        return Math.max(0, r.own().sndNxt() - fin - Math.max(1, r.other().ackedHighest()));
    }

    /** Whether the peer's last data was never acknowledged by the RST's sender, not even with the RST. */
    public static boolean isInFlight(ObservedRst r) {
        return r.lastPayload(r.peer())
                .map(s -> !r.acknowledgedBefore(s) && s.end() > r.acknowledges().orElse(0))
                .orElse(false);
    }
}

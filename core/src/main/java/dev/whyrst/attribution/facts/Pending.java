package dev.whyrst.attribution.facts;

/** What was still under way when a RST passed, in payload bytes. */
final class Pending {

    private Pending() {}

    /**
     * What the RST's sender had taken of the peer and never answered with payload, as far as its receive queue could hold it. Without
     * a segment of the peer and an acknowledgment before the RST the numbers of the peer have no known begin: then 0.
     *
     * @param sender what the sender had sent before the RST
     */
    static long unanswered(ResetCase c, Prelude sender) {
        long known = sender.acknowledged();
        boolean begun = known > 0 || c.spoke(c.peer());
        long taken =
                begun && c.spoke(c.sender()) ? Math.max(known, c.acknowledges().orElse(0)) : known;
        boolean finTaken = c.other().hasFinished() && taken > c.other().finSeq();
        long unanswered = taken - (finTaken ? 1 : 0) - sender.answered();
        return unanswered <= 0 ? 0 : Math.min(unanswered, Windows.largestRoom(c));
    }

    /** What the peer had sent before its FIN and the RST's sender never acknowledged; 0 where that is not known. */
    static long untaken(ResetCase c) {
        long taken = Math.max(c.own().ackedHighest(), c.acknowledges().orElse(0));
        boolean known = c.other().hasFinished() && c.own().ackedHighest() > 0;
        return known ? Math.max(0, c.other().finSeq() - taken) : 0;
    }

    /** What the RST's sender had sent and the peer had not acknowledged. */
    static long unacknowledged(ResetCase c) {
        if (!c.own().hasSpoken() || c.other().ackedHighest() < 0) {
            return c.own().payloadBytes();
        }
        long fin = c.own().hasFinished() ? 1 : 0;
        return Math.max(0, c.own().sndNxt() - fin - Math.max(1, c.other().ackedHighest()));
    }

    /** Whether the peer's last data was never acknowledged by the RST's sender, not even with the RST. */
    static boolean isInFlight(ResetCase c) {
        return c.lastPayload(c.peer())
                .map(s -> !c.acknowledgedBefore(s) && s.end() > c.acknowledges().orElse(0))
                .orElse(false);
    }
}

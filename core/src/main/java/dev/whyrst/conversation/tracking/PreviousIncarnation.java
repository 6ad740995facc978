package dev.whyrst.conversation.tracking;

import dev.whyrst.conversation.table.ConversationRows;
import dev.whyrst.conversation.table.Flag;
import dev.whyrst.decode.SegmentView;
import dev.whyrst.timeline.TtlCounts;

/** What a conversation leaves to the next one on the same addresses and ports. */
record PreviousIncarnation(
        long lastNanos,
        int nextOf0,
        int nextOf1,
        boolean closed,
        boolean finished,
        boolean accepted,
        boolean elsewhere,
        int tunnel,
        boolean hasTwin,
        boolean isTwin) {

    /** Reads the row of a conversation that the SYN of that end is about to replace. */
    static PreviousIncarnation of(ConversationRows rows, int row, int end, SegmentView syn) {
        boolean finished = rows.finSeen(row, 0) && rows.finSeen(row, 1);
        return new PreviousIncarnation(
                rows.lastNanos(row),
                rows.sndNxt(row, 0),
                rows.sndNxt(row, 1),
                finished || rows.flag(row, Flag.SAW_RST),
                finished,
                rows.wasAccepted(row),
                isFromElsewhere(rows, row, end, syn),
                rows.tunnel(row),
                rows.flag(row, Flag.HAS_TWIN),
                rows.flag(row, Flag.IS_TWIN));
    }

    /** Tells it to the row of the next conversation. */
    void leaveTo(ConversationRows rows, int fresh) {
        rows.tunnel(fresh, tunnel);
        rows.previous(fresh, lastNanos, nextOf0, nextOf1);
        rows.setFlag(fresh, Flag.PREVIOUS_CLOSED, closed);
        rows.setFlag(fresh, Flag.PREVIOUS_FINISHED, finished);
        rows.setFlag(fresh, Flag.PREVIOUS_ACCEPTED, accepted);
        rows.setFlag(fresh, Flag.PREVIOUS_ELSEWHERE, elsewhere);
        rows.setFlag(fresh, Flag.HAS_TWIN, hasTwin);
        rows.setFlag(fresh, Flag.IS_TWIN, isTwin);
    }

    /** Whether the SYN came another way than all that its end had sent, by more than paths change. */
    private static boolean isFromElsewhere(ConversationRows rows, int row, int end, SegmentView syn) {
        return rows.segments(row, end) > 0
                && (syn.ttl() < rows.minTtl(row, end) - TtlCounts.DETOUR
                        || syn.ttl() > rows.maxTtl(row, end) + TtlCounts.DETOUR);
    }
}

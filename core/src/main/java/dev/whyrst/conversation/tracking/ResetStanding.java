package dev.whyrst.conversation.tracking;

import dev.whyrst.conversation.table.ConversationRows;
import dev.whyrst.conversation.table.Flag;
import dev.whyrst.decode.SegmentView;
import dev.whyrst.net.TcpFlags;
import dev.whyrst.timeline.Standing;

/** Judges a RST as its receiver would (RFC 5961 section 3.2), by what was seen of the conversation before it. */
final class ResetStanding {

    private final ConversationRows rows;

    ResetStanding(ConversationRows rows) {
        this.rows = rows;
    }

    /** How a RST of that end stands. */
    Standing of(int row, int end, SegmentView segment) {
        int peer = 1 - end;
        if (!rows.flag(row, Flag.BASE_OF_0.of(peer)) && !rows.flag(row, Flag.BASE_OF_0.of(end))) {
            return Standing.UNKNOWN;
        }
        if (rows.segments(row, end) == 0 && rows.flag(row, Flag.SAW_SYN) && !rows.flag(row, Flag.ACKED_BY_0.of(peer))) {
            boolean acknowledges =
                    TcpFlags.has(segment.flags(), TcpFlags.ACK) && segment.ack() == rows.sndNxt(row, peer);
            return acknowledges ? Standing.EXACT : Standing.UNACCEPTABLE_ACK;
        }
        return againstWindow(row, end, segment.seq());
    }

    private Standing againstWindow(int row, int end, int seq) {
        int peer = 1 - end;
        boolean ackedByPeer = rows.flag(row, Flag.ACKED_BY_0.of(peer));
        boolean sent = rows.flag(row, Flag.NUMBERS_OF_0.of(end));
        if (!ackedByPeer && !sent) {
            return Standing.UNKNOWN;
        }
        int expected = ackedByPeer ? rows.acked(row, peer) : rows.sndNxt(row, end);
        if (seq == expected) {
            return Standing.EXACT;
        }
        if (sent && seq == rows.sndNxt(row, end)) {
            return Standing.LINES_UP;
        }
        if (seq - expected < 0) {
            return Standing.BELOW_WINDOW;
        }
        return seq - expected < scaledWindow(row, peer) ? Standing.IN_WINDOW : Standing.ABOVE_WINDOW;
    }

    private int scaledWindow(int row, int end) {
        return Math.max(1, rows.window(row, end) << Math.max(0, rows.windowShift(row, end)));
    }
}

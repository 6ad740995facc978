package dev.whyrst.conversation.tracking;

import dev.whyrst.conversation.table.ConversationRows;
import dev.whyrst.conversation.table.Flag;

/**
 * Finds the connections that go on under another port, since an address translation on the path had forgotten them: a
 * segment of no known connection bears the very numbers that one between the same hosts had come to.
 */
final class RenamedConnections {

    private static final int NONE = -1;

    /** Rows that are looked at in all, some tenths of a second: captures of scans hold millions of such segments. */
    private static final int MOST_ROWS = 1 << 23;

    private final ConversationRows rows;
    private long looked;
    private long traced;
    private boolean gaveUp;

    RenamedConnections(ConversationRows rows) {
        this.rows = rows;
    }

    /**
     * Looks for what the conversation was called before, where nothing was seen of it before the RST of that end but
     * its trigger.
     */
    void trace(int row, int end) {
        if (!isOrphan(row, end)) {
            return;
        }
        gaveUp |= looked >= MOST_ROWS;
        int before = gaveUp ? NONE : before(row, end);
        if (before != NONE) {
            int peer = 1 - end;
            long seen = rows.lastNanos(before) < rows.firstNanos(row)
                    ? rows.lastNanos(before)
                    : rows.lastSentNanos(before, peer);
            rows.renamed(row, seen, rows.port(before, peer));
            rows.initiator(row, rows.initiator(before));
        }
    }

    /** Whether there were more such conversations than could be looked at. */
    boolean gaveUp() {
        return gaveUp;
    }

    /** How many conversations were looked at. */
    long traced() {
        return traced;
    }

    private boolean isOrphan(int row, int end) {
        return !rows.flag(row, Flag.SAW_SYN)
                && !rows.flag(row, Flag.SAW_SYN_ACK)
                && rows.flag(row, Flag.ACKED_BY_0.of(1 - end))
                && rows.sndNxt(row, 1 - end) != rows.isn(row, 1 - end) + 1
                && rows.segments(row, end) == 0
                && rows.previousNanos(row) == 0;
    }

    private int before(int row, int end) {
        looked += rows.used();
        traced++;
        for (int other = 0; other < rows.used(); other++) {
            if (rows.port(other, end) == rows.port(row, end) && other != row && isContinued(other, row, end)) {
                return other;
            }
        }
        return NONE;
    }

    private boolean isContinued(int before, int row, int end) {
        int peer = 1 - end;
        int ack = rows.acked(row, peer);
        return rows.flag(before, Flag.LIVE)
                && rows.realm(before) == rows.realm(row)
                && rows.lastSentNanos(before, peer) < rows.firstNanos(row)
                && rows.addressLow(before, 0) == rows.addressLow(row, 0)
                && rows.addressLow(before, 1) == rows.addressLow(row, 1)
                && rows.addressHigh(before, 0) == rows.addressHigh(row, 0)
                && rows.addressHigh(before, 1) == rows.addressHigh(row, 1)
                && rows.sndNxt(before, peer) == rows.isn(row, peer) + 1
                && ack - rows.acked(before, peer) >= 0
                && rows.sndNxt(before, end) - ack >= 0;
    }
}

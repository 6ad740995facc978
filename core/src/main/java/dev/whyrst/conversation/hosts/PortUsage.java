package dev.whyrst.conversation.hosts;

import dev.whyrst.conversation.table.ConversationRows;
import dev.whyrst.conversation.table.Flag;
import dev.whyrst.conversation.table.HistoryLetters;

/**
 * Tells the facts of an endpoint when a conversation with it comes into use, and when it ends, used or not.
 *
 * <p>Public for other rooms of the house, and for nobody else.
 */
public final class PortUsage {

    private final ConversationRows rows;
    private final HostNews hosts;

    public PortUsage(ConversationRows rows, HostNews hosts) {
        this.rows = rows;
        this.hosts = hosts;
    }

    /** The end sent payload; to be said before the row shows it. */
    public void spoke(int row, int end, long nanos) {
        if (end != rows.initiator(row) && !hasSpoken(row, end) && !isOver(row)) {
            int client = 1 - end;
            hosts.served(
                    rows.addressHigh(row, end),
                    rows.addressLow(row, end),
                    rows.port(row, end),
                    rows.addressHigh(row, client),
                    rows.addressLow(row, client),
                    nanos);
        }
    }

    /** The end sends a FIN or RST; to be said before the row shows it. */
    public void ends(int row, int end) {
        if (isOver(row)) {
            return;
        }
        int server = 1 - rows.initiator(row);
        if (hasSpoken(row, server)) {
            hosts.left(rows.addressHigh(row, server), rows.addressLow(row, server), rows.port(row, server));
        } else if (end == server && rows.flag(row, Flag.SAW_SYN_ACK) && rows.flag(row, Flag.SAW_ACK)) {
            hosts.turnedAway(rows.addressHigh(row, server), rows.addressLow(row, server), rows.port(row, server));
        }
    }

    /** The conversation is told, for the first time or once more. */
    void had(int row) {
        int server = 1 - rows.initiator(row);
        if (!rows.flag(row, Flag.SAW_RST) && hasSpoken(row, server)) {
            hosts.had(
                    rows.addressHigh(row, server),
                    rows.addressLow(row, server),
                    rows.port(row, server),
                    rows.firstNanos(row),
                    rows.lastSentNanos(row, server));
        }
    }

    /** The conversation is given up. */
    void forgotten(int row) {
        ends(row, rows.initiator(row));
    }

    private boolean hasSpoken(int row, int end) {
        return (rows.history(row, end) & HistoryLetters.mark(HistoryLetters.DATA)) != 0;
    }

    private boolean isOver(int row) {
        return rows.flag(row, Flag.SAW_FIN) || rows.flag(row, Flag.SAW_RST);
    }
}

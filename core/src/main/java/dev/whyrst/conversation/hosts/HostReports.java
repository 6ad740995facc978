package dev.whyrst.conversation.hosts;

import dev.whyrst.conversation.table.ConversationRows;
import dev.whyrst.conversation.table.Counter;
import dev.whyrst.conversation.table.Flag;

/**
 * Tells the facts of hosts what their conversations showed, once each, and counts those that died without a RST.
 *
 * <p>Public for other rooms of the house, and for nobody else.
 */
public final class HostReports {

    private final ConversationRows rows;
    private final HostNews hosts;
    private final PortUsage portUsage;
    private long silentDeaths;

    public HostReports(ConversationRows rows, HostNews hosts, PortUsage portUsage) {
        this.rows = rows;
        this.hosts = hosts;
        this.portUsage = portUsage;
    }

    /** Conversations without RST that died retransmitting. */
    public long silentDeaths() {
        return silentDeaths;
    }

    /** Tells what has not been told yet of the conversation in that row. */
    public void tell(int row) {
        boolean onlyBadHeaders = rows.logCount(row) == 0;
        if (onlyBadHeaders) {
            return;
        }
        tell(row, 0);
        tell(row, 1);
        rows.setFlag(row, Flag.TOLD);
        portUsage.had(row);
        if (isDead(row)) {
            rows.setFlag(row, Flag.DIED);
            silentDeaths++;
        }
    }

    /** Tells the same of a conversation that is given up now. */
    public void tellLast(int row) {
        tell(row);
        portUsage.forgotten(row);
    }

    /** The conversation that was taken for dead goes on. */
    public void revived(int row) {
        rows.clearFlag(row, Flag.DIED);
        silentDeaths--;
    }

    private void tell(int row, int end) {
        int segments = rows.segments(row, end);
        hosts.spoke(
                rows.addressHigh(row, end),
                rows.addressLow(row, end),
                !rows.flag(row, Flag.TOLD),
                segments - rows.counter(row, end, Counter.TOLD),
                rows.minTtl(row, end),
                rows.maxTtl(row, end),
                rows.firstNanos(row),
                rows.lastSentNanos(row, end));
        rows.counter(row, end, Counter.TOLD, segments);
    }

    private boolean isDead(int row) {
        return rows.diedRetransmitting(row) && rows.flag(row, Flag.SAW_ACK) && !rows.flag(row, Flag.SAW_RST);
    }
}

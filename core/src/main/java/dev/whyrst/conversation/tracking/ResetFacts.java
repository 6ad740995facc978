package dev.whyrst.conversation.tracking;

import dev.whyrst.conversation.hosts.HostNews;
import dev.whyrst.conversation.hosts.PortUsage;
import dev.whyrst.conversation.table.ConversationRows;
import dev.whyrst.conversation.table.Flag;
import dev.whyrst.conversation.table.HistoryLetters;
import dev.whyrst.decode.SegmentView;
import dev.whyrst.net.TcpFlags;
import java.util.ArrayList;
import java.util.List;

/** Notes what a RST tells of its conversation and of the host that it names. */
final class ResetFacts {

    private final ConversationRows rows;
    private final HostNews hosts;
    private final PortUsage portUsage;
    private final RenamedConnections renamed;

    ResetFacts(ConversationRows rows, HostNews hosts, PortUsage portUsage) {
        this.rows = rows;
        this.hosts = hosts;
        this.portUsage = portUsage;
        this.renamed = new RenamedConnections(rows);
    }

    /** Takes a RST of that end, which stands at that position of the trace. */
    void note(int row, int end, SegmentView rst, long position) {
        renamed.trace(row, end);
        if (isAbort(row, end, rst)) {
            hosts.aborted(rst.srcHigh(), rst.srcLow(), rst.srcPort(), rst.timeNanos());
        }
        if (!rows.flag(row, Flag.SAW_RST) && rows.finSeen(row, end) && !TcpFlags.has(rst.flags(), TcpFlags.ACK)) {
            hosts.answeredBare(rst.srcHigh(), rst.srcLow());
        }
        portUsage.ends(row, end);
        rows.setFlag(row, Flag.SAW_RST);
        if (rows.firstReset(row) == 0) {
            rows.firstReset(row, position);
            boolean abort = rows.segments(row, end) > 0 && TcpFlags.has(rst.flags(), TcpFlags.ACK);
            rows.setFlag(row, Flag.FIRST_ABORT_OF_0.of(end), abort);
        }
        HistoryLetters.add(rows, row, HistoryLetters.RST, end);
        hosts.reset(rst.srcHigh(), rst.srcLow(), rst.ttl());
        if (rst.window() > 0 && hasFormOfAnswer(rst)) {
            hosts.answerWindow(rst.srcHigh(), rst.srcLow(), rst.window());
        }
        if (isRefusal(row, end, rst)) {
            hosts.refused(rst.srcHigh(), rst.srcLow(), rst.srcPort(), rst.timeNanos());
        }
    }

    /** These notes, and a sentence if a bound was hit. */
    List<String> notes(List<String> others) {
        if (!renamed.gaveUp()) {
            return others;
        }
        List<String> notes = new ArrayList<>(others);
        notes.add("Whether a lone segment goes on with a connection from another port was looked for in "
                + renamed.traced() + " conversations; later ones were not held against the others");
        return notes;
    }

    private boolean isAbort(int row, int end, SegmentView rst) {
        return !rows.flag(row, Flag.SAW_RST)
                && rows.segments(row, end) > 0
                && end != rows.initiator(row)
                && TcpFlags.has(rst.flags(), TcpFlags.ACK);
    }

    /** Whether the RST is bare, or acknowledges without a number of its own (RFC 9293 section 3.10.7.1). */
    private static boolean hasFormOfAnswer(SegmentView rst) {
        return !TcpFlags.has(rst.flags(), TcpFlags.ACK) || rst.seq() == 0;
    }

    /**
     * Whether the RST answers a SYN. A bare one with a number answers an ACK, though the capture may show nothing but
     * the SYN.
     */
    private boolean isRefusal(int row, int end, SegmentView rst) {
        return (TcpFlags.has(rst.flags(), TcpFlags.ACK) || rst.seq() == 0)
                && rows.segments(row, end) == 0
                && rows.flag(row, Flag.SAW_SYN)
                && !rows.flag(row, Flag.SAW_SYN_ACK)
                && end != rows.initiator(row);
    }
}

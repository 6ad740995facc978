package dev.whyrst.conversation.tracking;

import dev.whyrst.conversation.hosts.HostNews;
import dev.whyrst.conversation.hosts.PortUsage;
import dev.whyrst.conversation.hosts.StrayAnswer;
import dev.whyrst.conversation.table.ConversationRows;
import dev.whyrst.conversation.table.Flag;
import dev.whyrst.conversation.table.HistoryLetters;
import dev.whyrst.decode.SegmentView;
import dev.whyrst.net.Nanos;
import dev.whyrst.net.TcpFlags;
import java.util.ArrayList;
import java.util.List;

/** Notes what a RST tells of its conversation and of the host that it names. */
final class ResetFacts {

    /** Time, in nanoseconds, within which a host answers that has said nothing else in the conversation, seen next to it. */
    private static final long AT_ONCE = 5 * Nanos.MILLI;

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
        StrayAnswer answer = strayAnswer(row, end, rst);
        portUsage.ends(row, end);
        rows.setFlag(row, Flag.SAW_RST);
        if (rows.firstReset(row) == 0) {
            rows.firstReset(row, position);
            boolean abort = rows.segments(row, end) > 0 && TcpFlags.has(rst.flags(), TcpFlags.ACK);
            rows.setFlag(row, Flag.FIRST_ABORT_OF_0.of(end), abort);
        }
        HistoryLetters.add(rows, row, HistoryLetters.RST, end);
        hosts.reset(rst.srcHigh(), rst.srcLow(), rst.ttl(), answer);
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

    /**
     * How the RST answers the segment before it, if that is of no connection that its end has: the end had aborted the connection, or
     * never said a word. An abort of a connection that is older than the capture looks like the latter, unless it is slow.
     */
    private StrayAnswer strayAnswer(int row, int end, SegmentView rst) {
        int peer = 1 - end;
        boolean without = rows.flag(row, Flag.FIRST_ABORT_OF_0.of(end))
                || rows.segments(row, end) == 0 && rst.timeNanos() - rows.lastNanos(row) <= AT_ONCE;
        boolean answers = rows.flag(row, Flag.ACKED_BY_0.of(peer))
                && rst.seq() == rows.acked(row, peer)
                && rows.lastSentNanos(row, peer) == rows.lastNanos(row);
        if (!without || !answers) {
            return StrayAnswer.NONE;
        }
        if (!TcpFlags.has(rst.flags(), TcpFlags.ACK)) {
            return StrayAnswer.BARE;
        }
        return rst.ack() == rows.sndNxt(row, peer) ? StrayAnswer.ACKNOWLEDGING : StrayAnswer.NONE;
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

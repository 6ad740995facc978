package dev.whyrst.conversation.tracking;

import dev.whyrst.conversation.hosts.HostNews;
import dev.whyrst.conversation.hosts.PortUsage;
import dev.whyrst.conversation.log.PackedSegment;
import dev.whyrst.conversation.table.ConversationRows;
import dev.whyrst.conversation.table.Counter;
import dev.whyrst.conversation.table.Flag;
import dev.whyrst.conversation.table.HistoryLetters;
import dev.whyrst.decode.SegmentView;
import dev.whyrst.net.Nanos;
import dev.whyrst.net.TcpFlags;

/** Brings a conversation's row, and the facts of its hosts, up to date with a segment that is no RST. */
final class ConnectionState {

    /** A jump of SEG.SEQ or SEG.ACK, in octets, that says more of the segment than of the stream, and moves nothing. */
    static final int ABSURD_JUMP = 1 << 30;

    /**
     * Time, in nanoseconds, within which a FIN after the same end's last segment belongs to an answer that ends with
     * the connection.
     */
    private static final long HEELS_NANOS = 5 * Nanos.MILLI;

    private final ConversationRows rows;
    private final HostNews hosts;
    private final PortUsage portUsage;
    private final VantagePoint vantage;

    ConnectionState(ConversationRows rows, HostNews hosts, PortUsage portUsage, VantagePoint vantage) {
        this.rows = rows;
        this.hosts = hosts;
        this.portUsage = portUsage;
        this.vantage = vantage;
    }

    /** Takes the next segment of that end. */
    void advance(int row, int end, SegmentView segment) {
        roles(row, end, segment.flags());
        numbers(row, end, segment);
        acknowledge(row, end, segment);
        window(row, end, segment);
        state(row, end, segment);
        habits(row, end, segment);
    }

    /** Takes the end with the higher port for the initiator, until a handshake tells better. */
    void guessRoles(int row, int sender, SegmentView first) {
        boolean higherPortOpened = first.srcPort() != first.dstPort()
                ? first.srcPort() > first.dstPort()
                : !TcpFlags.has(first.flags(), TcpFlags.RST);
        rows.initiator(row, higherPortOpened ? sender : 1 - sender);
    }

    /**
     * A RST may be the first that is seen of an end: its number tells a new connection on the same ports from this one.
     */
    void beginWithReset(int row, int end, SegmentView reset) {
        if (!rows.flag(row, Flag.BASE_OF_0.of(end))) {
            begin(row, end, reset.seq() - 1, reset.seq());
        }
        if (TcpFlags.has(reset.flags(), TcpFlags.ACK) && !rows.flag(row, Flag.BASE_OF_0.of(1 - end))) {
            begin(row, 1 - end, reset.ack() - 1, reset.ack());
        }
    }

    private void roles(int row, int end, int flags) {
        if (!TcpFlags.has(flags, TcpFlags.SYN)) {
            return;
        }
        boolean synAck = TcpFlags.has(flags, TcpFlags.ACK);
        if (!synAck && !rows.flag(row, Flag.ROLES_FROM_SYN)) {
            rows.initiator(row, end);
            rows.setFlag(row, Flag.ROLES_FROM_SYN);
        } else if (synAck && !rows.flag(row, Flag.ROLES_FROM_SYN) && !rows.flag(row, Flag.ROLES_FROM_SYN_ACK)) {
            rows.initiator(row, 1 - end);
            rows.setFlag(row, Flag.ROLES_FROM_SYN_ACK);
        }
    }

    private void numbers(int row, int end, SegmentView segment) {
        int flags = segment.flags();
        boolean syn = TcpFlags.has(flags, TcpFlags.SYN);
        int length = segment.payloadLength() + (syn ? 1 : 0) + (TcpFlags.has(flags, TcpFlags.FIN) ? 1 : 0);
        int seq = segment.seq();
        if (syn) {
            rows.setFlag(row, Flag.ISN_OF_0.of(end));
        }
        if (!rows.flag(row, Flag.BASE_OF_0.of(end))) {
            begin(row, end, syn ? seq : seq - 1, seq + length);
        } else if (!rows.flag(row, Flag.NUMBERS_OF_0.of(end))) {
            begin(row, end, syn ? seq : rows.isn(row, end), seq + length);
        } else {
            rows.addSegment(row, end, progress(row, end, seq, length, segment));
            return;
        }
        rows.setFlag(row, Flag.NUMBERS_OF_0.of(end));
        rows.addSegment(row, end, segment.payloadLength());
    }

    /** Takes the first numbers that are known of the end, between which they may have wrapped already. */
    private void begin(int row, int end, int isn, int next) {
        rows.numbers(row, end, isn, next);
        rows.setFlag(row, Flag.BASE_OF_0.of(end));
        rows.wraps(row, end, Integer.compareUnsigned(next, isn) < 0 ? 1 : 0);
    }

    /** Moves SND.NXT of the end; returns how many of the segment's payload bytes are new. */
    private int progress(int row, int end, int seq, int length, SegmentView segment) {
        int next = rows.sndNxt(row, end);
        int ahead = seq + length - next;
        if (ahead > 0 && ahead < ABSURD_JUMP) {
            if (Integer.compareUnsigned(seq + length, next) < 0) {
                rows.wraps(row, end, rows.wraps(row, end) + 1);
            }
            rows.numbers(row, end, rows.isn(row, end), seq + length);
            return Math.min(ahead, segment.payloadLength());
        }
        boolean probe = seq == next - 1 && segment.payloadLength() <= 1 && length == segment.payloadLength();
        if (probe && rows.flag(row, Flag.SAW_ACK)) {
            rows.count(row, end, Counter.KEEP_ALIVES);
        } else if (length > 0 && ahead <= 0) {
            retransmitted(row, end);
        }
        return 0;
    }

    private void retransmitted(int row, int end) {
        rows.count(row, end, Counter.RETRANSMISSIONS);
        rows.count(row, end, Counter.UNANSWERED);
        HistoryLetters.addOnce(rows, row, HistoryLetters.RETRANSMISSION, end);
    }

    private void acknowledge(int row, int end, SegmentView segment) {
        int peer = 1 - end;
        rows.reset(row, peer, Counter.UNANSWERED);
        if (!TcpFlags.has(segment.flags(), TcpFlags.ACK)) {
            return;
        }
        if (!rows.flag(row, Flag.BASE_OF_0.of(peer))) {
            begin(row, peer, segment.ack() - 1, segment.ack());
        }
        if (!rows.flag(row, Flag.ACKED_BY_0.of(end))) {
            rows.acked(row, end, segment.ack());
            rows.setFlag(row, Flag.ACKED_BY_0.of(end));
        } else {
            int ahead = segment.ack() - rows.acked(row, end);
            if (ahead > 0 && ahead < ABSURD_JUMP) {
                rows.acked(row, end, segment.ack());
            }
        }
    }

    private void window(int row, int end, SegmentView segment) {
        if (segment.window() < 0) {
            return;
        }
        rows.window(row, end, segment.window());
        if (segment.window() == 0) {
            rows.count(row, end, Counter.ZERO_WINDOWS);
            HistoryLetters.addOnce(rows, row, HistoryLetters.ZERO_WINDOW, end);
        }
        if (TcpFlags.has(segment.flags(), TcpFlags.SYN) && segment.optionsSeen()) {
            rows.windowShift(row, end, segment.windowShift());
            rows.maxSegmentSize(row, end, Math.max(0, segment.maxSegmentSize()));
        }
    }

    private void state(int row, int end, SegmentView segment) {
        int flags = segment.flags();
        if (TcpFlags.has(flags, TcpFlags.SYN)) {
            handshake(row, end, segment, TcpFlags.has(flags, TcpFlags.ACK));
            return;
        }
        if (TcpFlags.has(flags, TcpFlags.ACK)) {
            acknowledged(row, end, segment);
        }
        if (segment.payloadLength() > 0) {
            portUsage.spoke(row, end, segment.timeNanos());
            rows.setFlag(row, Flag.SAW_DATA);
            HistoryLetters.addOnce(rows, row, HistoryLetters.DATA, end);
        }
        if (TcpFlags.has(flags, TcpFlags.FIN)) {
            portUsage.ends(row, end);
            rows.setFlag(row, Flag.SAW_FIN);
            HistoryLetters.add(rows, row, HistoryLetters.FIN, end);
            if (!rows.finSeen(row, end)) {
                closedUnasked(row, end, segment);
                int finSeq = segment.seq() + segment.payloadLength();
                rows.fin(row, end, finSeq, segment.timeNanos(), PackedSegment.frame(segment));
            }
        }
    }

    /** Tells the facts of a responder's FIN that comes first, and not on the heels of what it said. */
    private void closedUnasked(int row, int end, SegmentView segment) {
        boolean unasked = end != rows.initiator(row)
                && !rows.finSeen(row, 1 - end)
                && (rows.flag(row, Flag.SAW_DATA) || isOlderThanCapture(row))
                && segment.payloadLength() == 0
                && segment.timeNanos() - rows.lastSentNanos(row, end) > HEELS_NANOS;
        if (unasked) {
            hosts.closed(segment.srcHigh(), segment.srcLow(), segment.srcPort(), segment.timeNanos());
        }
    }

    private boolean isOlderThanCapture(int row) {
        return !rows.flag(row, Flag.SAW_SYN) && !rows.flag(row, Flag.SAW_SYN_ACK);
    }

    private void handshake(int row, int end, SegmentView segment, boolean synAck) {
        HistoryLetters.add(rows, row, synAck ? HistoryLetters.SYN_ACK : HistoryLetters.SYN, end);
        if (!synAck) {
            if (rows.flag(row, Flag.SAW_SYN)) {
                hosts.retried(segment.dstHigh(), segment.dstLow(), segment.dstPort());
            }
            rows.setFlag(row, Flag.SAW_SYN);
        } else if (!rows.flag(row, Flag.SAW_SYN_ACK)) {
            rows.setFlag(row, Flag.SAW_SYN_ACK);
            hosts.accepted(segment.srcHigh(), segment.srcLow(), segment.srcPort(), segment.timeNanos());
            if (rows.segments(row, 1 - end) == 1) {
                long since = segment.timeNanos() - rows.lastSentNanos(row, 1 - end);
                hosts.answered(segment.srcHigh(), segment.srcLow(), since);
            }
        } else {
            hosts.retried(segment.srcHigh(), segment.srcLow(), segment.srcPort());
        }
    }

    private void acknowledged(int row, int end, SegmentView segment) {
        if (segment.payloadLength() == 0 && !TcpFlags.has(segment.flags(), TcpFlags.FIN)) {
            HistoryLetters.addOnce(rows, row, HistoryLetters.ACK, end);
        }
        boolean first = rows.flag(row, Flag.SAW_SYN_ACK) && !rows.flag(row, Flag.SAW_ACK);
        if (first && rows.segments(row, 1 - end) == 1 && segment.ack() == rows.sndNxt(row, 1 - end)) {
            long since = segment.timeNanos() - rows.lastSentNanos(row, 1 - end);
            hosts.answered(segment.srcHigh(), segment.srcLow(), since);
            boolean whole = rows.flag(row, Flag.SAW_SYN) && end == rows.initiator(row) && rows.segments(row, end) == 2;
            if (whole) {
                vantage.handshake(rows.lastSentNanos(row, 1 - end) - rows.firstNanos(row), since);
            }
        }
        if (isOlderThanCapture(row) || end == rows.initiator(row)) {
            rows.setFlag(row, Flag.SAW_ACK);
        }
    }

    private void habits(int row, int end, SegmentView segment) {
        int ttl = segment.ttl();
        boolean first = rows.segments(row, end) == 1;
        rows.ttl(
                row,
                end,
                first ? ttl : Math.min(ttl, rows.minTtl(row, end)),
                first ? ttl : Math.max(ttl, rows.maxTtl(row, end)));
        rows.lastSentNanos(row, end, segment.timeNanos());
        if (segment.hasTimestamps()) {
            rows.setFlag(row, Flag.TIMESTAMPS_OF_0.of(end));
        }
    }
}

package dev.whyrst.conversation.failures;

import dev.whyrst.conversation.log.IcmpErrors;
import dev.whyrst.conversation.log.PackedSegment;
import dev.whyrst.conversation.log.SegmentLog;
import dev.whyrst.conversation.table.ConversationRows;
import dev.whyrst.conversation.table.Counter;
import dev.whyrst.conversation.table.Flag;
import dev.whyrst.net.Endpoint;
import dev.whyrst.net.IpAddress;
import dev.whyrst.net.Nanos;
import dev.whyrst.timeline.Failure;
import dev.whyrst.timeline.FailureKind;
import dev.whyrst.timeline.FrameRef;
import java.util.List;

/**
 * Looks at conversations without a RST when they are given up, and counts those that failed. One that sleeps is looked at
 * too, and taken back when it wakes.
 *
 * <p>What is told here can be the first sentence of a report. So a capture that ends too early, or that holds one direction only, tells
 * nothing: silence counts when it was longer than any answer takes, and words when the server closed right after them.
 *
 * <p>Public for other rooms of the house, and for nobody else.
 */
public final class FailureLog {

    /** Times that a receiver has to say that it has no room, and nothing else, before it counts as stuck. */
    private static final int STUCK = 3;

    /** No answer to a SYN takes longer: the first timeout of hosts that know nothing of a path (RFC 6298 section 2.1). */
    private static final long SYN_ANSWER_NANOS = Nanos.SECOND;

    /** A path that was lost for a moment carries again sooner. Estimate: routes and radio links recover within seconds. */
    private static final long DEATH_NANOS = 10 * Nanos.SECOND;

    private final ConversationRows rows;
    private final IcmpErrors icmpErrors;
    private final LastSegments last;
    private final FailureTable table = new FailureTable();

    /** The latest time of the trace so far. */
    private long now = Long.MIN_VALUE;

    /** What was found last, until the next look. */
    private String detail = "";

    private long frame;

    public FailureLog(ConversationRows rows, SegmentLog log, IcmpErrors icmpErrors) {
        this.rows = rows;
        this.icmpErrors = icmpErrors;
        this.last = new LastSegments(rows, log);
    }

    /** Hears that the trace has come to that time. */
    public void now(long nanos) {
        now = Math.max(now, nanos);
    }

    /** Counts the failure of the conversation in that row, if it failed without a RST. */
    public void givenUp(int row) {
        FailureKind kind = kindOf(row);
        if (kind != null) {
            rows.setFlag(row, Flag.FAILED);
            table.add(kind, service(row), detail, address(row, rows.initiator(row)), frameRef(frame));
        }
    }

    /** Takes back what was counted of a conversation that goes on. */
    public void wokenUp(int row) {
        if (rows.flag(row, Flag.FAILED)) {
            rows.clearFlag(row, Flag.FAILED);
            FailureKind kind = kindOf(row);
            if (kind != null) {
                table.remove(kind, service(row), detail, address(row, rows.initiator(row)), frameRef(frame));
            }
        }
    }

    /** All failures, those of most connections first. */
    public List<Failure> all() {
        return table.all();
    }

    /** Failures beyond those that are kept apart. */
    public long beyond() {
        return table.beyond();
    }

    private FailureKind kindOf(int row) {
        detail = "";
        if (rows.flag(row, Flag.SAW_RST) || rows.flag(row, Flag.IS_TWIN) || rows.logCount(row) == 0) {
            return null;
        }
        frame = last.frameOfFirst(row);
        IcmpErrors.Kept errors = icmpErrors.of(row);
        if (errors != null && isRejection(row, errors)) {
            return FailureKind.ICMP_REJECTED;
        }
        if (!rows.wasAccepted(row)) {
            return isUnanswered(row) ? FailureKind.SYN_UNANSWERED : null;
        }
        frame = last.frameOfLast(row);
        return rows.flag(row, Flag.SAW_ACK) ? afterHandshake(row) : null;
    }

    /**
     * Whether a client repeated its SYN and nothing else. Had an answer come that was not captured it would have gone on; had it been
     * refused it would have stopped, or tried again sooner, as Windows does.
     */
    private boolean isUnanswered(int row) {
        return rows.flag(row, Flag.SAW_SYN)
                && !rows.flag(row, Flag.SAW_ACK)
                && last.longestPauseOfSyns(row) >= SYN_ANSWER_NANOS * 9 / 10
                && now - rows.lastSentNanos(row, rows.initiator(row)) >= SYN_ANSWER_NANOS;
    }

    private FailureKind afterHandshake(int row) {
        if (last.isLargeLost(row)) {
            frame = last.found();
            return FailureKind.PATH_MTU;
        }
        if (rows.diedRetransmitting(row)) {
            return isLongSilence(row) ? FailureKind.RETRIES_EXHAUSTED : null;
        }
        if (isStuck(row, 0) || isStuck(row, 1)) {
            return FailureKind.ZERO_WINDOW;
        }
        return rows.flag(row, Flag.SAW_DATA) ? inWords(row) : null;
    }

    /**
     * Whether the end that no longer answers has been silent for long; which one it is the other's later segments show. One that was
     * never captured tells nothing, and one that had closed may be gone.
     */
    private boolean isLongSilence(int row) {
        int silent = rows.lastSentNanos(row, 0) < rows.lastSentNanos(row, 1) ? 0 : 1;
        return rows.segments(row, silent) > 0
                && !rows.finSeen(row, silent)
                && now - rows.lastSentNanos(row, silent) >= DEATH_NANOS;
    }

    private boolean isStuck(int row, int end) {
        return rows.counter(row, end, Counter.ZERO_WINDOWS) >= STUCK
                && rows.window(row, end) == 0
                && !rows.finSeen(row, end)
                && last.withoutRoomNanos(row, end, now) >= DEATH_NANOS;
    }

    /** What the server said last before it closed, or who ended a TLS handshake. */
    private FailureKind inWords(int row) {
        FailureKind kind =
                switch (last.lastWords(row)) {
                    case HTTP_SERVER_ERROR -> FailureKind.SERVER_ERROR;
                    case LIMIT_NOTICE -> refusal("too many connections");
                    case DENIAL_NOTICE -> refusal("not allowed");
                    case CLOSING_NOTICE -> refusal("it ended the session by itself");
                    case CRASH_NOTICE -> refusal("another part of it crashed");
                    default -> null;
                };
        frame = last.found();
        if (kind == null) {
            return last.isPlainAlert() ? FailureKind.TLS_ALERT : null;
        }
        return last.isClosedSoon(row, kind == FailureKind.SERVER_REFUSAL) ? kind : null;
    }

    private FailureKind refusal(String words) {
        detail = words;
        return FailureKind.SERVER_REFUSAL;
    }

    /** Destination unreachable (RFC 792, RFC 4443), but not "fragmentation needed", which asks for smaller segments. */
    private boolean isRejection(int row, IcmpErrors.Kept errors) {
        for (int i = 0; i < errors.count(); i++) {
            boolean unreachable = errors.isIpv6(i) ? errors.type(i) == 1 : errors.type(i) == 3 && errors.code(i) != 4;
            if (unreachable && isEnd(row, errors.timeNanos(i))) {
                detail = "ICMP" + (errors.isIpv6(i) ? "v6" : "") + " type " + errors.type(i) + " code " + errors.code(i)
                        + " from " + errors.from(i);
                frame = errors.frame(i);
                return true;
            }
        }
        return false;
    }

    /**
     * Whether an attempt came to nothing else, or the server of a connection that was not closed said nothing for long after the error:
     * alone it ends no connection (RFC 1122 section 4.2.3.9).
     */
    private boolean isEnd(int row, long errorNanos) {
        if (!rows.wasAccepted(row)) {
            return !rows.flag(row, Flag.SAW_ACK);
        }
        boolean closed = rows.finSeen(row, 0) && rows.finSeen(row, 1);
        int server = 1 - rows.initiator(row);
        return !closed && rows.lastSentNanos(row, server) <= errorNanos && now - errorNanos >= DEATH_NANOS;
    }

    private Endpoint service(int row) {
        int server = 1 - rows.initiator(row);
        return new Endpoint(address(row, server), rows.port(row, server));
    }

    private IpAddress address(int row, int end) {
        return new IpAddress(rows.addressHigh(row, end), rows.addressLow(row, end));
    }

    private static FrameRef frameRef(long frame) {
        return new FrameRef(PackedSegment.captureOf(frame), PackedSegment.numberOf(frame));
    }
}

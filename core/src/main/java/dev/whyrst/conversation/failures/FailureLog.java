package dev.whyrst.conversation.failures;

import dev.whyrst.conversation.log.IcmpErrors;
import dev.whyrst.conversation.log.PackedSegment;
import dev.whyrst.conversation.log.SegmentLog;
import dev.whyrst.conversation.table.ConversationRows;
import dev.whyrst.conversation.table.Counter;
import dev.whyrst.conversation.table.Flag;
import dev.whyrst.net.Endpoint;
import dev.whyrst.net.IpAddress;
import dev.whyrst.timeline.Failure;
import dev.whyrst.timeline.FailureKind;
import dev.whyrst.timeline.FrameRef;
import java.util.List;

/**
 * Looks at conversations without a RST when they are given up, and counts those that failed. One that sleeps is looked at
 * too, and taken back when it wakes.
 *
 * <p>Public for other rooms of the house, and for nobody else.
 */
public final class FailureLog {

    /** Times that a receiver has to say that it has no room, and nothing else, before it counts as stuck. */
    private static final int STUCK = 3;

    private final ConversationRows rows;
    private final IcmpErrors icmpErrors;
    private final LastSegments last;
    private final FailureTable table = new FailureTable();

    /** What was found last, until the next look. */
    private String detail = "";

    private long frame;

    public FailureLog(ConversationRows rows, SegmentLog log, IcmpErrors icmpErrors) {
        this.rows = rows;
        this.icmpErrors = icmpErrors;
        this.last = new LastSegments(rows, log);
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
                table.remove(kind, service(row), detail);
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
        if (rows.flag(row, Flag.SAW_RST) || rows.logCount(row) == 0) {
            return null;
        }
        frame = last.frameOfFirst(row);
        IcmpErrors.Kept errors = icmpErrors.of(row);
        if (errors != null && isRejection(row, errors)) {
            return FailureKind.ICMP_REJECTED;
        }
        int client = rows.initiator(row);
        if (!rows.wasAccepted(row)) {
            boolean repeated = rows.counter(row, client, Counter.UNANSWERED) > 0;
            return rows.flag(row, Flag.SAW_SYN) && repeated ? FailureKind.SYN_UNANSWERED : null;
        }
        frame = last.frameOfLast(row);
        return rows.flag(row, Flag.SAW_ACK) ? afterHandshake(row) : null;
    }

    private FailureKind afterHandshake(int row) {
        if (last.isLargeLost(row)) {
            frame = last.found();
            return FailureKind.PATH_MTU;
        }
        if (rows.diedRetransmitting(row)) {
            return FailureKind.RETRIES_EXHAUSTED;
        }
        if (isStuck(row, 0) || isStuck(row, 1)) {
            return FailureKind.ZERO_WINDOW;
        }
        return rows.flag(row, Flag.SAW_DATA) ? inWords(row) : null;
    }

    private boolean isStuck(int row, int end) {
        return rows.counter(row, end, Counter.ZERO_WINDOWS) >= STUCK
                && rows.window(row, end) == 0
                && !rows.finSeen(row, end);
    }

    /** What the server said last, or who ended a TLS handshake. */
    private FailureKind inWords(int row) {
        switch (last.lastWords(row)) {
            case HTTP_SERVER_ERROR -> {
                frame = last.found();
                return FailureKind.SERVER_ERROR;
            }
            case LIMIT_NOTICE -> detail = "too many connections";
            case DENIAL_NOTICE -> detail = "not allowed";
            case CLOSING_NOTICE -> detail = "it stops, or an operator ended the session";
            case CRASH_NOTICE -> detail = "another part of it crashed";
            default -> {
                frame = last.found();
                return last.isPlainAlert() ? FailureKind.TLS_ALERT : null;
            }
        }
        frame = last.found();
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

    /** Whether nothing was acknowledged after the error. */
    private boolean isEnd(int row, long errorNanos) {
        int server = 1 - rows.initiator(row);
        return !rows.wasAccepted(row) || rows.lastSentNanos(row, server) <= errorNanos;
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

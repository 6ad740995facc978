package dev.whyrst.conversation.failures;

import dev.whyrst.conversation.log.PackedSegment;
import dev.whyrst.conversation.log.SegmentLog;
import dev.whyrst.conversation.table.ConversationRows;
import dev.whyrst.net.Nanos;
import dev.whyrst.net.TcpFlags;
import dev.whyrst.timeline.PayloadKind;

/** Looks through the last segments that are kept of a conversation. */
final class LastSegments {

    /** Payload of segments that are as large as a path usually carries; tunnels make it a little smaller. */
    private static final int LARGE = 1000;

    /** Times that a large segment has to be sent before it counts as lost for good. */
    private static final int SENT_IN_VAIN = 4;

    /** A connection that ends because of what its server said is closed right after it. */
    private static final long CLOSE_NANOS = Nanos.SECOND;

    /** A TLS alert in clear: the header of its record, level and description (RFC 8446 section 6). */
    private static final int PLAIN_ALERT_BYTES = 7;

    private final ConversationRows rows;
    private final SegmentLog log;
    private long found;
    private boolean plainAlert;
    private int saidBack;

    LastSegments(ConversationRows rows, SegmentLog log) {
        this.rows = rows;
        this.log = log;
    }

    /** The frame of what was looked for last, as {@link PackedSegment} packs it. */
    long found() {
        return found;
    }

    /** Whether {@link #lastWords} met a TLS alert in clear. */
    boolean isPlainAlert() {
        return plainAlert;
    }

    long frameOfFirst(int row) {
        return PackedSegment.frame(log.words(row), log.at(row, 0));
    }

    long frameOfLast(int row) {
        return PackedSegment.frame(log.words(row), log.atRecent(row, 0));
    }

    /**
     * The longest pause before a SYN of the initiator that repeats the one before it, in nanoseconds; 0 where none does. One with
     * another sequence number is another attempt: how the one before ended may not have been captured.
     */
    long longestPauseOfSyns(int row) {
        long[] words = log.words(row);
        long later = Long.MIN_VALUE;
        int seq = 0;
        long longest = 0;
        for (int back = 0; back < log.recent(row); back++) {
            int at = log.atRecent(row, back);
            if (isInitialSyn(words, at) && PackedSegment.end(words, at) == rows.initiator(row)) {
                long time = PackedSegment.timeNanos(words, at);
                boolean repeated = later != Long.MIN_VALUE && PackedSegment.seq(words, at) == seq;
                longest = repeated ? Math.max(longest, later - time) : longest;
                later = time;
                seq = PackedSegment.seq(words, at);
            }
        }
        return longest;
    }

    private static boolean isInitialSyn(long[] words, int at) {
        return (PackedSegment.flags(words, at) & (TcpFlags.SYN | TcpFlags.ACK)) == TcpFlags.SYN;
    }

    /** For how long an end has said nothing but that it has no room, in nanoseconds up to that time. */
    long withoutRoomNanos(int row, int end, long until) {
        long[] words = log.words(row);
        long since = until;
        for (int back = 0; back < log.recent(row); back++) {
            int at = log.atRecent(row, back);
            if (PackedSegment.end(words, at) == end) {
                if (PackedSegment.window(words, at) > 0) {
                    break;
                }
                since = PackedSegment.timeNanos(words, at);
            }
        }
        return until - since;
    }

    /**
     * Whether the connection was closed right after what {@link #lastWords} found, before its client asked for more.
     *
     * @param byServer whether it counts only if the server closed it
     */
    boolean isClosedSoon(int row, boolean byServer) {
        int server = 1 - rows.initiator(row);
        long[] words = log.words(row);
        long said = Long.MIN_VALUE;
        for (int back = saidBack; back >= 0; back--) {
            int at = log.atRecent(row, back);
            boolean ofServer = PackedSegment.end(words, at) == server;
            boolean payload = PackedSegment.payloadLength(words, at) > 0;
            said = ofServer && payload ? PackedSegment.timeNanos(words, at) : said;
            if ((PackedSegment.flags(words, at) & TcpFlags.FIN) != 0) {
                return (ofServer || !byServer) && PackedSegment.timeNanos(words, at) - said <= CLOSE_NANOS;
            }
            if (!ofServer && payload) {
                return false;
            }
        }
        return false;
    }

    /** The kind of the server's last payload that is known, if it said it last. */
    PayloadKind lastWords(int row) {
        int server = 1 - rows.initiator(row);
        long[] words = log.words(row);
        plainAlert = false;
        for (int back = 0; back < log.recent(row); back++) {
            int at = log.atRecent(row, back);
            PayloadKind kind = PackedSegment.kind(words, at);
            if (PackedSegment.payloadLength(words, at) == 0 || kind == PayloadKind.OTHER) {
                continue;
            }
            found = PackedSegment.frame(words, at);
            saidBack = back;
            plainAlert = kind == PayloadKind.TLS_ALERT
                    && PackedSegment.payloadLength(words, at) == PLAIN_ALERT_BYTES
                    && !isEncrypted(row, words);
            return PackedSegment.end(words, at) == server ? kind : PayloadKind.NONE;
        }
        return PayloadKind.NONE;
    }

    /** Whether encrypted records went before: then the handshake had come to its end. */
    private boolean isEncrypted(int row, long[] words) {
        for (int back = 0; back < log.recent(row); back++) {
            if (PackedSegment.kind(words, log.atRecent(row, back)) == PayloadKind.TLS_DATA) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether an end sent the same large segment again and again, while the other end went on to acknowledge what came before
     * it: small segments pass, large ones do not. What it said before the second try was under way already, or does not tell that it
     * still lives.
     */
    boolean isLargeLost(int row) {
        long[] words = log.words(row);
        int lastAt = lastLarge(row, words);
        if (lastAt < 0) {
            return false;
        }
        int end = PackedSegment.end(words, lastAt);
        int seq = PackedSegment.seq(words, lastAt);
        int times = 0;
        int triesAfterAnswer = Integer.MAX_VALUE;
        for (int back = 0; back < log.recent(row); back++) {
            int at = log.atRecent(row, back);
            if (PackedSegment.end(words, at) != end) {
                boolean acknowledges = (PackedSegment.flags(words, at) & TcpFlags.ACK) != 0;
                if (acknowledges && (PackedSegment.ack(words, at) - seq > 0 || hasTakenLarge(row, words, at))) {
                    return false;
                }
                triesAfterAnswer = acknowledges && times > 0 ? Math.min(triesAfterAnswer, times) : triesAfterAnswer;
            } else if (PackedSegment.seq(words, at) == seq && PackedSegment.payloadLength(words, at) >= LARGE) {
                times++;
            }
        }
        found = PackedSegment.frame(words, lastAt);
        return times >= SENT_IN_VAIN && times - triesAfterAnswer >= 2;
    }

    /** Whether that acknowledgment covers a segment of its peer that was large: then such ones pass. */
    private boolean hasTakenLarge(int row, long[] words, int acknowledgment) {
        for (int index = 0; index < rows.logCount(row); index++) {
            int at = log.at(row, index);
            boolean ofPeer = PackedSegment.end(words, at) != PackedSegment.end(words, acknowledgment);
            int length = PackedSegment.payloadLength(words, at);
            if (ofPeer
                    && length >= LARGE
                    && PackedSegment.ack(words, acknowledgment) - PackedSegment.seq(words, at) >= length) {
                return true;
            }
        }
        return false;
    }

    private int lastLarge(int row, long[] words) {
        for (int back = 0; back < log.recent(row); back++) {
            int at = log.atRecent(row, back);
            if (PackedSegment.payloadLength(words, at) >= LARGE) {
                return at;
            }
        }
        return -1;
    }
}

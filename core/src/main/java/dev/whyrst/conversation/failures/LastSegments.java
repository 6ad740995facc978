package dev.whyrst.conversation.failures;

import dev.whyrst.conversation.log.PackedSegment;
import dev.whyrst.conversation.log.SegmentLog;
import dev.whyrst.conversation.table.ConversationRows;
import dev.whyrst.net.TcpFlags;
import dev.whyrst.timeline.PayloadKind;

/** Looks through the last segments that are kept of a conversation. */
final class LastSegments {

    /** Payload of segments that are as large as a path usually carries; tunnels make it a little smaller. */
    private static final int LARGE = 1000;

    /** Times that a large segment has to be sent before it counts as lost for good. */
    private static final int SENT_IN_VAIN = 4;

    /** A TLS alert in clear: the header of its record, level and description (RFC 8446 section 6). */
    private static final int PLAIN_ALERT_BYTES = 7;

    private final ConversationRows rows;
    private final SegmentLog log;
    private long found;
    private boolean plainAlert;

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

    /** The kind of the server's last payload that is known, if it closed after it or said it last. */
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
     * it: small segments pass, large ones do not.
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
        boolean heard = false;
        for (int back = 0; back < log.recent(row); back++) {
            int at = log.atRecent(row, back);
            if (PackedSegment.end(words, at) != end) {
                boolean acknowledges = (PackedSegment.flags(words, at) & TcpFlags.ACK) != 0;
                if (acknowledges && PackedSegment.ack(words, at) - seq > 0) {
                    return false;
                }
                heard |= acknowledges && times > 0;
            } else if (PackedSegment.seq(words, at) == seq && PackedSegment.payloadLength(words, at) >= LARGE) {
                times++;
            }
        }
        found = PackedSegment.frame(words, lastAt);
        return times >= SENT_IN_VAIN && heard;
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

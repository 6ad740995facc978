package dev.whyrst.conversation.tracking;

import dev.whyrst.conversation.table.ConversationRows;
import dev.whyrst.conversation.table.Counter;
import dev.whyrst.conversation.table.Flag;
import dev.whyrst.conversation.table.HistoryLetters;
import dev.whyrst.conversation.table.RowSlab;
import dev.whyrst.decode.SegmentView;
import dev.whyrst.net.TcpFlags;

/**
 * The short way for what most captures are made of, as header prediction is in a TCP stack: data in order and
 * acknowledgements of something new in an established connection, which change numbers and nothing else, and can be
 * nobody's copy.
 *
 * <p>It does to a row what {@link ConnectionState} would do, in one go over its words.
 */
final class RoutineSegments {

    private static final int TELLING = TcpFlags.SYN | TcpFlags.FIN | TcpFlags.RST | TcpFlags.ACK;
    private static final long ESTABLISHED = Flag.BASE_OF_0.bit | Flag.BASE_OF_1.bit | Flag.SAW_ACK.bit;

    /** The flags that a row must have for a segment of an end without and with timestamps: [timestamps * 2 + end]. */
    private static final long[] NEEDED = {
        ESTABLISHED | Flag.NUMBERS_OF_0.bit | Flag.ACKED_BY_0.bit,
        ESTABLISHED | Flag.NUMBERS_OF_1.bit | Flag.ACKED_BY_1.bit,
        ESTABLISHED | Flag.NUMBERS_OF_0.bit | Flag.ACKED_BY_0.bit | Flag.TIMESTAMPS_OF_0.bit,
        ESTABLISHED | Flag.NUMBERS_OF_1.bit | Flag.ACKED_BY_1.bit | Flag.TIMESTAMPS_OF_1.bit
    };

    private static final long DATA_BEFORE = HistoryLetters.mark(HistoryLetters.DATA);
    private static final long ACK_BEFORE = HistoryLetters.mark(HistoryLetters.ACK);
    private static final long UNANSWERED = (long) Counter.UNANSWERED.max << Counter.UNANSWERED.shift;
    private static final long HIGH_HALF = 0xffff_ffff_0000_0000L;
    private static final int MOST_SEGMENTS = 0xff_ffff;

    private final ConversationRows rows;

    RoutineSegments(ConversationRows rows) {
        this.rows = rows;
    }

    /** Takes the segment of that end if it is one of routine; false if nothing was done. */
    boolean advance(int row, int end, SegmentView segment) {
        long[] words = rows.chunk(row);
        int at = RowSlab.base(row);
        int mine = at + ConversationRows.ENDS + end * ConversationRows.END_WORDS;
        if (!isRoutine(words, at, mine, end, segment)) {
            return false;
        }
        int length = segment.payloadLength();
        words[mine + ConversationRows.NUMBERS] += length;
        acknowledge(words, mine + ConversationRows.ACKED_WINDOW, segment);
        long segments = words[mine + ConversationRows.BYTES_SEGMENTS] + ((long) length << 24);
        words[mine + ConversationRows.BYTES_SEGMENTS] =
                (segments & MOST_SEGMENTS) == MOST_SEGMENTS ? segments : segments + 1;
        words[mine + ConversationRows.LAST_SENT] = segment.timeNanos();
        int theirs = at + ConversationRows.ENDS + (1 - end) * ConversationRows.END_WORDS;
        words[theirs + ConversationRows.COUNTERS] &= ~UNANSWERED;
        return true;
    }

    private static boolean isRoutine(long[] words, int at, int mine, int end, SegmentView segment) {
        long needed = NEEDED[segment.hasTimestamps() ? 2 + end : end];
        if ((segment.flags() & TELLING) != TcpFlags.ACK
                || segment.window() <= 0
                || (words[at + ConversationRows.FLAGS] & needed) != needed) {
            return false;
        }
        int length = segment.payloadLength();
        int acknowledged = segment.ack() - (int) (words[mine + ConversationRows.ACKED_WINDOW] >>> 32);
        int next = (int) words[mine + ConversationRows.NUMBERS];
        int habits = (int) words[mine + ConversationRows.HABITS];
        return (length > 0 || acknowledged > 0)
                && segment.seq() == next
                && (words[at + ConversationRows.HISTORY + end] & (length > 0 ? DATA_BEFORE : ACK_BEFORE)) != 0
                && Integer.compareUnsigned(next + length, next) >= 0
                && segment.ttl() >= (habits >>> 8 & 0xff)
                && segment.ttl() <= (habits & 0xff);
    }

    private static void acknowledge(long[] words, int at, SegmentView segment) {
        long before = words[at];
        int ahead = segment.ack() - (int) (before >>> 32);
        boolean moves = ahead > 0 && ahead < ConnectionState.ABSURD_JUMP;
        long acked = moves ? (long) segment.ack() << 32 : before & HIGH_HALF;
        words[at] = acked | before & 0xffff_0000L | segment.window();
    }
}

package dev.whyrst.conversation.dossier;

import dev.whyrst.conversation.log.PackedSegment;
import dev.whyrst.conversation.table.ConversationKey;
import dev.whyrst.conversation.table.ConversationRows;
import dev.whyrst.conversation.table.Flag;
import dev.whyrst.timeline.ConversationEnd;

/**
 * A conversation as one sequence of words: a header (name 32 bits, end 16, number of segments 16), its row, and its
 * segments.
 *
 * <p>Before it is packed it is shrunk: times count from the first segment's, so that their leading bytes become zero.
 */
final class SavedConversation {

    /** Where the row begins. */
    static final int ROW = 1;

    /** Where the segments begin. */
    static final int SEGMENTS = ROW + ConversationRows.WORDS;

    private static final int[] TIMES = {
        ROW + ConversationRows.LAST_NANOS,
        ROW + ConversationRows.ENDS + ConversationRows.FIN_NANOS,
        ROW + ConversationRows.ENDS + ConversationRows.LAST_SENT,
        ROW + ConversationRows.ENDS + ConversationRows.END_WORDS + ConversationRows.FIN_NANOS,
        ROW + ConversationRows.ENDS + ConversationRows.END_WORDS + ConversationRows.LAST_SENT
    };

    private static final ConversationEnd[] ENDS = ConversationEnd.values();

    private SavedConversation() {}

    static long header(int name, ConversationEnd end, int segments) {
        return (long) name << 32 | (long) end.ordinal() << 16 | segments;
    }

    /** What the name's index in the dossiers is, 0 if there is none. */
    static int name(long[] words) {
        return (int) (words[0] >>> 32);
    }

    static ConversationEnd end(long[] words) {
        return ENDS[(int) (words[0] >>> 16) & 0xffff];
    }

    static int segments(long[] words) {
        return (int) words[0] & 0xffff;
    }

    /** Whether the conversation has that key. */
    static boolean matches(long[] words, ConversationKey key) {
        int at = ROW + ConversationRows.KEY;
        return words[at + 1] == key.lowLow
                && words[at + 3] == key.highLow
                && words[at + 4] == key.ports
                && words[at] == key.lowHigh
                && words[at + 2] == key.highHigh;
    }

    /** Makes the words from {@code at} on small, and forgets where the log was and what the timeline's name is. */
    static void shrink(long[] words, int at) {
        long first = words[at + ROW + ConversationRows.FIRST_NANOS];
        for (int time : TIMES) {
            words[at + time] = words[at + time] == 0 ? 0 : zigzag(words[at + time] - first) + 1;
        }
        int end = at + SEGMENTS + ((int) words[at] & 0xffff) * PackedSegment.WORDS;
        for (int segment = at + SEGMENTS; segment < end; segment += PackedSegment.WORDS) {
            words[segment] = zigzag(words[segment] - first);
        }
        words[at + ROW + ConversationRows.LOG] = 0;
        words[at + ROW + ConversationRows.FLAGS] &= Flag.MASK;
    }

    /** Undoes {@link #shrink}; what it forgot stays unknown. */
    static void grow(long[] words) {
        long first = firstNanos(words);
        for (int time : TIMES) {
            words[time] = words[time] == 0 ? 0 : unzigzag(words[time] - 1) + first;
        }
        for (int i = 0; i < segments(words); i++) {
            words[SEGMENTS + i * PackedSegment.WORDS] = unzigzag(words[SEGMENTS + i * PackedSegment.WORDS]) + first;
        }
        words[ROW + ConversationRows.LOG] = (long) ConversationRows.NOTHING << 32;
    }

    private static long firstNanos(long[] words) {
        return words[ROW + ConversationRows.FIRST_NANOS];
    }

    private static long zigzag(long value) {
        return value << 1 ^ value >> 63;
    }

    private static long unzigzag(long value) {
        return value >>> 1 ^ -(value & 1);
    }
}

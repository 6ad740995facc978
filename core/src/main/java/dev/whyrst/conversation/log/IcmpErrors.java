package dev.whyrst.conversation.log;

import dev.whyrst.decode.SegmentView;
import dev.whyrst.net.IpAddress;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The ICMP errors that quote conversations, beside the rows since few conversations have one.
 *
 * <p>Of equal errors about one conversation (sender, type, code, quoted end) the last before the first RST is kept: it
 * is the one that may explain it.
 *
 * <p>Public for other rooms of the house, and for nobody else.
 */
public final class IcmpErrors {

    /** Most different errors that are kept of a conversation. */
    public static final int MAX_OF_ONE = 8;

    /** Longs of a kept error: time; frame; the sender's address; quoted end, version, type and code. */
    private static final int WORDS = 5;

    /** Most live conversations of which errors are kept. */
    private static final int MAX_CONVERSATIONS = 100_000;

    private final Map<Integer, Kept> byRow = new HashMap<>();

    /** Takes an error that quotes a segment of that end. */
    public void add(int row, int end, SegmentView quote, boolean afterReset) {
        Kept kept = byRow.get(row);
        if (kept == null) {
            if (byRow.size() >= MAX_CONVERSATIONS) {
                return;
            }
            kept = new Kept();
            byRow.put(row, kept);
        }
        kept.add(end, quote, afterReset);
    }

    /**
     * The errors about the conversation in that row, or null; the same object as long as the row is not {@linkplain
     * #forget freed}.
     */
    public Kept of(int row) {
        return byRow.isEmpty() ? null : byRow.get(row);
    }

    /** Takes the errors that were kept {@linkplain #of of} the conversation in that row before it fell asleep. */
    public void restore(int row, Kept kept) {
        byRow.put(row, kept);
    }

    public void forget(int row) {
        if (!byRow.isEmpty()) {
            byRow.remove(row);
        }
    }

    /** The errors about one conversation, the first one of each kind at the first place. */
    public static final class Kept {

        private long[] words = new long[WORDS];
        private int count;

        public int count() {
            return count;
        }

        public long timeNanos(int error) {
            return words[error * WORDS];
        }

        /** Capture and frame, as {@link PackedSegment} packs them. */
        public long frame(int error) {
            return words[error * WORDS + 1];
        }

        public IpAddress from(int error) {
            return new IpAddress(words[error * WORDS + 2], words[error * WORDS + 3]);
        }

        /** The end whose segment is quoted. */
        public int end(int error) {
            return (int) (words[error * WORDS + 4] >>> 17);
        }

        public boolean isIpv6(int error) {
            return (words[error * WORDS + 4] & 1 << 16) != 0;
        }

        public int type(int error) {
            return (int) (words[error * WORDS + 4] >>> 8) & 0xff;
        }

        public int code(int error) {
            return (int) words[error * WORDS + 4] & 0xff;
        }

        private void add(int end, SegmentView quote, boolean afterReset) {
            long says = (long) end << 17
                    | (quote.isIpv6() ? 1L << 16 : 0)
                    | (long) quote.icmpType() << 8
                    | quote.icmpCode();
            int at = find(quote, says);
            if (at == count * WORDS) {
                if (count == MAX_OF_ONE) {
                    return;
                }
                count++;
                words = words.length < count * WORDS ? Arrays.copyOf(words, MAX_OF_ONE * WORDS) : words;
            } else if (afterReset) {
                return;
            }
            words[at] = quote.timeNanos();
            words[at + 1] = PackedSegment.frame(quote);
            words[at + 2] = quote.icmpSenderHigh();
            words[at + 3] = quote.icmpSenderLow();
            words[at + 4] = says;
        }

        /** Where an equal error lies, or where the next one goes. */
        private int find(SegmentView quote, long says) {
            for (int i = 0; i < count; i++) {
                int at = i * WORDS;
                if (words[at + 4] == says
                        && words[at + 2] == quote.icmpSenderHigh()
                        && words[at + 3] == quote.icmpSenderLow()) {
                    return at;
                }
            }
            return count * WORDS;
        }
    }
}

package dev.whyrst.conversation.table;

import dev.whyrst.timeline.RoleBasis;

/**
 * The state of all live conversations, one row each: which words and bits of a row mean what.
 *
 * <p>Each getter takes a row; getters of one end take the end too (0 = lower endpoint, 1 = higher).
 */
public final class ConversationRows extends RowSlab implements ConversationTable.Keys {

    public static final int NOTHING = -1;

    private static final int NO_SCALING = 0xff;
    private static final int MOST_SCALING = 14;

    public static final int KEY = 0;
    public static final int FIRST_NANOS = 5;
    public static final int LAST_NANOS = 6;
    private static final int STREAM = 7;
    public static final int LOG = 8;
    private static final int ELIDED = 9;
    public static final int HISTORY = 10;
    private static final int PREVIOUS_NANOS = 12;
    private static final int PREVIOUS_NEXT = 13;
    public static final int FLAGS = 14;
    public static final int ENDS = 15;

    private static final int FIRST_RESET = 31;

    public static final int END_WORDS = 8;
    public static final int NUMBERS = 0;
    public static final int ACKED_WINDOW = 1;
    public static final int BYTES_SEGMENTS = 2;
    public static final int COUNTERS = 3;
    public static final int FIN_NANOS = 4;
    private static final int FIN_FRAME = 5;
    public static final int HABITS = 6;
    public static final int LAST_SENT = 7;

    /** Hands out a fresh row with that key. */
    public int allocate(ConversationKey key) {
        int row = take();
        set(row, KEY, key.lowHigh);
        set(row, KEY + 1, key.lowLow);
        set(row, KEY + 2, key.highHigh);
        set(row, KEY + 3, key.highLow);
        set(row, KEY + 4, key.ports);
        set(row, LOG, (long) NOTHING << 32);
        setFlag(row, Flag.LIVE);
        return row;
    }

    /** Takes a row back. */
    public void release(int row) {
        set(row, FLAGS, 0);
        giveBack(row);
    }

    /** Makes this store's row 0 a copy of a row that {@link #copyTo} saved. */
    public int restore(long[] words, int at) {
        if (used() == 0) {
            take();
        }
        copyFrom(words, at, 0);
        return 0;
    }

    @Override
    public boolean matches(int row, ConversationKey key) {
        long[] words = chunk(row);
        int at = base(row) + KEY;
        return words[at + 1] == key.lowLow
                && words[at + 3] == key.highLow
                && words[at + 4] == key.ports
                && words[at] == key.lowHigh
                && words[at + 2] == key.highHigh;
    }

    /** Takes the key of a row, the lower endpoint as the sender. */
    public void key(int row, ConversationKey into) {
        into.lowHigh = get(row, KEY);
        into.lowLow = get(row, KEY + 1);
        into.highHigh = get(row, KEY + 2);
        into.highLow = get(row, KEY + 3);
        into.ports = get(row, KEY + 4);
        into.sender = 0;
    }

    public long addressHigh(int row, int end) {
        return get(row, KEY + 2 * end);
    }

    public long addressLow(int row, int end) {
        return get(row, KEY + 2 * end + 1);
    }

    public int port(int row, int end) {
        return (int) (get(row, KEY + 4) >>> (end == 0 ? 16 : 0)) & 0xffff;
    }

    /** What keeps the key apart from equal ones, see {@link ConversationKey#of}. */
    public int realm(int row) {
        return (int) (get(row, KEY + 4) >>> 32);
    }

    public long firstNanos(int row) {
        return get(row, FIRST_NANOS);
    }

    public void firstNanos(int row, long nanos) {
        set(row, FIRST_NANOS, nanos);
    }

    public long lastNanos(int row) {
        return get(row, LAST_NANOS);
    }

    public void lastNanos(int row, long nanos) {
        set(row, LAST_NANOS, nanos);
    }

    /** Wireshark's number of the conversation. */
    public long stream(int row) {
        return get(row, STREAM) >>> 16;
    }

    public void stream(int row, long stream) {
        set(row, STREAM, stream << 16 | get(row, STREAM) & 0xffff);
    }

    /** How many timelines of the conversation were told already. */
    public int chapter(int row) {
        return (int) get(row, STREAM) & 0xffff;
    }

    public void nextChapter(int row) {
        if (chapter(row) < 0xffff) {
            set(row, STREAM, get(row, STREAM) + 1);
        }
    }

    /** Trace position of the conversation's first RST, 0 if none. */
    public long firstReset(int row) {
        return get(row, FIRST_RESET);
    }

    public void firstReset(int row, long position) {
        set(row, FIRST_RESET, position);
    }

    /** The block of the segment log, or {@link #NOTHING}. */
    public int logBlock(int row) {
        return (int) (get(row, LOG) >> 32);
    }

    /** How many segments the log holds. */
    public int logCount(int row) {
        return (int) get(row, LOG) & 0xff;
    }

    /** Size class of the block. */
    public int logClass(int row) {
        return (int) get(row, LOG) >>> 8 & 0xff;
    }

    /** Where the ring of the tail begins, as an index of the log. */
    public int logRing(int row) {
        return (int) get(row, LOG) >>> 16 & 0xff;
    }

    public void log(int row, int block, int sizeClass, int count, int ring) {
        set(row, LOG, (long) block << 32 | (long) ring << 16 | (long) sizeClass << 8 | count);
    }

    /** How many segments fell out of the log. */
    public int elided(int row) {
        return (int) get(row, ELIDED);
    }

    public void elided(int row, int count) {
        set(row, ELIDED, get(row, ELIDED) & 0xffff_ffff_0000_0000L | count & 0xffff_ffffL);
    }

    /** Index into the decoder's table of encapsulations. */
    public int encapsulation(int row) {
        return (int) (get(row, ELIDED) >>> 32) & 0xffff;
    }

    public void encapsulation(int row, int index) {
        set(row, ELIDED, (long) index << 32 | get(row, ELIDED) & 0xffff_0000_ffff_ffffL);
    }

    /** The tunnel of a conversation that has a twin in another tunnel. */
    public int tunnel(int row) {
        return (int) (get(row, ELIDED) >>> 48);
    }

    public void tunnel(int row, int tunnel) {
        set(row, ELIDED, (long) tunnel << 48 | get(row, ELIDED) & 0xffff_ffff_ffffL);
    }

    /** The first or second twelve history letters, five bits each. */
    public long history(int row, int half) {
        return get(row, HISTORY + half);
    }

    void history(int row, int half, long letters) {
        set(row, HISTORY + half, letters);
    }

    /** When the earlier incarnation was last seen; 0 if there was none. */
    public long previousNanos(int row) {
        return Math.max(0, get(row, PREVIOUS_NANOS));
    }

    /** When the connection was last seen under another port; 0 if it was not. It takes the words of an earlier incarnation, negated. */
    public long renamedNanos(int row) {
        return Math.max(0, -get(row, PREVIOUS_NANOS));
    }

    /** The port that the connection had before it was renamed. */
    public int portBefore(int row) {
        return (int) get(row, PREVIOUS_NEXT);
    }

    public void renamed(int row, long nanos, int port) {
        set(row, PREVIOUS_NANOS, -nanos);
        set(row, PREVIOUS_NEXT, port);
    }

    /** The earlier incarnation's highest sequence number behind what an end had sent. */
    public int previousNext(int row, int end) {
        return (int) (get(row, PREVIOUS_NEXT) >>> (end == 0 ? 32 : 0));
    }

    public void previous(int row, long nanos, int nextOf0, int nextOf1) {
        set(row, PREVIOUS_NANOS, nanos);
        set(row, PREVIOUS_NEXT, (long) nextOf0 << 32 | nextOf1 & 0xffff_ffffL);
    }

    /** The dossier that the conversation's timeline belongs to, or {@link #NOTHING}; it takes what the flags leave of their word. */
    public int source(int row) {
        return (int) (get(row, FLAGS) >>> Flag.BITS) - 1;
    }

    public void source(int row, int source) {
        set(row, FLAGS, (long) (source + 1) << Flag.BITS | get(row, FLAGS) & Flag.MASK);
    }

    public boolean flag(int row, Flag flag) {
        return (get(row, FLAGS) & flag.bit) != 0;
    }

    public void setFlag(int row, Flag flag) {
        set(row, FLAGS, get(row, FLAGS) | flag.bit);
    }

    /** Whether a SYN,ACK or segments of both ends were seen. */
    public boolean wasAccepted(int row) {
        return flag(row, Flag.SAW_SYN_ACK) || segments(row, 0) > 0 && segments(row, 1) > 0;
    }

    /** Sets the flag if that is so. */
    public void setFlag(int row, Flag flag, boolean isSo) {
        if (isSo) {
            setFlag(row, flag);
        }
    }

    public void clearFlag(int row, Flag flag) {
        set(row, FLAGS, get(row, FLAGS) & ~flag.bit);
    }

    /** Which end is the initiator. */
    public int initiator(int row) {
        return flag(row, Flag.INITIATOR_IS_1) ? 1 : 0;
    }

    public void initiator(int row, int end) {
        if (end == 1) {
            setFlag(row, Flag.INITIATOR_IS_1);
        } else {
            clearFlag(row, Flag.INITIATOR_IS_1);
        }
    }

    public RoleBasis roles(int row) {
        if (flag(row, Flag.ROLES_FROM_SYN)) {
            return RoleBasis.SYN;
        }
        return flag(row, Flag.ROLES_FROM_SYN_ACK) ? RoleBasis.SYN_ACK : RoleBasis.PORT_GUESS;
    }

    /** Base of an end's relative sequence numbers: its ISN, or one less than the first number seen. */
    public int isn(int row, int end) {
        return (int) (get(row, at(end, NUMBERS)) >>> 32);
    }

    /** Raw number behind the highest octet that the end sent. */
    public int sndNxt(int row, int end) {
        return (int) get(row, at(end, NUMBERS));
    }

    public void numbers(int row, int end, int isn, int sndNxt) {
        set(row, at(end, NUMBERS), (long) isn << 32 | sndNxt & 0xffff_ffffL);
    }

    /** Highest raw SEG.ACK that the end sent. */
    public int acked(int row, int end) {
        return (int) (get(row, at(end, ACKED_WINDOW)) >>> 32);
    }

    public void acked(int row, int end, int ack) {
        int word = at(end, ACKED_WINDOW);
        set(row, word, (long) ack << 32 | get(row, word) & 0xffff_ffffL);
    }

    /** The last window field that the end sent, unscaled. */
    public int window(int row, int end) {
        return (int) get(row, at(end, ACKED_WINDOW)) & 0xffff;
    }

    public void window(int row, int end, int window) {
        int word = at(end, ACKED_WINDOW);
        set(row, word, get(row, word) & ~0xffffL | window);
    }

    /** The end's MSS option, 0 where not known. */
    public int maxSegmentSize(int row, int end) {
        return (int) get(row, at(end, ACKED_WINDOW)) >>> 16;
    }

    public void maxSegmentSize(int row, int end, int bytes) {
        int word = at(end, ACKED_WINDOW);
        set(row, word, get(row, word) & ~0xffff_0000L | (long) bytes << 16);
    }

    /** New payload bytes of the end. */
    public long payloadBytes(int row, int end) {
        return get(row, at(end, BYTES_SEGMENTS)) >>> 24;
    }

    /** Segments of the end without RSTs, counted up to 2^24 - 1. */
    public int segments(int row, int end) {
        return (int) get(row, at(end, BYTES_SEGMENTS)) & 0xff_ffff;
    }

    public void addSegment(int row, int end, int newBytes) {
        int word = at(end, BYTES_SEGMENTS);
        long value = get(row, word) + ((long) newBytes << 24);
        set(row, word, (value & 0xff_ffff) == 0xff_ffff ? value : value + 1);
    }

    public int counter(int row, int end, Counter counter) {
        return (int) (get(row, at(end, COUNTERS)) >>> counter.shift) & counter.max;
    }

    /** Counts one more, up to the counter's maximum. */
    public void count(int row, int end, Counter counter) {
        if (counter(row, end, counter) < counter.max) {
            int word = at(end, COUNTERS);
            set(row, word, get(row, word) + (1L << counter.shift));
        }
    }

    /** Sets a counter, to its maximum if the value is larger. */
    public void counter(int row, int end, Counter counter, int value) {
        reset(row, end, counter);
        int word = at(end, COUNTERS);
        set(row, word, get(row, word) | (long) Math.min(value, counter.max) << counter.shift);
    }

    public void reset(int row, int end, Counter counter) {
        int word = at(end, COUNTERS);
        set(row, word, get(row, word) & ~((long) counter.max << counter.shift));
    }

    public long finNanos(int row, int end) {
        return get(row, at(end, FIN_NANOS));
    }

    /** Capture and frame of the FIN in one word, as packed segments have them. */
    public long finFrame(int row, int end) {
        return get(row, at(end, FIN_FRAME));
    }

    /** Raw sequence number of the FIN's octet. */
    public int finSeq(int row, int end) {
        return (int) (get(row, at(end, HABITS)) >>> 32);
    }

    public void fin(int row, int end, int seq, long nanos, long frame) {
        set(row, at(end, FIN_NANOS), nanos);
        set(row, at(end, FIN_FRAME), frame);
        int word = at(end, HABITS);
        set(row, word, (long) seq << 32 | get(row, word) & 0xffff_ffffL);
        setFlag(row, end == 0 ? Flag.FIN_OF_0 : Flag.FIN_OF_1);
    }

    public boolean finSeen(int row, int end) {
        return flag(row, end == 0 ? Flag.FIN_OF_0 : Flag.FIN_OF_1);
    }

    public int minTtl(int row, int end) {
        return (int) get(row, at(end, HABITS)) >>> 8 & 0xff;
    }

    public int maxTtl(int row, int end) {
        return (int) get(row, at(end, HABITS)) & 0xff;
    }

    public void ttl(int row, int end, int min, int max) {
        int word = at(end, HABITS);
        set(row, word, get(row, word) & ~0xffffL | (long) min << 8 | max);
    }

    /** By how many bits the end's windows are scaled, 0 where one of the ends does not scale; -1 where its offer is not known. */
    public int windowShift(int row, int end) {
        int own = windowOffer(row, end);
        boolean refused = own == NO_SCALING || windowOffer(row, 1 - end) == NO_SCALING;
        return refused ? 0 : own - 1;
    }

    /** Takes what the end offers in its SYN: the shift, or -1 if it does not scale (RFC 7323 section 2.3). */
    public void windowShift(int row, int end, int shift) {
        int word = at(end, HABITS);
        int offer = shift < 0 ? NO_SCALING : Math.min(shift, MOST_SCALING) + 1;
        set(row, word, get(row, word) & ~0xff_0000L | (long) offer << 16);
    }

    /** The shift that the end offers plus one, {@link #NO_SCALING} if it offers none; 0 where no SYN of it was seen with its options. */
    private int windowOffer(int row, int end) {
        return (int) get(row, at(end, HABITS)) >>> 16 & 0xff;
    }

    /** Times that the end's sequence numbers wrapped. */
    public int wraps(int row, int end) {
        return (int) get(row, at(end, HABITS)) >>> 24 & 0xff;
    }

    public void wraps(int row, int end, int times) {
        int word = at(end, HABITS);
        set(row, word, get(row, word) & ~0xff00_0000L | (long) Math.min(times, 0xff) << 24);
    }

    /** When the end last sent a segment other than a RST. */
    public long lastSentNanos(int row, int end) {
        return get(row, at(end, LAST_SENT));
    }

    public void lastSentNanos(int row, int end, long nanos) {
        set(row, at(end, LAST_SENT), nanos);
    }

    private static int at(int end, int word) {
        return ENDS + end * END_WORDS + word;
    }
}

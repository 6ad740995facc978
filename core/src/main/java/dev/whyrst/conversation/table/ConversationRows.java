package dev.whyrst.conversation.table;

/**
 * The state of all live conversations, one row each: what a row says of the conversation as a whole, beside its
 * {@linkplain FlagRows flags} and {@linkplain EndRows its ends}.
 *
 * <p>A row has 32 words: 0 to 4 the key, 5 and 6 when it began and when something last came, 7 stream and chapter, 8
 * where its log lies, 9 what the log lost and how it was encapsulated, 10 and 11 the history, 12 and 13 the incarnation
 * before, 14 flags and dossier, 15 to 30 the two ends, 31 its first RST.
 *
 * <p>Public for other rooms of the house, and for nobody else.
 */
public final class ConversationRows extends EndRows implements ConversationTable.Keys {

    /** What stands for no log and no dossier. */
    public static final int NOTHING = -1;

    /** The first of the five words of the key: the addresses, lower endpoint first, then realm and ports. */
    public static final int KEY = 0;

    /** When the first segment was captured. */
    public static final int FIRST_NANOS = 5;

    /** When the last one was. */
    public static final int LAST_NANOS = 6;

    private static final int STREAM = 7;

    /** Where the segment log lies, see {@link #log}. */
    public static final int LOG = 8;

    private static final int ELIDED = 9;

    /** The first of two words of {@link HistoryLetters}. */
    public static final int HISTORY = 10;

    private static final int PREVIOUS_NANOS = 12;
    private static final int PREVIOUS_NEXT = 13;

    private static final int FIRST_RESET = 31;

    /** Retransmissions in a row, without a sign of the other end, that count as a death. */
    private static final int RETRIES_OF_A_DEATH = 3;

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

    /**
     * When the connection was last seen under another port; 0 if it was not. It takes the words of an earlier
     * incarnation, negated.
     */
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

    /** The sequence number after the highest that an end sent in the earlier incarnation. */
    public int previousNext(int row, int end) {
        return (int) (get(row, PREVIOUS_NEXT) >>> (end == 0 ? 32 : 0));
    }

    public void previous(int row, long nanos, int nextOf0, int nextOf1) {
        set(row, PREVIOUS_NANOS, nanos);
        set(row, PREVIOUS_NEXT, (long) nextOf0 << 32 | nextOf1 & 0xffff_ffffL);
    }

    /** Whether a SYN,ACK or segments of both ends were seen. */
    public boolean wasAccepted(int row) {
        return flag(row, Flag.SAW_SYN_ACK) || segments(row, 0) > 0 && segments(row, 1) > 0;
    }

    /** Whether an end repeated itself without a sign of the other often enough to count as a silent death. */
    public boolean diedRetransmitting(int row) {
        return counter(row, 0, Counter.UNANSWERED) >= RETRIES_OF_A_DEATH
                || counter(row, 1, Counter.UNANSWERED) >= RETRIES_OF_A_DEATH;
    }
}

package dev.whyrst.conversation.table;

/**
 * What a row says of each of the two ends of its conversation, in {@value #END_WORDS} words for each.
 *
 * <p>Each getter takes a row and an end (0 = lower endpoint, 1 = higher).
 */
abstract class EndRows extends FlagRows {

    /** The first word of end 0; the words of end 1 follow. */
    public static final int ENDS = 15;

    /** Words of an end. */
    public static final int END_WORDS = 8;

    /** Of an end's words: ISN and SND.NXT, 32 bits each. */
    public static final int NUMBERS = 0;

    /** Highest SEG.ACK (32 bits), MSS option (16), last window field (16). */
    public static final int ACKED_WINDOW = 1;

    /** New payload bytes (40 bits), segments (24). */
    public static final int BYTES_SEGMENTS = 2;

    /** The {@link Counter counters}. */
    public static final int COUNTERS = 3;

    /** When the FIN was captured, 0 if none was. */
    public static final int FIN_NANOS = 4;

    private static final int FIN_FRAME = 5;

    /** Number of the FIN's octet (32 bits), wraps (8), window offer (8), lowest TTL (8), highest TTL (8). */
    public static final int HABITS = 6;

    /** When the end last sent a segment other than a RST. */
    public static final int LAST_SENT = 7;

    /** The window offer of an end that does not scale its windows. */
    private static final int NO_SCALING = 0xff;

    /** RFC 7323 section 2.3: larger shifts count as this one. */
    private static final int MOST_SCALING = 14;

    /** Base of an end's relative sequence numbers: its ISN, or one less than the first number seen. */
    public final int isn(int row, int end) {
        return (int) (get(row, at(end, NUMBERS)) >>> 32);
    }

    /** Raw number after the highest octet that the end sent. */
    public final int sndNxt(int row, int end) {
        return (int) get(row, at(end, NUMBERS));
    }

    public final void numbers(int row, int end, int isn, int sndNxt) {
        set(row, at(end, NUMBERS), (long) isn << 32 | sndNxt & 0xffff_ffffL);
    }

    /** Highest raw SEG.ACK that the end sent. */
    public final int acked(int row, int end) {
        return (int) (get(row, at(end, ACKED_WINDOW)) >>> 32);
    }

    public final void acked(int row, int end, int ack) {
        int word = at(end, ACKED_WINDOW);
        set(row, word, (long) ack << 32 | get(row, word) & 0xffff_ffffL);
    }

    /** The last window field that the end sent, unscaled. */
    public final int window(int row, int end) {
        return (int) get(row, at(end, ACKED_WINDOW)) & 0xffff;
    }

    public final void window(int row, int end, int window) {
        int word = at(end, ACKED_WINDOW);
        set(row, word, get(row, word) & ~0xffffL | window);
    }

    /** The end's MSS option, 0 where not known. */
    public final int maxSegmentSize(int row, int end) {
        return (int) get(row, at(end, ACKED_WINDOW)) >>> 16;
    }

    public final void maxSegmentSize(int row, int end, int bytes) {
        int word = at(end, ACKED_WINDOW);
        set(row, word, get(row, word) & ~0xffff_0000L | (long) bytes << 16);
    }

    /** New payload bytes of the end. */
    public final long payloadBytes(int row, int end) {
        return get(row, at(end, BYTES_SEGMENTS)) >>> 24;
    }

    /** Segments of the end without RSTs, counted up to 2^24 - 1. */
    public final int segments(int row, int end) {
        return (int) get(row, at(end, BYTES_SEGMENTS)) & 0xff_ffff;
    }

    public final void addSegment(int row, int end, int newBytes) {
        int word = at(end, BYTES_SEGMENTS);
        long value = get(row, word) + ((long) newBytes << 24);
        set(row, word, (value & 0xff_ffff) == 0xff_ffff ? value : value + 1);
    }

    public final int counter(int row, int end, Counter counter) {
        return (int) (get(row, at(end, COUNTERS)) >>> counter.shift) & counter.max;
    }

    /** Counts one more, up to the counter's maximum. */
    public final void count(int row, int end, Counter counter) {
        if (counter(row, end, counter) < counter.max) {
            int word = at(end, COUNTERS);
            set(row, word, get(row, word) + (1L << counter.shift));
        }
    }

    /** Sets a counter, to its maximum if the value is larger. */
    public final void counter(int row, int end, Counter counter, int value) {
        reset(row, end, counter);
        int word = at(end, COUNTERS);
        set(row, word, get(row, word) | (long) Math.min(value, counter.max) << counter.shift);
    }

    public final void reset(int row, int end, Counter counter) {
        int word = at(end, COUNTERS);
        set(row, word, get(row, word) & ~((long) counter.max << counter.shift));
    }

    public final long finNanos(int row, int end) {
        return get(row, at(end, FIN_NANOS));
    }

    /** Capture and frame of the FIN in one word, as packed segments have them. */
    public final long finFrame(int row, int end) {
        return get(row, at(end, FIN_FRAME));
    }

    /** Raw sequence number of the FIN's octet. */
    public final int finSeq(int row, int end) {
        return (int) (get(row, at(end, HABITS)) >>> 32);
    }

    public final void fin(int row, int end, int seq, long nanos, long frame) {
        set(row, at(end, FIN_NANOS), nanos);
        set(row, at(end, FIN_FRAME), frame);
        int word = at(end, HABITS);
        set(row, word, (long) seq << 32 | get(row, word) & 0xffff_ffffL);
        setFlag(row, end == 0 ? Flag.FIN_OF_0 : Flag.FIN_OF_1);
    }

    public final boolean finSeen(int row, int end) {
        return flag(row, end == 0 ? Flag.FIN_OF_0 : Flag.FIN_OF_1);
    }

    public final int minTtl(int row, int end) {
        return (int) get(row, at(end, HABITS)) >>> 8 & 0xff;
    }

    public final int maxTtl(int row, int end) {
        return (int) get(row, at(end, HABITS)) & 0xff;
    }

    public final void ttl(int row, int end, int min, int max) {
        int word = at(end, HABITS);
        set(row, word, get(row, word) & ~0xffffL | (long) min << 8 | max);
    }

    /**
     * By how many bits the end's windows are scaled, 0 where one of the ends does not scale; -1 where its offer is not
     * known.
     */
    public final int windowShift(int row, int end) {
        int own = windowOffer(row, end);
        boolean refused = own == NO_SCALING || windowOffer(row, 1 - end) == NO_SCALING;
        return refused ? 0 : own - 1;
    }

    /** Takes what the end offers in its SYN: the shift, or -1 if it does not scale (RFC 7323 section 2.3). */
    public final void windowShift(int row, int end, int shift) {
        int word = at(end, HABITS);
        int offer = shift < 0 ? NO_SCALING : Math.min(shift, MOST_SCALING) + 1;
        set(row, word, get(row, word) & ~0xff_0000L | (long) offer << 16);
    }

    /**
     * The shift that the end offers plus one, {@link #NO_SCALING} if it offers none; 0 where no SYN of it was seen with
     * its options.
     */
    private int windowOffer(int row, int end) {
        return (int) get(row, at(end, HABITS)) >>> 16 & 0xff;
    }

    /** Times that the end's sequence numbers wrapped. */
    public final int wraps(int row, int end) {
        return (int) get(row, at(end, HABITS)) >>> 24 & 0xff;
    }

    public final void wraps(int row, int end, int times) {
        int word = at(end, HABITS);
        set(row, word, get(row, word) & ~0xff00_0000L | (long) Math.min(times, 0xff) << 24);
    }

    /** When the end last sent a segment other than a RST. */
    public final long lastSentNanos(int row, int end) {
        return get(row, at(end, LAST_SENT));
    }

    public final void lastSentNanos(int row, int end, long nanos) {
        set(row, at(end, LAST_SENT), nanos);
    }

    private static int at(int end, int word) {
        return ENDS + end * END_WORDS + word;
    }
}

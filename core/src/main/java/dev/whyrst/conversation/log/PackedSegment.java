package dev.whyrst.conversation.log;

import dev.whyrst.decode.SegmentView;
import dev.whyrst.timeline.PayloadKind;
import dev.whyrst.timeline.Standing;

/**
 * The form of a segment in a log: six longs.
 *
 * <p>Word 0 time; 1 SEG.SEQ and SEG.ACK; 2 TSval, IP-ID or flow label (20 bits), TTL (8), facts (4); 3 position in the
 * trace (40), payload kind (8), window (16); 4 capture (16), frame (40), length of options (8); 5 payload length (20),
 * flags (9), end (1), standing (3), MAC tag (16), MPTCP reset reason plus one (5), tunnel (9), copy (1).
 *
 * <p>Public for other rooms of the house, and for nobody else.
 */
public final class PackedSegment {

    /** Longs of a segment. */
    public static final int WORDS = 6;

    private static final int HAS_TIMESTAMPS = 1;
    private static final int DONT_FRAGMENT = 2;
    private static final int NO_OPTIONS_SEEN = 4;
    private static final int NO_WINDOW_SEEN = 8;

    /** The largest payload length that fits, in bytes; offload makes up to 262144. */
    private static final int MAX_PAYLOAD = (1 << 20) - 1;

    private static final PayloadKind[] KINDS = PayloadKind.values();
    private static final Standing[] STANDINGS = Standing.values();

    private PackedSegment() {}

    /** Packs a segment of that end into six words. */
    public static void pack(
            SegmentView s,
            int end,
            long position,
            PayloadKind kind,
            Standing standing,
            boolean copy,
            long[] words,
            int at) {
        int facts = (s.hasTimestamps() ? HAS_TIMESTAMPS : 0)
                | (s.dontFragment() ? DONT_FRAGMENT : 0)
                | (s.optionsSeen() ? 0 : NO_OPTIONS_SEEN)
                | (s.window() < 0 ? NO_WINDOW_SEEN : 0);
        words[at] = s.timeNanos();
        words[at + 1] = (long) s.seq() << 32 | s.ack() & 0xffff_ffffL;
        words[at + 2] = (long) s.tsVal() << 32 | (long) (s.ipId() & 0xf_ffff) << 12 | s.ttl() << 4 | facts;
        words[at + 3] = position << 24 | (long) kind.ordinal() << 16 | Math.max(0, s.window());
        words[at + 4] = frame(s) << 8 | s.optionsLength();
        words[at + 5] = (long) Math.min(s.payloadLength(), MAX_PAYLOAD) << 44
                | (long) (s.flags() & 0x1ff) << 35
                | (long) end << 34
                | (long) standing.ordinal() << 31
                | (long) (s.macTag() & 0xffff) << 15
                | (long) mptcpReasonPlus1(s) << 10
                | (long) s.tunnel() << 1
                | (copy ? 1 : 0);
    }

    /** RFC 8684 section 3.6 knows reasons up to 6; what does not fit is as good as unknown. */
    private static int mptcpReasonPlus1(SegmentView s) {
        return s.mptcpResetReason() < 0x1f ? s.mptcpResetReason() + 1 : 0;
    }

    /** Whether the packed segment has the same TCP header and IP identification as that one of the end. */
    public static boolean isSame(long[] words, int at, SegmentView s, int end) {
        return words[at + 1] == ((long) s.seq() << 32 | s.ack() & 0xffff_ffffL)
                && tsVal(words, at) == s.tsVal()
                && ipId(words, at) == (s.ipId() & 0xf_ffff)
                && end(words, at) == end
                && flags(words, at) == (s.flags() & 0x1ff)
                && payloadLength(words, at) == Math.min(s.payloadLength(), MAX_PAYLOAD)
                && window(words, at) == s.window()
                && ((int) words[at + 4] & 0xff) == s.optionsLength();
    }

    /** Capture (16 bits) and frame (40 bits) of a segment. */
    public static long frame(SegmentView s) {
        return (long) s.captureIndex() << 40 | s.frame() & 0xff_ffff_ffffL;
    }

    public static int captureOf(long frame) {
        return (int) (frame >>> 40) & 0xffff;
    }

    public static long numberOf(long frame) {
        return frame & 0xff_ffff_ffffL;
    }

    public static long timeNanos(long[] words, int at) {
        return words[at];
    }

    public static int seq(long[] words, int at) {
        return (int) (words[at + 1] >>> 32);
    }

    public static int ack(long[] words, int at) {
        return (int) words[at + 1];
    }

    public static int tsVal(long[] words, int at) {
        return (int) (words[at + 2] >>> 32);
    }

    public static int ipId(long[] words, int at) {
        return (int) words[at + 2] >>> 12 & 0xf_ffff;
    }

    public static int ttl(long[] words, int at) {
        return (int) words[at + 2] >>> 4 & 0xff;
    }

    public static boolean hasTimestamps(long[] words, int at) {
        return (words[at + 2] & HAS_TIMESTAMPS) != 0;
    }

    public static boolean dontFragment(long[] words, int at) {
        return (words[at + 2] & DONT_FRAGMENT) != 0;
    }

    /** The frame's position in the whole trace, from 1. */
    public static long position(long[] words, int at) {
        return words[at + 3] >>> 24;
    }

    public static PayloadKind kind(long[] words, int at) {
        return KINDS[(int) (words[at + 3] >>> 16) & 0xff];
    }

    /** The window field, -1 where it was not captured. */
    public static int window(long[] words, int at) {
        return (words[at + 2] & NO_WINDOW_SEEN) != 0 ? -1 : (int) words[at + 3] & 0xffff;
    }

    public static long frame(long[] words, int at) {
        return words[at + 4] >>> 8;
    }

    /** Bytes of TCP options, -1 where they were not captured. */
    public static int optionsLength(long[] words, int at) {
        return (words[at + 2] & NO_OPTIONS_SEEN) != 0 ? -1 : (int) words[at + 4] & 0xff;
    }

    public static int payloadLength(long[] words, int at) {
        return (int) (words[at + 5] >>> 44);
    }

    public static int flags(long[] words, int at) {
        return (int) (words[at + 5] >>> 35) & 0x1ff;
    }

    public static int end(long[] words, int at) {
        return (int) (words[at + 5] >>> 34) & 1;
    }

    public static Standing standing(long[] words, int at) {
        return STANDINGS[(int) (words[at + 5] >>> 31) & 7];
    }

    public static int macTag(long[] words, int at) {
        return (int) (words[at + 5] >>> 15) & 0xffff;
    }

    /** What {@link SegmentView#tunnel} told. */
    public static int tunnel(long[] words, int at) {
        return (int) words[at + 5] >>> 1 & SegmentView.MAX_TUNNELS;
    }

    /** Whether the same segment was captured before. */
    public static boolean isCopy(long[] words, int at) {
        return (words[at + 5] & 1) != 0;
    }

    public static int mptcpResetReason(long[] words, int at) {
        return ((int) (words[at + 5] >>> 10) & 0x1f) - 1;
    }
}

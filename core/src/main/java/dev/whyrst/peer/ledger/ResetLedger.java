package dev.whyrst.peer.ledger;

import dev.whyrst.net.TcpFlags;
import dev.whyrst.timeline.FrameRef;
import dev.whyrst.timeline.Reset;
import dev.whyrst.timeline.Segment;
import dev.whyrst.timeline.Side;
import dev.whyrst.timeline.Timeline;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * All RSTs of one capture as columns, some 60 bytes each.
 *
 * <p>Public for other rooms of the house, and for nobody else.
 */
public final class ResetLedger {

    private static final int MAX_PAYLOAD = 0xfff;
    private static final int INDEX_BITS = 31;

    private static final int UNKNOWN = 0;
    private static final int ABSENT = 1;
    private static final int PRESENT = 2;

    private static final int RECAPTURED = 8;

    private final int[] conversations;
    private final long[] timeNanos;
    private final long[] numbers;
    private final long[] marks;
    private final int[] tsVals;
    private final int[] kinds;
    private final int[] captures;
    private final int[] turns;
    private final long[] frames;
    private final long[] byConversation;

    public ResetLedger(PeerTrace trace) {
        int size = trace.resets();
        conversations = new int[size];
        timeNanos = new long[size];
        numbers = new long[size];
        marks = new long[size];
        tsVals = new int[size];
        kinds = new int[size];
        captures = new int[size];
        turns = new int[size];
        frames = new long[size];
        byConversation = new long[size];
        for (int i = 0; i < size; i++) {
            conversations[i] = trace.conversationOf(i);
            byConversation[i] = (long) conversations[i] << INDEX_BITS | i;
        }
        Arrays.sort(byConversation);
    }

    public int size() {
        return conversations.length;
    }

    /** Takes what is to be known of the RSTs of a conversation. */
    public void enter(PeerTrace trace, List<Timeline> chapters) {
        for (Timeline chapter : chapters) {
            for (Reset reset : chapter.resets()) {
                int i = trace.indexOf(reset.tracePosition());
                enter(i, reset.segment(), reset.copy());
                turns[i] = turn(chapter, reset);
            }
        }
    }

    /** The conversations that have RSTs. */
    public BitSet reset() {
        BitSet found = new BitSet();
        for (int conversation : conversations) {
            found.set(conversation);
        }
        return found;
    }

    /** The RSTs of a conversation in order. */
    public int[] of(int conversation) {
        int from = lowerBound((long) conversation << INDEX_BITS);
        int end = lowerBound((long) (conversation + 1) << INDEX_BITS);
        int[] resets = new int[end - from];
        for (int i = from; i < end; i++) {
            resets[i - from] = (int) (byConversation[i] & Integer.MAX_VALUE);
        }
        return resets;
    }

    public int conversation(int i) {
        return conversations[i];
    }

    public long timeNanos(int i) {
        return timeNanos[i];
    }

    public int seq(int i) {
        return (int) (numbers[i] >>> 32);
    }

    public int ack(int i) {
        return (int) numbers[i];
    }

    public Side side(int i) {
        return (kinds[i] & 1) == 0 ? Side.INITIATOR : Side.RESPONDER;
    }

    public int flags(int i) {
        return kinds[i] >>> 16;
    }

    public boolean hasAck(int i) {
        return TcpFlags.has(flags(i), TcpFlags.ACK);
    }

    public int ttl(int i) {
        return kinds[i] >>> 8 & 0xff;
    }

    public int ipId(int i) {
        return (int) marks[i] & 0xf_ffff;
    }

    public int window(int i) {
        return (int) (marks[i] >>> 32);
    }

    public int payload(int i) {
        return (int) marks[i] >>> 20;
    }

    /** Whether both RSTs have timestamps or both have none, as far as both captures show it. */
    public boolean agreesInTimestamps(int i, ResetLedger other, int j) {
        int mine = timestamps(i);
        int theirs = other.timestamps(j);
        return mine == theirs || mine == UNKNOWN || theirs == UNKNOWN;
    }

    /** Whether the capture holds it a second time, say before and behind a box that forwards. */
    public boolean isRecaptured(int i) {
        return (kinds[i] & RECAPTURED) != 0;
    }

    /**
     * The RST that was captured again as that one: the last before it that reads the same but for what routers change.
     */
    public int original(int copy) {
        int original = copy;
        for (int i : of(conversations[copy])) {
            boolean same = numbers[i] == numbers[copy]
                    && marks[i] == marks[copy]
                    && flags(i) == flags(copy)
                    && side(i) == side(copy);
            if (same && !isRecaptured(i) && i < copy) {
                original = i;
            }
        }
        return original;
    }

    /**
     * The how manyth segment, since the last other RST, it is that this RST answers, if its host answers each at once;
     * only a capture at that host tells so. 0 where it answers none.
     */
    public int turn(int i) {
        return turns[i];
    }

    public FrameRef frame(int i) {
        return new FrameRef(captures[i], frames[i]);
    }

    /** Whether nothing but their time tells the two RSTs of this capture apart. */
    public boolean looksLike(int i, int j) {
        return marks[i] == marks[j] && ttl(i) == ttl(j);
    }

    /** Whether the two RSTs of this capture are the same but for their time. */
    public boolean isCopy(int i, int j) {
        return numbers[i] == numbers[j]
                && marks[i] == marks[j]
                && (kinds[i] | RECAPTURED) == (kinds[j] | RECAPTURED)
                && tsVals[i] == tsVals[j]
                && conversations[i] == conversations[j];
    }

    private void enter(int i, Segment s, boolean copy) {
        timeNanos[i] = s.timeNanos();
        numbers[i] = (long) s.rawSeq() << 32 | (s.hasAck() ? s.rawAck() & 0xffff_ffffL : 0);
        marks[i] = (long) s.rawWindow() << 32
                | (long) Math.min(s.payloadLength(), MAX_PAYLOAD) << 20
                | s.ipId() & 0xf_ffff;
        tsVals[i] = s.timestamps() ? s.tsVal() : 0;
        int timestamps = s.optionsLength() < 0 ? UNKNOWN : s.timestamps() ? PRESENT : ABSENT;
        kinds[i] = s.flags() << 16
                | s.ttl() << 8
                | (copy ? RECAPTURED : 0)
                | timestamps << 1
                | s.from().ordinal();
        captures[i] = s.at().capture();
        frames[i] = s.at().number();
    }

    private static int turn(Timeline chapter, Reset reset) {
        Segment rst = reset.segment();
        int turn = 0;
        int lastSeq = 0;
        for (int at = reset.position() - 1; at >= 0 && !rst.hasAck(); at--) {
            Segment s = chapter.segments().get(at);
            if (s.isReset() && (s.from() != rst.from() || s.flags() != rst.flags() || s.rawSeq() != rst.rawSeq())) {
                break;
            }
            boolean provokes = s.from() != rst.from() && s.segLength() > 0 && s.rawAck() == rst.rawSeq();
            if (provokes && (turn == 0 || s.rawSeq() != lastSeq)) {
                turn++;
                lastSeq = s.rawSeq();
            }
        }
        return turn;
    }

    private int timestamps(int i) {
        return kinds[i] >>> 1 & 3;
    }

    private int lowerBound(long entry) {
        return SortedLongs.indexOf(byConversation, byConversation.length, entry);
    }
}

package dev.whyrst.peer.ledger;

import dev.whyrst.net.Nanos;
import dev.whyrst.net.SeqNum;
import dev.whyrst.net.TcpFlags;
import dev.whyrst.timeline.ConversationEnd;
import dev.whyrst.timeline.Segment;
import dev.whyrst.timeline.Timeline;
import java.util.ArrayList;
import java.util.List;

/**
 * What one capture kept of a conversation's segments, RSTs apart, and at which times it kept all of them.
 *
 * <p>Public for other rooms of the house, and for nobody else.
 */
public final class Recording {

    /** Most segments that are looked at: a conversation of so many RSTs proves itself. */
    private static final int MAX_SEGMENTS = 400;

    /** How near, in nanoseconds, to the edge of what was kept a segment may have fallen out of it. */
    private static final long EDGE = 20 * Nanos.MILLI;

    private static final int NUMBERED = TcpFlags.SYN | TcpFlags.FIN | TcpFlags.ACK;

    /** Time, in nanoseconds, within which a capture holds a segment twice; a retransmission comes later. */
    private static final long COPY = 5 * Nanos.MILLI;

    private final List<Segment> segments = new ArrayList<>();
    private final long captureFirst;
    private final long captureLast;
    private int copies;
    private long copyGap;
    private long headEnd = Long.MAX_VALUE;
    private long tailStart = Long.MIN_VALUE;
    private long end = Long.MAX_VALUE;

    private Recording(long captureFirst, long captureLast) {
        this.captureFirst = captureFirst;
        this.captureLast = captureLast;
    }

    /**
     * What a trace holds of a conversation.
     *
     * @param until when the capture is believed to have ended, by its own clock
     */
    public static Recording of(PeerTrace trace, int conversation, long until) {
        Recording recording = new Recording(trace.firstNanos(), until);
        List<Timeline> chapters = trace.chapters(conversation);
        for (Timeline chapter : chapters) {
            recording.add(chapter.segments());
        }
        if (!chapters.isEmpty()) {
            recording.limit(chapters);
        }
        return recording;
    }

    /** The segments but for those that were captured twice. */
    public List<Segment> segments() {
        return segments;
    }

    /** How many segments were captured twice. */
    int copies() {
        return copies;
    }

    /** The longest time between the two captures of a segment. */
    public long copyGap() {
        return copyGap;
    }

    /** Whether all that passed at that time of this capture's clock was kept. */
    public boolean covers(long time) {
        return runs(time) && time <= end && (time <= headEnd || time >= tailStart);
    }

    /** Whether the capture was running at that time, by its own clock. */
    public boolean runs(long time) {
        return time >= captureFirst + EDGE && time <= captureLast;
    }

    /** Whether a segment of the other capture is here too, itself or its payload in other pieces. */
    public boolean holds(Segment there, Pairing toHere) {
        for (Segment s : segments) {
            if (isSame(there, s, toHere) || carries(there, s, toHere)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a side of the other capture acknowledged here all of that segment of its peer. */
    public boolean acknowledges(Segment there, Pairing toHere) {
        int end = toHere.number(there.from(), there.rawEnd());
        for (Segment s : segments) {
            boolean answers = s.from() == toHere.side(there.from().opposite()) && s.hasAck();
            if (answers && there.segLength() > 0 && !SeqNum.before(s.rawAck(), end)) {
                return true;
            }
        }
        return false;
    }

    /** Index of the one segment that is the same as that of the other capture; -1 if there is none or more than one. */
    public int indexOfOnly(Segment there, Pairing toHere) {
        int found = -1;
        for (int i = 0; i < segments.size(); i++) {
            if (isSame(there, segments.get(i), toHere)) {
                if (found >= 0) {
                    return -1;
                }
                found = i;
            }
        }
        return found;
    }

    /** Whether a segment of the other capture is that one of this capture. */
    public static boolean isSame(Segment there, Segment here, Pairing toHere) {
        return here.from() == toHere.side(there.from())
                && (here.flags() & NUMBERED) == (there.flags() & NUMBERED)
                && here.payloadLength() == there.payloadLength()
                && here.rawSeq() == toHere.number(there.from(), there.rawSeq())
                && (!here.hasAck()
                        || here.rawAck() == toHere.number(there.from().opposite(), there.rawAck()));
    }

    /**
     * Network cards cut large segments and join small ones, so that payload travels in other pieces than it is
     * captured.
     */
    private static boolean carries(Segment there, Segment here, Pairing toHere) {
        if (!there.hasPayload() || !here.hasPayload() || here.from() != toHere.side(there.from())) {
            return false;
        }
        int seq = toHere.number(there.from(), there.rawSeq());
        boolean begins = here.rawSeq() == seq;
        boolean within = !SeqNum.after(here.rawSeq(), seq)
                && !SeqNum.before(here.rawSeq() + here.payloadLength(), seq + there.payloadLength());
        return begins || within;
    }

    private void add(List<Segment> chapter) {
        for (Segment s : chapter) {
            if (!s.isReset() && segments.size() < MAX_SEGMENTS && !isCopy(s)) {
                segments.add(s);
            }
        }
    }

    private boolean isCopy(Segment s) {
        for (int i = segments.size() - 1; i >= 0; i--) {
            Segment earlier = segments.get(i);
            long gap = s.timeNanos() - earlier.timeNanos();
            if (gap > COPY) {
                return false;
            }
            boolean same = earlier.from() == s.from()
                    && earlier.flags() == s.flags()
                    && earlier.rawSeq() == s.rawSeq()
                    && earlier.rawAck() == s.rawAck()
                    && earlier.ipId() == s.ipId()
                    && earlier.payloadLength() == s.payloadLength()
                    && earlier.rawWindow() == s.rawWindow()
                    && earlier.tsVal() == s.tsVal();
            if (same) {
                copies++;
                copyGap = Math.max(copyGap, gap);
                return true;
            }
        }
        return false;
    }

    private void limit(List<Timeline> chapters) {
        Timeline first = chapters.get(0);
        int hole = first.elidedBefore();
        if (first.elided() > 0 && hole > 0 && hole < first.segments().size()) {
            headEnd = first.segments().get(hole - 1).timeNanos() - EDGE;
            tailStart = first.segments().get(hole).timeNanos() + EDGE;
        }
        boolean whole = chapters.size() == 1 && first.end() != ConversationEnd.EVICTED;
        if (!whole) {
            end = first.segments().get(first.segments().size() - 1).timeNanos() - EDGE;
        }
    }
}

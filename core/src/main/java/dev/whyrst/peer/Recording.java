package dev.whyrst.peer;

import dev.whyrst.net.SeqNum;
import dev.whyrst.net.TcpFlags;
import dev.whyrst.timeline.ConversationEnd;
import dev.whyrst.timeline.Segment;
import dev.whyrst.timeline.Timeline;
import java.util.ArrayList;
import java.util.List;

/** What one capture kept of a conversation's segments, RSTs apart, and at which times it kept all of them. */
final class Recording {

    /** More are not looked at: a conversation of so many RSTs proves itself. */
    private static final int MAX_SEGMENTS = 400;

    /** Segments so near to the edge of what was kept may have fallen out of it. */
    private static final long EDGE = 20_000_000L;

    private static final int NUMBERED = TcpFlags.SYN | TcpFlags.FIN | TcpFlags.ACK;

    private final List<Segment> segments = new ArrayList<>();
    private final long captureFirst;
    private final long captureLast;
    private long headEnd = Long.MAX_VALUE;
    private long tailStart = Long.MIN_VALUE;
    private long end = Long.MAX_VALUE;

    private Recording(PeerTrace trace) {
        captureFirst = trace.firstNanos();
        captureLast = trace.lastNanos();
    }

    static Recording of(PeerTrace trace, int conversation) {
        Recording recording = new Recording(trace);
        List<Timeline> chapters = trace.chapters(conversation);
        for (Timeline chapter : chapters) {
            recording.add(chapter.segments());
        }
        if (!chapters.isEmpty()) {
            recording.limit(chapters);
        }
        return recording;
    }

    List<Segment> segments() {
        return segments;
    }

    /** Whether all that passed at that time of this capture's clock was kept. */
    boolean covers(long time) {
        return runs(time) && time <= end && (time <= headEnd || time >= tailStart);
    }

    /** Whether the capture was running at that time, by its own clock. */
    boolean runs(long time) {
        return time >= captureFirst + EDGE && time <= captureLast;
    }

    /** Whether a segment of the other capture is here too, itself or its payload in other pieces. */
    boolean holds(Segment there, Pairing toHere) {
        for (Segment s : segments) {
            if (isSame(there, s, toHere) || carries(there, s, toHere)) {
                return true;
            }
        }
        return false;
    }

    /** Index of the one segment that is the same as that of the other capture; -1 if there is none or more than one. */
    int indexOfOnly(Segment there, Pairing toHere) {
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

    private static boolean isSame(Segment there, Segment here, Pairing toHere) {
        return here.from() == toHere.side(there.from())
                && (here.flags() & NUMBERED) == (there.flags() & NUMBERED)
                && here.payloadLength() == there.payloadLength()
                && here.rawSeq() == toHere.number(there.from(), there.rawSeq())
                && (!here.hasAck()
                        || here.rawAck() == toHere.number(there.from().opposite(), there.rawAck()));
    }

    /** Network cards cut large segments and join small ones, so that payload travels in other pieces than it is captured. */
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
            if (!s.isReset() && segments.size() < MAX_SEGMENTS) {
                segments.add(s);
            }
        }
    }

    private void limit(List<Timeline> chapters) {
        Timeline first = chapters.get(0);
        int hole = first.elidedAfter();
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

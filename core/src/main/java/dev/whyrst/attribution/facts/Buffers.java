package dev.whyrst.attribution.facts;

import dev.whyrst.timeline.Segment;
import dev.whyrst.timeline.Side;
import java.util.Optional;

/**
 * What the windows and the traffic around an abort tell of the sender's receive queue.
 *
 * @param windowGrew whether the RST announces more room than the segment before it: Linux empties the queue before it
 *     builds the RST
 * @param windowShrank whether the announced window had become smaller while the last data came, or zero
 * @param moreWasComing whether data of the peer that the sender had not acknowledged was on its way
 * @param answerToOwnRequest whether the unanswered bytes came in answer to the sender's own payload
 * @param peerHadFinished whether the peer had closed its direction: the sender had read to the end, as far as it reads
 * @param several whether the unanswered bytes came in more than one segment
 */
public record Buffers(
        boolean windowGrew,
        boolean windowShrank,
        boolean moreWasComing,
        boolean answerToOwnRequest,
        boolean peerHadFinished,
        boolean several) {

    /** Reads the signs of a case. */
    public static Buffers of(ObservedRst r) {
        Optional<Segment> lastData = r.lastPayload(r.peer());
        boolean several =
                lastData.isPresent() && Pending.unanswered(r) > lastData.get().payloadLength();
        return new Buffers(
                grew(r),
                shrank(r),
                moreWasComing(r),
                r.sender() == Side.INITIATOR && r.own().payloadBytes() > 0,
                r.finishedBefore(r.peer()),
                several);
    }

    /** Whether unread data is likelier than a deliberate abort. */
    public boolean probablyUnread() {
        if (windowGrew || windowShrank || moreWasComing) {
            return true;
        }
        return !answerToOwnRequest && !peerHadFinished && several;
    }

    private static boolean grew(ObservedRst r) {
        Optional<Segment> last = r.last(r.sender()).filter(s -> !s.isSyn());
        return last.isPresent() && r.rst().rawWindow() > last.get().rawWindow() && !windowIsConstant(r, last.get());
    }

    /** Stacks whose RSTs bear a constant far from the connection's windows say nothing of a queue. */
    private static boolean windowIsConstant(ObservedRst r, Segment last) {
        return !r.rst().timestamps() && r.rst().rawWindow() - last.rawWindow() > last.rawWindow() / 2;
    }

    private static boolean shrank(ObservedRst r) {
        int largest = 0;
        int last = -1;
        for (Segment s : r.timeline().before(r.reset())) {
            if (s.from() == r.sender() && !s.isSyn() && !s.isReset()) {
                largest = Math.max(largest, s.rawWindow());
                last = s.rawWindow();
            }
        }
        return last == 0 || last > 0 && last < largest - largest / 8;
    }

    private static boolean moreWasComing(ObservedRst r) {
        for (Segment s : r.timeline().after(r.reset())) {
            if (s.from() == r.peer()
                    && s.hasPayload()
                    && s.end() > r.acknowledges().orElse(0)) {
                return true;
            }
        }
        Optional<Segment> last = r.lastPayload(r.peer());
        return last.isPresent() && last.get().end() > r.acknowledges().orElse(0);
    }
}

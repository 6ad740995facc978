package dev.whyrst.analysis;

import dev.whyrst.conversation.tracking.Arrival;
import dev.whyrst.conversation.tracking.ConversationTracker;
import dev.whyrst.decode.DecodeOutcome;
import dev.whyrst.decode.SegmentView;
import dev.whyrst.net.TcpFlags;

/** Decoded frames on their way from the thread that reads to the one that tracks; reused. */
final class DecodedBatch {

    /** Frames in a batch. */
    private static final int SIZE = 256;

    private final SegmentView[] segments = new SegmentView[SIZE];
    private final Arrival[] arrivals = new Arrival[SIZE];
    private final DecodeOutcome[] outcomes = new DecodeOutcome[SIZE];
    private int count;

    DecodedBatch() {
        for (int i = 0; i < SIZE; i++) {
            segments[i] = new SegmentView();
            arrivals[i] = new Arrival();
        }
    }

    int count() {
        return count;
    }

    boolean isFull() {
        return count == SIZE;
    }

    SegmentView segment(int index) {
        return segments[index];
    }

    Arrival arrival(int index) {
        return arrivals[index];
    }

    DecodeOutcome outcome(int index) {
        return outcomes[index];
    }

    /** The view to decode the next frame into. */
    SegmentView next() {
        return segments[count];
    }

    /** Keeps what was decoded into {@link #next}, and prepares it for the tracker. */
    void keep(DecodeOutcome outcome, ConversationTracker tracker) {
        SegmentView segment = segments[count];
        boolean payload = false;
        if (outcome == DecodeOutcome.TCP_SEGMENT) {
            Arrival arrival = arrivals[count];
            tracker.prepare(segment, arrival);
            payload = arrival.isRequest() || TcpFlags.has(segment.flags(), TcpFlags.RST);
        }
        segment.detach(payload);
        outcomes[count++] = outcome;
    }

    void clear() {
        count = 0;
    }
}

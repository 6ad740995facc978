package dev.whyrst.analysis;

import dev.whyrst.decode.DecodeOutcome;
import dev.whyrst.decode.SegmentView;

/** Decoded frames on their way from the thread that reads to the one that tracks; reused. */
final class DecodedBatch {

    private static final int SIZE = 512;

    private final SegmentView[] segments = new SegmentView[SIZE];
    private final DecodeOutcome[] outcomes = new DecodeOutcome[SIZE];
    private int count;

    DecodedBatch() {
        for (int i = 0; i < SIZE; i++) {
            segments[i] = new SegmentView();
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

    DecodeOutcome outcome(int index) {
        return outcomes[index];
    }

    /** The view to decode the next frame into. */
    SegmentView next() {
        return segments[count];
    }

    /** Keeps what was decoded into {@link #next}. */
    void keep(DecodeOutcome outcome) {
        segments[count].detach();
        outcomes[count++] = outcome;
    }

    void clear() {
        count = 0;
    }
}

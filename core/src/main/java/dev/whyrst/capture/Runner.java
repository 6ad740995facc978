package dev.whyrst.capture;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;

/** An input on its way through a merge: waiting, running with its next frame at hand, or done. */
final class Runner {

    private final FoundInput found;
    private final InputStream standardInput;
    private final int index;
    private final FrameView head = new FrameView();

    private final CaptureInput input;
    private long start = Long.MAX_VALUE;
    private long time = Long.MIN_VALUE;
    private boolean running;
    private boolean failed;

    Runner(FoundInput found, InputStream standardInput, int index) {
        this.found = found;
        this.standardInput = standardInput;
        this.index = index;
        this.input = new CaptureInput(found, standardInput, index);
    }

    FoundInput found() {
        return found;
    }

    CaptureInput input() {
        return input;
    }

    /** The frame that comes next. */
    FrameView head() {
        return head;
    }

    /** Whether {@link #head} holds a frame. */
    boolean isRunning() {
        return running;
    }

    /** Where the input begins: time of its first frame in nanoseconds. */
    long start() {
        return start;
    }

    /**
     * Learns whether and when the input begins. What can be opened a second time is closed again; an input that is
     * alone stays open, ready to be read without its {@link #head}.
     *
     * @throws CaptureException when it cannot be opened or is no capture
     */
    void prepare(boolean alone) throws IOException {
        if (alone) {
            input.open(Opening.GENEROUS);
        } else if (input.isRegularFile()) {
            CaptureInput trial = new CaptureInput(found, standardInput, index);
            try (trial) {
                trial.open(Opening.PEEK);
                start = trial.next(head) ? head.timeNanos() : Long.MAX_VALUE;
                head.forget();
            }
        } else {
            input.open(Opening.beside(0));
            advance();
            start = time;
        }
    }

    boolean hasFailed() {
        return failed;
    }

    /** Gives the input up. */
    void fail(String reason) {
        failed = true;
        input.fail(reason);
    }

    /** Opens the input, if it is not open, and reads its first frame. */
    void begin(Opening opening) throws IOException {
        if (failed || running || !input.isRegularFile()) {
            return;
        }
        try {
            input.open(opening);
        } catch (CaptureException e) {
            fail(e.reason());
            return;
        }
        advance();
    }

    /** Reads the next frame into {@link #head}; false at the end. */
    boolean advance() throws InterruptedIOException {
        running = input.next(head);
        if (!running) {
            head.forget();
        }
        if (running && head.timeNanos() != 0) {
            // A frame without a time belongs after the one before it.
            time = head.timeNanos();
        }
        return running;
    }

    /** Whether this one's next frame comes before that of another: by time, then by start, then by index. */
    boolean isBefore(Runner other) {
        if (time != other.time) {
            return time < other.time;
        }
        return start != other.start ? start < other.start : index < other.index;
    }

    /** Whether this waiting input begins no later than the next frame of a running one. */
    boolean isDue(Runner running) {
        return start <= running.time;
    }
}

package dev.whyrst.capture;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Many inputs as one stream: merged by time, or one after the other.
 *
 * <p>An input is opened when the stream reaches the time of its first frame and closed at its end, so that only those
 * that overlap are open at once. Those stand in a heap by the time of their next frame.
 */
final class MergingReader implements CaptureReader {

    private final Lineup lineup;
    private final boolean oneByOne;

    private final Runner[] waiting;
    private int nextWaiting;

    private final Runner[] heap;
    private int running;
    private boolean firstWasGiven;

    private static final class ByStart implements Comparator<Runner> {

        @Override
        public int compare(Runner one, Runner other) {
            return Long.compare(one.start(), other.start());
        }
    }

    MergingReader(Lineup lineup, CaptureOptions.Order order) {
        this.lineup = lineup;
        this.oneByOne = order == CaptureOptions.Order.FILE_BY_FILE;
        this.waiting = lineup.runners().toArray(new Runner[0]);
        if (!oneByOne) {
            Arrays.sort(waiting, new ByStart());
        }
        this.heap = new Runner[waiting.length];
    }

    @Override
    public boolean next(FrameView into) throws IOException {
        if (firstWasGiven) {
            moveOn();
        }
        while (nextWaiting < waiting.length && (running == 0 || isDue())) {
            open(waiting[nextWaiting++]);
        }
        firstWasGiven = running > 0;
        if (firstWasGiven) {
            into.copyOf(heap[0].head());
        }
        return firstWasGiven;
    }

    @Override
    public List<CaptureFile> files() {
        return lineup.files();
    }

    @Override
    public long bytesRead() {
        return lineup.bytesRead();
    }

    @Override
    public long bytesTotal() {
        return lineup.bytesTotal();
    }

    @Override
    public List<String> notices() {
        return lineup.notices();
    }

    @Override
    public void close() {
        lineup.close();
    }

    private boolean isDue() {
        return !oneByOne && waiting[nextWaiting].isDue(heap[0]);
    }

    private void open(Runner runner) throws IOException {
        runner.begin(Opening.beside(running));
        if (runner.isRunning()) {
            heap[running] = runner;
            siftUp(running++);
        }
    }

    /** The frame that was given last is used up, and its place in the window may be refilled. */
    private void moveOn() throws IOException {
        if (!heap[0].advance()) {
            heap[0] = heap[--running];
            heap[running] = null;
        }
        siftDown();
    }

    private void siftUp(int from) {
        Runner moving = heap[from];
        int at = from;
        while (at > 0 && moving.isBefore(heap[(at - 1) / 2])) {
            heap[at] = heap[(at - 1) / 2];
            at = (at - 1) / 2;
        }
        heap[at] = moving;
    }

    private void siftDown() {
        Runner moving = heap[0];
        int at = 0;
        int child = 1;
        while (child < running) {
            if (child + 1 < running && heap[child + 1].isBefore(heap[child])) {
                child++;
            }
            if (!heap[child].isBefore(moving)) {
                break;
            }
            heap[at] = heap[child];
            at = child;
            child = 2 * at + 1;
        }
        heap[at] = moving;
    }
}

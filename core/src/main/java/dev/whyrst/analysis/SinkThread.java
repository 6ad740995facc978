package dev.whyrst.analysis;

import dev.whyrst.attribution.Attribution;
import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Feeds a sink on a thread of its own, so that a report is written while the next RSTs are attributed. What waits to be
 * written is bounded.
 */
final class SinkThread implements Closeable {

    /** Attributions that are handed over at once. */
    private static final int BATCH = 32;

    /** Batches that may wait for the sink. */
    private static final int BATCHES_WAITING = 4;

    private static final List<Attribution> END = List.of();

    private final ReportSink sink;
    private final Feed feed;
    private final BlockingQueue<List<Attribution>> waiting = new ArrayBlockingQueue<>(BATCHES_WAITING);
    private final Thread thread = new Thread(this::work, "report");
    private List<Attribution> batch = new ArrayList<>(BATCH);
    private volatile Throwable failure;

    /** A thread for a sink that is fed by {@link #accept}. */
    SinkThread(ReportSink sink) {
        this.sink = sink;
        this.feed = this::takeAll;
        thread.setDaemon(true);
    }

    /** A thread that feeds its sink itself. */
    SinkThread(ReportSink sink, Feed feed) {
        this.sink = sink;
        this.feed = feed;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Hands the next RST over. */
    void accept(Attribution attribution) throws IOException {
        batch.add(attribution);
        if (batch.size() == BATCH) {
            hand(batch);
            batch = new ArrayList<>(BATCH);
        }
    }

    /** Says that there are no more RSTs; the sink finishes on its thread. */
    void finish() throws IOException {
        if (!batch.isEmpty()) {
            hand(batch);
        }
        hand(END);
    }

    /** Waits until the sink has finished. */
    void await() throws IOException {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw interrupted();
        }
        rethrow();
    }

    /** Stops the thread, whether or not it is done; the sink is left to the caller. */
    @Override
    public void close() throws IOException {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private void hand(List<Attribution> attributions) throws IOException {
        rethrow();
        try {
            waiting.put(attributions);
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private void work() {
        try {
            feed.run();
            sink.finish();
        } catch (InterruptedException e) {
            failure = interrupted();
        } catch (Throwable e) {
            failure = e;
        }
    }

    private void takeAll() throws IOException, InterruptedException {
        try {
            for (List<Attribution> next = waiting.take(); next != END; next = waiting.take()) {
                for (Attribution attribution : next) {
                    sink.accept(attribution);
                }
            }
        } catch (IOException | RuntimeException | Error e) {
            failure = e;
            drain();
            throw e;
        }
    }

    /** Nobody shall wait for a place in the queue of a sink that has failed. */
    private void drain() {
        try {
            while (waiting.take() != END) {
                // It is of no use any more.
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void rethrow() throws IOException {
        Throwable thrown = failure;
        if (thrown instanceof IOException e) {
            throw e;
        }
        if (thrown instanceof RuntimeException e) {
            throw e;
        }
        if (thrown instanceof Error e) {
            throw e;
        }
    }

    private static InterruptedIOException interrupted() {
        Thread.currentThread().interrupt();
        return new InterruptedIOException("interrupted");
    }

    /** Gives a sink all that it takes. */
    interface Feed {

        void run() throws IOException, InterruptedException;
    }
}

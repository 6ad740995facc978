package dev.whyrst.analysis;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** A thread that reads and decodes while the calling one tracks; what it hands over comes in the order of the trace. */
final class DecodeAhead implements Closeable {

    /** Batches on their way between the two threads, empty ones included. */
    private static final int BATCHES = 4;

    private final BlockingQueue<DecodedBatch> empty = new ArrayBlockingQueue<>(BATCHES);

    /** An empty batch is the last one. */
    private final BlockingQueue<DecodedBatch> decoded = new ArrayBlockingQueue<>(BATCHES);

    private final Source source;
    private final Thread thread = new Thread(this::work, "reader");
    private Throwable failure;

    DecodeAhead(Source source) {
        this.source = source;
        for (int i = 0; i < BATCHES; i++) {
            empty.add(new DecodedBatch());
        }
        thread.setDaemon(true);
        thread.start();
    }

    /** Shows all batches, then fails as the reading failed, if it did. */
    void forEach(Sink sink) throws IOException {
        try {
            for (DecodedBatch batch = decoded.take(); batch.count() > 0; batch = decoded.take()) {
                sink.take(batch);
                batch.clear();
                empty.put(batch);
            }
        } catch (InterruptedException e) {
            throw interrupted();
        }
        rethrow();
    }

    /** Stops the thread, which is done unless the calling one failed; waits, since the files are closed next. */
    @Override
    public void close() throws IOException {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private void work() {
        try {
            DecodedBatch batch = empty.take();
            while (source.fill(batch)) {
                decoded.put(batch);
                batch = empty.take();
            }
            finish(batch);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Throwable e) {
            failure = e;
            decoded.clear();
            decoded.add(new DecodedBatch());
        }
    }

    private void finish(DecodedBatch batch) throws InterruptedException {
        if (batch.count() > 0) {
            decoded.put(batch);
            decoded.put(empty.take());
        } else {
            decoded.put(batch);
        }
    }

    private void rethrow() throws IOException {
        if (failure instanceof IOException io) {
            throw io;
        } else if (failure instanceof RuntimeException runtime) {
            throw runtime;
        } else if (failure instanceof Error error) {
            throw error;
        }
    }

    private static IOException interrupted() {
        Thread.currentThread().interrupt();
        return new InterruptedIOException("interrupted");
    }

    /** Reads and decodes, on the thread. */
    interface Source {

        /** Fills the batch; false if the trace ended, with what was left of it in the batch. */
        boolean fill(DecodedBatch batch) throws IOException;
    }

    /** Takes batches, on the calling thread. */
    interface Sink {

        void take(DecodedBatch batch) throws IOException;
    }
}

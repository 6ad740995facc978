package dev.whyrst.analysis;

import dev.whyrst.attribution.Attribution;
import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/**
 * Attributes all RSTs in order, on several threads where there are many of them; the order and the result do not depend
 * on it.
 */
final class ParallelAttribution implements Closeable {

    /** RSTs that a thread attributes at once, so that those of a timeline mostly fall to the same one. */
    private static final int BLOCK = 64;

    /** RSTs for each thread; fewer take no longer than it takes to start one. */
    private static final int WORTH_A_THREAD = 250;

    /** Blocks that each thread may be ahead. */
    private static final int AHEAD = 2;

    private final Supplier<? extends Attributions> cursors;
    private final Attributions own;
    private final int jobs;
    private final BlockingQueue<Attributions> idle;
    private final ExecutorService threads;

    /**
     * @param cursors makes ways to attribute, one for each thread
     * @param jobs how many threads attribute at most; 1 for the calling one only
     */
    ParallelAttribution(Supplier<? extends Attributions> cursors, int jobs) {
        this.cursors = cursors;
        own = cursors.get();
        this.jobs = Math.min(jobs, 1 + own.size() / WORTH_A_THREAD);
        idle = new ArrayBlockingQueue<>(this.jobs);
        threads = this.jobs == 1 ? null : Executors.newFixedThreadPool(this.jobs, ParallelAttribution::thread);
        for (int i = 0; i < this.jobs && threads != null; i++) {
            idle.add(cursors.get());
        }
    }

    /** The attributions one by one, for the calling thread. */
    Attributions attributions() {
        return own;
    }

    /** The attributions one by one for a further thread, unless all is to be done by one. */
    Optional<Attributions> forAnotherThread() {
        return threads == null ? Optional.empty() : Optional.of(cursors.get());
    }

    /** Shows all attributions in order. */
    void forEach(Visitor visitor) throws IOException {
        if (threads == null) {
            for (int reset = 0; reset < own.size(); reset++) {
                visitor.visit(reset, own.at(reset));
            }
            return;
        }
        Deque<Future<List<Attribution>>> blocks = new ArrayDeque<>();
        int asked = 0;
        for (int reset = 0; reset < own.size(); ) {
            for (; asked < own.size() && blocks.size() < jobs * AHEAD; asked += BLOCK) {
                int from = asked;
                blocks.add(threads.submit(() -> block(from)));
            }
            for (Attribution attribution : result(blocks.remove())) {
                visitor.visit(reset++, attribution);
            }
        }
    }

    @Override
    public void close() {
        if (threads != null) {
            threads.shutdownNow();
        }
    }

    private List<Attribution> block(int from) throws InterruptedException {
        Attributions cursor = idle.take();
        try {
            int to = Math.min(from + BLOCK, cursor.size());
            List<Attribution> block = new ArrayList<>(to - from);
            for (int reset = from; reset < to; reset++) {
                block.add(cursor.at(reset));
            }
            return block;
        } finally {
            idle.add(cursor);
        }
    }

    private static List<Attribution> result(Future<List<Attribution>> block) throws IOException {
        try {
            return block.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "attribution");
        thread.setDaemon(true);
        return thread;
    }

    /** Takes attributions. */
    interface Visitor {

        void visit(int reset, Attribution attribution) throws IOException;
    }
}

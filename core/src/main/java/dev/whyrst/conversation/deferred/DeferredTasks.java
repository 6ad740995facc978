package dev.whyrst.conversation.deferred;

import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Work that the tracking puts off: tasks with words to do them by, done in the order in which they came, a block of
 * them at a time; by the calling thread, or from {@link #hire} on by one of its own.
 *
 * <p>Public for other rooms of the house, and for nobody else.
 */
public final class DeferredTasks implements TaskThread {

    /** Blocks on their way between the two threads, the one that is being filled included. */
    private static final int BLOCKS = 4;

    /** Longs of a block; the largest task, a packed conversation, takes some 500. */
    private static final int BLOCK_WORDS = 1 << 13;

    private final Worker worker;
    private final BlockingQueue<Block> waiting = new ArrayBlockingQueue<>(BLOCKS);
    private final BlockingQueue<Block> done = new ArrayBlockingQueue<>(BLOCKS);

    /** Subjects of tasks that may not be done yet. */
    private final BitSet pending = new BitSet();

    private Block block = new Block();
    private Thread thread;
    private volatile Throwable failure;

    public DeferredTasks(Worker worker) {
        this.worker = worker;
    }

    /** Has a thread do the work from now on, until this is closed. */
    public void hire() {
        for (int i = 1; i < BLOCKS; i++) {
            done.add(new Block());
        }
        thread = new Thread(this::work, "deferred tasks");
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Adds a task whose words, so many, are to be written into {@link #words} from the returned index on before the
     * next call.
     */
    public int add(int task, int count) {
        if (block.used + 1 + count > BLOCK_WORDS) {
            handOver();
        }
        return block.add(task, count);
    }

    /**
     * Adds a task that others may ask for by its subject, see {@link #isPending}; the next one of that subject may come
     * when this is done.
     */
    public int add(int task, int count, int subject) {
        int at = add(task, count);
        pending.set(subject);
        block.subjects[block.tasks++] = subject;
        return at;
    }

    /** The words of the task that was added last. */
    public long[] words() {
        return block.words;
    }

    /** Whether a task with that subject may not be done yet. */
    public boolean isPending(int subject) {
        return pending.get(subject);
    }

    @Override
    public void settle() {
        if (thread == null) {
            handOver();
            return;
        }
        Block last = block;
        waiting.add(last);
        List<Block> others = new ArrayList<>(BLOCKS);
        for (Block back = takeBack(); back != last; back = takeBack()) {
            others.add(back);
        }
        done.addAll(others);
        block = last;
    }

    @Override
    public void close() {
        if (thread != null) {
            thread.interrupt();
            thread = null;
        }
    }

    private void handOver() {
        if (thread == null) {
            block.workOff(worker);
            block.clear(pending);
        } else {
            waiting.add(block);
            block = takeBack();
        }
    }

    private Block takeBack() {
        try {
            Block back = done.take();
            rethrow();
            back.clear(pending);
            return back;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new InterruptedIOException("interrupted"));
        }
    }

    private void rethrow() {
        if (failure instanceof RuntimeException runtime) {
            throw runtime;
        } else if (failure instanceof Error error) {
            throw error;
        }
    }

    private void work() {
        try {
            while (true) {
                Block next = waiting.take();
                next.workOff(worker);
                done.add(next);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Throwable e) {
            failure = e;
            done.clear();
            done.add(new Block());
        }
    }

    /** Does tasks. */
    public interface Worker {

        /** Does that task, whose words, so many, begin at that index. */
        void perform(int task, long[] words, int at, int count);
    }

    /** A block of tasks: each a word with the task and the number of its words, and these. */
    private static final class Block {

        private final long[] words = new long[BLOCK_WORDS];
        private final int[] subjects = new int[BLOCK_WORDS];
        private int used;
        private int tasks;

        int add(int task, int count) {
            words[used] = (long) task << Integer.SIZE | count;
            int at = used + 1;
            used = at + count;
            return at;
        }

        void workOff(Worker worker) {
            for (int at = 0; at < used; ) {
                int count = (int) words[at];
                worker.perform((int) (words[at] >>> Integer.SIZE), words, at + 1, count);
                at += 1 + count;
            }
        }

        void clear(BitSet pending) {
            for (int i = 0; i < tasks; i++) {
                pending.clear(subjects[i]);
            }
            used = 0;
            tasks = 0;
        }
    }
}

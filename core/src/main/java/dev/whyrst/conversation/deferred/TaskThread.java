package dev.whyrst.conversation.deferred;

/** A thread that does what can wait; it goes when this is closed, whatever is left to do. */
public interface TaskThread extends AutoCloseable {

    /** Returns when all that was handed over is done. */
    void settle();

    @Override
    void close();
}

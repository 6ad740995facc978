package dev.whyrst.conversation.deferred;

/**
 * A thread that does what can wait; it goes when this is closed, whatever is left to do.
 *
 * <p>Public for {@code analysis}, which wires it, and for other rooms of the house.
 */
public interface TaskThread extends AutoCloseable {

    /** Returns when all that was handed over is done. */
    void settle();

    @Override
    void close();
}

package dev.whyrst.conversation.deferred;

import dev.whyrst.conversation.tracking.ConversationTracker;

/** A thread to which a {@link ConversationTracker} hands what can wait; it goes when this is closed, whatever is left to do. */
public interface TaskThread extends AutoCloseable {

    /** Returns when all that was handed over is done. */
    void settle();

    @Override
    void close();
}

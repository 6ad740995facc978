/**
 * What the tracking puts off: {@link dev.whyrst.conversation.deferred.DeferredTasks} takes tasks as words and does them
 * in the order in which they came, a block at a time, by the calling thread or, once {@linkplain
 * dev.whyrst.conversation.deferred.DeferredTasks#hire hired}, by one of its own ({@link
 * dev.whyrst.conversation.deferred.TaskThread}).
 *
 * <p>A task is a number and some longs, so that none allocates; what the numbers mean is known to whoever performs
 * them. A full block is handed over while another is filled; when all blocks are on their way the caller waits, so that
 * memory stays bounded.
 */
package dev.whyrst.conversation.deferred;

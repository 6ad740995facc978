/**
 * The state of all live conversations, and how one of them is found.
 *
 * <p>{@link dev.whyrst.conversation.table.ConversationRows} has a row of 32 longs for each: {@code RowSlab} is the
 * memory, {@code FlagRows}, {@code EndRows} and {@code ConversationRows} say what the words and bits of a row mean,
 * with {@link dev.whyrst.conversation.table.Flag}, {@link dev.whyrst.conversation.table.Counter} and {@link
 * dev.whyrst.conversation.table.HistoryLetters} for the small ones. {@link
 * dev.whyrst.conversation.table.ConversationTable} finds a row by the hash of its {@link
 * dev.whyrst.conversation.table.ConversationKey}; {@link dev.whyrst.conversation.table.ClockHand} goes round the rows
 * for one that can be spared.
 *
 * <p>Getters and setters only: how the state changes with a segment is not known here, and nor is TCP. One thread at a
 * time.
 */
package dev.whyrst.conversation.table;

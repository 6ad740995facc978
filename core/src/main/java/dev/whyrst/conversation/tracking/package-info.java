/**
 * The steps that every segment takes, the same for both ends: find or open its conversation, judge a RST against what
 * was seen before it, bring numbers, window, state and history up to date, and log the segment.
 *
 * <p>{@link dev.whyrst.conversation.tracking.ConversationTracker} is the façade, and the front door of the whole house.
 *
 * <ol>
 *   <li>{@code ConversationFinder} finds the conversation by addresses, ports and tunnel, what can be worked out
 *       beforehand lying in an {@link dev.whyrst.conversation.tracking.Arrival}; {@code LiveConversations} wakes it,
 *       opens it, or lets another go;
 *   <li>{@code RoutineSegments} does at once what most segments need;
 *   <li>of the others {@code DuplicateCaptures} takes those that were captured before, {@code PreviousIncarnation}
 *       bridges reused ports, {@code RenamedConnections} those that an address translation gave another port;
 *   <li>{@code ResetStanding} and {@code ResetFacts} look at a RST, {@code ConnectionState} at all else;
 *   <li>{@code VantagePoint} and {@code StreamNumbers} count what the whole capture has in common.
 * </ol>
 *
 * <p>One thread; no allocation for a segment. Nothing here knows causes.
 */
package dev.whyrst.conversation.tracking;

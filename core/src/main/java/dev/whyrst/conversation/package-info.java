/**
 * The hot path after the decoder: follows all conversations of a trace in bounded memory, and keeps what is needed to
 * tell later how those with a RST went.
 *
 * <p>{@link dev.whyrst.conversation.tracking.ConversationTracker} is the entrance. The rooms, each of which knows only
 * those before it:
 *
 * <ol>
 *   <li>{@code deferred}: what can wait, done in order by a second thread;
 *   <li>{@code table}: the state of live conversations, a row of 32 words each, and the table that finds them;
 *   <li>{@code payload}: a glance at the first bytes of a payload;
 *   <li>{@code log}: the segments that are kept, six words each;
 *   <li>{@code hosts}: facts about hosts and ports;
 *   <li>{@code dossier}: conversations packed, and as timelines again;
 *   <li>{@code tracking}: the steps that every segment takes.
 * </ol>
 *
 * <p><b>Cost.</b> Nothing is allocated for a segment. State lies in arrays of longs, so that millions of conversations
 * are a few dozen objects to the garbage collector; names and texts are kept only where one occurs. All but {@code
 * deferred} runs on the one thread that tracks.
 *
 * <p><b>Hostile input.</b> Every table has a bound and says when it was reached ({@link
 * dev.whyrst.conversation.tracking.TrackerLimits}); hash tables have a seed of the run, on which no result depends.
 *
 * <p>Nothing here knows causes: what a RST means is asked of the timelines later.
 */
package dev.whyrst.conversation;

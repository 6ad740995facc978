/**
 * Dossiers: conversations that had a RST, packed until the end of the trace, and built into timelines then, one by one
 * and on demand.
 *
 * <p>{@code SavedConversation} makes one sequence of words of a row and its segments; {@code WordPacker} makes few
 * bytes of the words; {@code DossierStore} keeps these in memory up to a budget and then in a temporary file. {@link
 * dev.whyrst.conversation.dossier.Dossiers} knows which RST belongs to which of them, and {@link
 * dev.whyrst.conversation.dossier.DossierReader}, one for each thread, builds timelines by a {@code TimelineBuilder}.
 * {@link dev.whyrst.conversation.dossier.SleepingConversations} lets conversations that are over or silent lie packed
 * in the same way, until their next segment wakes them.
 *
 * <p>Packing is a deferred task; a conversation that is asked for before that is done is waited for. What a RST means
 * is not known here.
 */
package dev.whyrst.conversation.dossier;

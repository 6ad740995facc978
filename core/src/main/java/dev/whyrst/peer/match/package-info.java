/**
 * Which conversation, and which RST, of one capture is which of the other.
 *
 * <p>{@link dev.whyrst.peer.match.ConversationPairs} matches conversations by one {@link
 * dev.whyrst.peer.match.MatchKey} after the other, the most telling first; once the clocks are known, what may be
 * chance must fit in time too. {@link dev.whyrst.peer.match.ResetPairs} matches the RSTs of matched conversations,
 * equal ones by the rhythm of their times ({@code Alignment}), then those of conversations that only one capture knows.
 * {@link dev.whyrst.peer.match.UnmatchedConversations} remembers when conversations began that have no partner, and may
 * have one under another name.
 *
 * <p>A match is one to one. What it proves is said elsewhere.
 */
package dev.whyrst.peer.match;

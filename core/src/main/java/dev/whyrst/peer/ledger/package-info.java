/**
 * What is asked of each of the two captures, in columns, so that millions of conversations and RSTs can be held against
 * each other.
 *
 * <p>{@link dev.whyrst.peer.ledger.PeerTrace} is the capture itself, as its owner shows it. {@link
 * dev.whyrst.peer.ledger.ConversationLedger} and {@link dev.whyrst.peer.ledger.ResetLedger} read from it once what may
 * identify each conversation and each RST; {@link dev.whyrst.peer.ledger.Recording} is what it kept of one
 * conversation's segments, and when it kept all of them. {@link dev.whyrst.peer.ledger.Pairing} translates sides and
 * numbers of a conversation into those of the other capture.
 *
 * <p>Nothing here compares the two: a ledger knows one capture only.
 */
package dev.whyrst.peer.ledger;

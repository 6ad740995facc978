/**
 * Holds two captures of the same traffic against each other, made at two points of the path, by two clocks, perhaps on
 * the two sides of a NAT: which conversations are the same, how the clocks run, which RST of one is which of the other,
 * and what it proves that only one of them holds a RST.
 *
 * <p>{@link dev.whyrst.peer.prove.PeerComparison} is the front door. The captures have the numbers 0 (the one that was
 * asked about) and 1 (its peer). A <em>shift</em> is the time of a segment in capture 1 less its time in capture 0: the
 * offset of the clocks and the way between the two points in one.
 *
 * <p>The rooms, each of which knows only those before it:
 *
 * <ol>
 *   <li>{@code ledger}: what is asked of each capture by itself;
 *   <li>{@code clock}: what the segments that both hold tell of clocks and ways;
 *   <li>{@code match}: which conversation and which RST is which;
 *   <li>{@code prove}: what follows for one RST.
 * </ol>
 *
 * <p>Nothing here reads frames: a capture is what its owner shows as a {@link dev.whyrst.peer.ledger.PeerTrace}. All of
 * it runs once for a pair of captures, on one thread.
 */
package dev.whyrst.peer;

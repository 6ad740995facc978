/**
 * Holds two captures of the same traffic against each other, made at two points of the path, by two clocks, perhaps on the two
 * sides of a NAT: which conversations are the same, how the clocks run, which RST of one is which of the other, and what the
 * presence of a RST at one end only proves.
 *
 * <p>{@link dev.whyrst.peer.prove.PeerComparison} is the front door. The captures have the numbers 0 (the one that was asked about)
 * and 1 (its peer). A <em>shift</em> is the time of a segment in capture 1 less its time in capture 0: the offset of the clocks
 * and the way between the two points in one.
 */
package dev.whyrst.peer;

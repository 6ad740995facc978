/**
 * What can be computed of one RST: named facts, each a class that reads an {@link dev.whyrst.attribution.facts.ObservedRst} and
 * perhaps other facts, and none that knows who asks.
 *
 * <p>From the bottom up, and never in a circle, which a test holds:
 *
 * <ol>
 *   <li>what a timeline shows by itself: the handshake, what a side said before the RST, which segment it answers, its shape;
 *   <li>{@link dev.whyrst.attribution.facts.ObservedRst}: one RST with these, and {@link
 *       dev.whyrst.attribution.facts.Surroundings}, the hosts and ports around it;
 *   <li>facts that are read off it: path (TTL, MAC, IP-ID), pace, silence, windows, what was unread or unacknowledged, what speaks for
 *       a close or for a forger, what the RST states itself;
 *   <li>{@link dev.whyrst.attribution.facts.RstContext}: the same RST with those facts that several rules ask for, each computed once.
 * </ol>
 *
 * <p>Facts are pure: the same RST gives the same fact on any thread. Most RSTs of a scan are asked for few of them, so what costs a look
 * at hosts or all segments is computed when it is asked for. What captures leave open is said as such ({@code UNKNOWN}, -1, empty), never
 * guessed.
 */
package dev.whyrst.attribution.facts;

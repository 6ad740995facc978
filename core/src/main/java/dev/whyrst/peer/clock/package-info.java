/**
 * What the segments that both captures hold tell of the two clocks, the way between the two points, and the fields that
 * devices on it change.
 *
 * <p>{@link dev.whyrst.peer.clock.PairSurvey} looks at one conversation: by how much its segments shift ({@code
 * ClockShifts}), which capture was nearer which end, what reads the same in both ({@link
 * dev.whyrst.peer.clock.FieldSurvivals}). {@link dev.whyrst.peer.clock.PeerClock} lays a line through all of them:
 * offset, drift, whether a clock was set meanwhile. {@link dev.whyrst.peer.clock.RunningTimes} says from when until
 * when each capture ran.
 *
 * <p>A <em>shift</em> is the time of a segment in capture 1 less its time in capture 0. Nothing here decides which
 * conversations are the same, and nothing knows RSTs.
 */
package dev.whyrst.peer.clock;

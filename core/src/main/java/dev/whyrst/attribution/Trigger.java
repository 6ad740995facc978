package dev.whyrst.attribution;

import dev.whyrst.timeline.Segment;

/**
 * The segment that a RST answers, by arithmetic.
 *
 * @param delayNanos from the segment to the RST, by the capture's clock
 */
public record Trigger(Segment segment, long delayNanos) {}

package dev.whyrst.attribution;

import dev.whyrst.timeline.Segment;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What was seen and computed of one RST, whatever its cause.
 *
 * @param trigger the segment that it answers, if it answers one; an abort answers none
 * @param acknowledged the segment of the peer up to which an abort acknowledges, if it was captured
 * @param unreadBytes bytes that the RST's sender had acknowledged and its application probably never read; -1 unknown
 * @param unacknowledgedBytes bytes that the RST's sender had sent and its peer had not acknowledged; -1 unknown
 * @param silenceNanos how long the conversation had been silent before the trigger (or the RST without one)
 * @param configuredTimeoutNanos the connect timeout that was configured for the responder, where the cause was held against
 *     it: the pictures draw it
 */
public record Observation(
        Shape shape,
        Optional<Trigger> trigger,
        Optional<Segment> acknowledged,
        long unreadBytes,
        long unacknowledgedBytes,
        long silenceNanos,
        ApplicationSees applicationSees,
        OptionalLong configuredTimeoutNanos) {}

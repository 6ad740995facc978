package dev.whyrst.attribution;

import dev.whyrst.timeline.FrameRef;
import dev.whyrst.timeline.Segment;
import java.util.List;
import java.util.Optional;

/**
 * What a capture at another point of the path tells of a RST.
 *
 * @param confidence how sure the origin is
 * @param request what became of the segment that the RST answers
 * @param answered that segment, where the other capture tells
 * @param evidence what shows the origin
 * @param frame the same segment in the other capture
 */
public record Testimony(
        Origin origin,
        Confidence confidence,
        Request request,
        Optional<Segment> answered,
        List<Evidence> evidence,
        Optional<FrameRef> frame) {

    /** There is no other capture. */
    public static final Testimony NONE =
            new Testimony(Origin.OPEN, Confidence.LOW, Request.UNKNOWN, Optional.empty(), List.of(), Optional.empty());

    /** Whether it changes nothing. */
    public boolean isSilent() {
        return origin == Origin.OPEN && evidence.isEmpty();
    }

    /** Where a RST was made. */
    public enum Origin {
        /** By the host that its header names. */
        SENDER,
        /** Between the two points of capture, in the sender's name. */
        BETWEEN,
        /** The other capture does not tell. */
        OPEN
    }

    /** What became of the segment that a RST answers. */
    public enum Request {
        /** It went through to the host that the RST names. */
        PASSED,
        /** It never came to the host that the RST names. */
        SWALLOWED,
        /** There is none, or the other capture does not tell. */
        UNKNOWN
    }
}

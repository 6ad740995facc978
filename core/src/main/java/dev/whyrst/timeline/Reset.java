package dev.whyrst.timeline;

/**
 * One RST of a timeline.
 *
 * @param segment the segment with the RST flag
 * @param position its index in {@link Timeline#segments}
 * @param tracePosition position of its frame in the whole trace, from 1: the order in which RSTs are reported
 * @param standing where its SEQ stood when it passed
 * @param text the RST's payload as captured, when it has one: raw characters of ISO 8859-1, hostile; empty otherwise
 * @param mptcpReason reason code of an MP_TCPRST option, or -1
 * @param copy whether it is an earlier RST of the timeline that was captured a second time
 */
public record Reset(
        Segment segment,
        int position,
        long tracePosition,
        Standing standing,
        String text,
        int mptcpReason,
        boolean copy) {

    public Side from() {
        return segment.from();
    }
}

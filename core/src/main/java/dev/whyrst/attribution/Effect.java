package dev.whyrst.attribution;

import dev.whyrst.timeline.Reset;
import dev.whyrst.timeline.Segment;
import dev.whyrst.timeline.Side;
import dev.whyrst.timeline.Timeline;

/** What a RST did to the connection of its receiver, as far as the capture shows. */
public enum Effect {
    /** The receiver had the connection, or asked for it, and the RST was acceptable. */
    ENDED("ended"),
    /** The RST was outside of what its receiver takes (RFC 9293 section 3.5.3, RFC 5961 section 3.2), or both ends went on. */
    IGNORED("ignored"),
    /** The receiver had no such connection any more: it had reset or closed it, or an earlier RST had ended it. */
    NOBODY("nobody"),
    /** Nothing shows it. */
    UNKNOWN("unknown");

    private final String label;

    Effect(String label) {
        this.label = label;
    }

    /** The name in reports. */
    public String label() {
        return label;
    }

    /** The effect of a RST of that timeline. */
    public static Effect of(Timeline timeline, Reset reset) {
        if (wentOn(timeline, reset)) {
            return IGNORED;
        }
        if (wasOver(timeline, reset)) {
            return NOBODY;
        }
        return switch (reset.standing()) {
            // What the RSTs of an earlier chapter did is not known here.
            case EXACT, LINES_UP -> timeline.earlierReset() > 0 ? UNKNOWN : ENDED;
            case BELOW_WINDOW, ABOVE_WINDOW, UNACCEPTABLE_ACK -> IGNORED;
            case IN_WINDOW -> isAnswered(timeline, reset) ? IGNORED : UNKNOWN;
            case UNKNOWN -> UNKNOWN;
        };
    }

    /** Whether both ends said something new afterwards, on the same connection. */
    private static boolean wentOn(Timeline timeline, Reset reset) {
        boolean sender = false;
        boolean receiver = false;
        for (Segment s : timeline.after(reset)) {
            if (s.isInitialSyn()) {
                break;
            }
            boolean word = s.hasPayload() && !s.isReset();
            sender |= word && s.from() == reset.from();
            receiver |= word && s.from() != reset.from();
        }
        return sender && receiver;
    }

    /** Whether the receiver answered by an ACK without data, as RFC 5961 section 3.2 has it for a RST that may be forged. */
    private static boolean isAnswered(Timeline timeline, Reset reset) {
        for (Segment s : timeline.after(reset)) {
            if (!s.isReset()) {
                return s.from() != reset.from() && s.hasAck() && s.segLength() == 0;
            }
        }
        return false;
    }

    private static boolean wasOver(Timeline timeline, Reset reset) {
        Side receiver = reset.from().opposite();
        if (timeline.abortedEarlier(receiver)) {
            return true;
        }
        for (Reset earlier : timeline.resets()) {
            if (earlier.position() >= reset.position()) {
                break;
            }
            boolean ended = earlier.from() == receiver || earlier.standing().acceptable();
            if (ended && !earlier.copy() && !reset.copy()) {
                return true;
            }
        }
        return false;
    }
}

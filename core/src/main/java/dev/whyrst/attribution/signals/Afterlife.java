package dev.whyrst.attribution.signals;

import dev.whyrst.timeline.Segment;
import java.util.Optional;

/** Finds what shows that the RST's sender did not know of it. */
final class Afterlife {

    private Afterlife() {}

    /**
     * Whether the RST's sender acted as if it had not sent it: new data or a new acknowledgment of its own afterwards. One that
     * waits for a SYN,ACK may reset what does not fit and go on waiting.
     */
    static Optional<Segment> of(ResetCase c) {
        if (c.isAnswerInSynSent()) {
            return Optional.empty();
        }
        for (Segment s : c.timeline().after(c.reset())) {
            if (s.from() != c.sender() || s.isReset()) {
                continue;
            }
            if (s.isInitialSyn()) {
                break;
            }
            boolean newData = s.hasPayload() && s.end() > c.rst().seq();
            boolean newAck = s.hasAck() && !s.hasPayload() && acknowledgesLater(c, s);
            if (newData || newAck || s.isSynAck()) {
                return Optional.of(s);
            }
        }
        return Optional.empty();
    }

    private static boolean acknowledgesLater(ResetCase c, Segment ack) {
        for (Segment s : c.timeline().after(c.reset())) {
            if (s.equals(ack)) {
                return false;
            }
            if (s.from() == c.peer()
                    && s.hasPayload()
                    && ack.ack() == s.end()
                    && s.end() > c.other().sndNxt() - 1) {
                return true;
            }
        }
        return false;
    }
}

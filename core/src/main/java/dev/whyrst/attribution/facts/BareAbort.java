package dev.whyrst.attribution.facts;

import dev.whyrst.timeline.Reset;
import dev.whyrst.timeline.Segment;
import dev.whyrst.timeline.SideSummary;
import dev.whyrst.timeline.Timeline;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An abort as RFC 9293 section 3.10.5 words it: SEQ = SND.NXT, RST, no ACK. Stacks that send it so build it like their other
 * segments, with RCV.NXT in the acknowledgment field and a window, where an answer that needs no connection has 0.
 */
final class BareAbort {

    private BareAbort() {}

    /** The number in the acknowledgment field of a RST without ACK that shows so that its maker had the connection. */
    static OptionalLong acknowledged(Timeline timeline, Reset reset) {
        Segment rst = reset.segment();
        SideSummary own = timeline.of(reset.from());
        boolean built = !rst.hasAck() && rst.rawAck() != 0 && (rst.rawWindow() > 0 || rst.timestamps());
        if (!built || !own.hasSpoken() || rst.seq() != own.sndNxt()) {
            return OptionalLong.empty();
        }
        Optional<Segment> acknowledging = timeline.lastBefore(reset, reset.from(), s -> s.hasAck() && !s.isReset());
        if (acknowledging.isEmpty()) {
            return OptionalLong.empty();
        }
        Segment last = acknowledging.get();
        if (mirrors(timeline.lastBefore(reset, reset.from().opposite(), s -> !s.isReset()), rst, last)) {
            return OptionalLong.empty();
        }
        int ahead = rst.rawAck() - last.rawAck();
        boolean sent =
                last.ack() + ahead <= timeline.of(reset.from().opposite()).sndNxt();
        return ahead >= 0 && sent ? OptionalLong.of(last.ack() + ahead) : OptionalLong.empty();
    }

    /** Some stacks build an answer from the segment itself: its window, and its SEQ as the acknowledgment of what they do not take. */
    private static boolean mirrors(Optional<Segment> heard, Segment rst, Segment own) {
        return heard.isPresent()
                && heard.get().hasPayload()
                && rst.rawAck() == heard.get().rawSeq()
                && rst.rawSeq() == heard.get().rawAck()
                && rst.rawWindow() == heard.get().rawWindow()
                && rst.rawWindow() != own.rawWindow();
    }
}

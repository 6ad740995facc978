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
        if (isOwnWord(timeline, reset)) {
            return timeline.lastBefore(reset, reset.from(), Segment::hasAck)
                    .map(s -> OptionalLong.of(s.ack()))
                    .orElse(OptionalLong.empty());
        }
        if (!isBuilt(timeline, reset)) {
            return OptionalLong.empty();
        }
        Optional<Segment> acknowledging = timeline.lastBefore(reset, reset.from(), s -> s.hasAck() && !s.isReset());
        return acknowledging.isEmpty() ? OptionalLong.empty() : inField(timeline, reset, acknowledging.get());
    }

    /** Whether it has what an answer that needs no connection lacks, at the number where its sender stood. */
    private static boolean isBuilt(Timeline timeline, Reset reset) {
        Segment rst = reset.segment();
        SideSummary own = timeline.of(reset.from());
        boolean built = !rst.hasAck() && rst.rawAck() != 0 && (rst.rawWindow() > 0 || rst.timestamps());
        return built && own.hasSpoken() && rst.seq() == own.sndNxt();
    }

    /** @param last what its sender had acknowledged last */
    private static OptionalLong inField(Timeline timeline, Reset reset, Segment last) {
        Segment rst = reset.segment();
        if (mirrors(timeline.lastBefore(reset, reset.from().opposite(), s -> !s.isReset()), rst, last)) {
            return OptionalLong.empty();
        }
        int ahead = rst.rawAck() - last.rawAck();
        boolean sent =
                last.ack() + ahead <= timeline.of(reset.from().opposite()).sndNxt();
        return ahead >= 0 && sent ? OptionalLong.of(last.ack() + ahead) : OptionalLong.empty();
    }

    /**
     * Whether the RST bears the room that the connection offers, and all that the peer had sent was acknowledged before:
     * there is nothing left that it could answer.
     */
    private static boolean isOwnWord(Timeline timeline, Reset reset) {
        Segment rst = reset.segment();
        SideSummary own = timeline.of(reset.from());
        SideSummary other = timeline.of(reset.from().opposite());
        Optional<Segment> last = timeline.lastBefore(reset, reset.from(), s -> !s.isReset());
        return !rst.hasAck()
                && rst.rawWindow() > 0
                && last.isPresent()
                && last.get().hasAck()
                && !last.get().isSyn()
                && last.get().rawWindow() == rst.rawWindow()
                && rst.seq() == own.sndNxt()
                && other.payloadBytes() > 0
                && last.get().ack() >= other.sndNxt()
                && timeline.before(reset).get(timeline.before(reset).size() - 1).equals(last.get());
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

package dev.whyrst.attribution.facts;

import dev.whyrst.attribution.Shape;
import dev.whyrst.attribution.Trigger;
import dev.whyrst.timeline.Reset;
import dev.whyrst.timeline.Segment;
import dev.whyrst.timeline.SideSummary;
import dev.whyrst.timeline.Standing;
import java.util.Optional;

/** Tells the form of a RST. */
final class Shapes {

    private Shapes() {}

    /** @param knows whether the RST acknowledges what its sender's connection had taken */
    static Shape of(Reset reset, Optional<Trigger> trigger, SideSummary sender, boolean knows) {
        Segment rst = reset.segment();
        if (!rst.hasAck()) {
            return knows ? Shape.ACTIVE : Shape.PASSIVE;
        }
        boolean answersNoAck = trigger.isPresent()
                ? answersWithoutNumber(rst, trigger.get().segment(), sender)
                : isNumberless(rst) && !sender.hasSpoken();
        if (answersNoAck) {
            return Shape.PASSIVE_NO_ACK;
        }
        boolean bearsNext = reset.standing() != Standing.ABOVE_WINDOW;
        return (sender.hasSpoken() || trigger.isPresent()) && bearsNext ? Shape.ACTIVE : Shape.OTHER;
    }

    /** Whether the RST answers a segment without ACK, which gives it no number to bear. */
    private static boolean answersWithoutNumber(Segment rst, Segment trigger, SideSummary sender) {
        return !trigger.hasAck() && (rst.rawSeq() == 0 || !sender.hasSpoken());
    }

    private static boolean isNumberless(Segment rst) {
        return rst.rawSeq() == 0 && rst.rawAck() != 0 && rst.rawWindow() == 0;
    }
}

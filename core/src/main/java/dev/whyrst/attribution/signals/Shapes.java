package dev.whyrst.attribution.signals;

import dev.whyrst.attribution.Shape;
import dev.whyrst.attribution.Trigger;
import dev.whyrst.timeline.Segment;
import dev.whyrst.timeline.SideSummary;
import java.util.Optional;

/** Tells the form of a RST. */
final class Shapes {

    private Shapes() {}

    /** @param knows whether the RST acknowledges what its sender's connection had taken */
    static Shape of(Segment rst, Optional<Trigger> trigger, SideSummary sender, boolean knows) {
        if (!rst.hasAck()) {
            return knows ? Shape.ACTIVE : Shape.PASSIVE;
        }
        boolean answersWithoutAck =
                trigger.isPresent() && !trigger.get().segment().hasAck();
        if (answersWithoutAck && (rst.rawSeq() == 0 || !sender.hasSpoken())) {
            return Shape.PASSIVE_NO_ACK;
        }
        boolean numberless = trigger.isEmpty() && rst.rawSeq() == 0 && rst.rawAck() != 0 && rst.rawWindow() == 0;
        if (numberless && !sender.hasSpoken()) {
            return Shape.PASSIVE_NO_ACK;
        }
        return sender.hasSpoken() || trigger.isPresent() ? Shape.ACTIVE : Shape.OTHER;
    }
}

package dev.whyrst.attribution.facts;

import dev.whyrst.attribution.Thresholds;
import dev.whyrst.timeline.Reset;
import dev.whyrst.timeline.Segment;
import java.util.ArrayList;
import java.util.List;

/** The RSTs in one sender's name that came back to back. */
final class Volley {

    private Volley() {}

    /** The RSTs in the sender's name that belong together with this one, itself among them; captured twice counts once. */
    static List<Reset> of(ObservedRst r) {
        List<Reset> together = new ArrayList<>(2);
        for (Reset other : r.timeline().resets()) {
            boolean itself = other.position() == r.reset().position();
            if (other.from() == r.sender() && (itself || !other.copy()) && isNear(r, other.segment())) {
                together.add(other);
            }
        }
        return together;
    }

    /** Whether a segment came so soon before or after the RST that it may belong to it. */
    static boolean isNear(ObservedRst r, Segment s) {
        return Math.abs(s.timeNanos() - r.rst().timeNanos()) <= Thresholds.BACK_TO_BACK;
    }
}

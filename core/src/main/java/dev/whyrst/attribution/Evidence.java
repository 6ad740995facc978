package dev.whyrst.attribution;

import dev.whyrst.timeline.FrameRef;
import java.util.List;

/**
 * One observed fact that speaks for or against a cause.
 *
 * @param statement one sentence with computed numbers; it may hold hostile text from packets
 * @param frames the frames that show it
 */
public record Evidence(Stance stance, Weight weight, String statement, List<FrameRef> frames) {

    /** Which way a fact points. */
    public enum Stance {
        FOR,
        AGAINST;

        /** The name in reports. */
        public String label() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** How much a fact weighs. */
    public enum Weight {
        DECISIVE,
        STRONG,
        WEAK;

        /** The name in reports. */
        public String label() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}

package dev.whyrst.attribution;

import dev.whyrst.timeline.FrameRef;
import java.util.List;
import java.util.Locale;

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

        private final String label = name().toLowerCase(Locale.ROOT);

        /** The name in reports. */
        public String label() {
            return label;
        }
    }

    /** How much a fact weighs. */
    public enum Weight {
        DECISIVE,
        STRONG,
        WEAK;

        private final String label = name().toLowerCase(Locale.ROOT);

        /** The name in reports. */
        public String label() {
            return label;
        }
    }
}

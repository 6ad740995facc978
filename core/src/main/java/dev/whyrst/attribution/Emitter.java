package dev.whyrst.attribution;

import dev.whyrst.timeline.Side;
import java.util.Locale;

/** Who is believed to have put the RST on the wire, whatever its source address says. */
public enum Emitter {
    INITIATOR,
    RESPONDER,
    MIDDLEBOX,
    UNKNOWN;

    private final String label = name().toLowerCase(Locale.ROOT);

    public static Emitter of(Side side) {
        return side == Side.INITIATOR ? INITIATOR : RESPONDER;
    }

    /** The name in reports. */
    public String label() {
        return label;
    }
}

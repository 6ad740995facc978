package dev.whyrst.attribution;

import dev.whyrst.timeline.Side;

/** Who is believed to have put the RST on the wire, whatever its source address says. */
public enum Emitter {
    INITIATOR,
    RESPONDER,
    MIDDLEBOX,
    UNKNOWN;

    public static Emitter of(Side side) {
        return side == Side.INITIATOR ? INITIATOR : RESPONDER;
    }

    /** The name in reports. */
    public String label() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}

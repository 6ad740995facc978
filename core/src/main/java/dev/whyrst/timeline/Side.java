package dev.whyrst.timeline;

/** The two ends of a conversation. */
public enum Side {
    /** The end that sent the first SYN (or is believed to have, see {@link RoleBasis}). */
    INITIATOR,
    /** The end that was connected to. */
    RESPONDER;

    public Side opposite() {
        return this == INITIATOR ? RESPONDER : INITIATOR;
    }

    /** The side's name in reports. */
    public String label() {
        return this == INITIATOR ? "initiator" : "responder";
    }
}

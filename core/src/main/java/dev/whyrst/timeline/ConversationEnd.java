package dev.whyrst.timeline;

/** Why the tool stopped following a conversation. */
public enum ConversationEnd {
    /** The capture ended. */
    END_OF_CAPTURE,
    /** Nothing came for longer than the idle limit. */
    IDLE,
    /** A new SYN took the same addresses and ports. */
    PORT_REUSE,
    /** The table was full. */
    EVICTED,
    /** So much came after a RST that the story goes on in a further timeline of the same conversation. */
    CONTINUED
}

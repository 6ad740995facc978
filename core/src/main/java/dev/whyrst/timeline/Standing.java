package dev.whyrst.timeline;

/**
 * Where the SEQ of a RST stood against the receiver's RCV.NXT, as far as the capture shows it, when the RST passed
 * (RFC 9293 section 3.5.3, RFC 5961 section 3.2).
 */
public enum Standing {
    /** SEG.SEQ = RCV.NXT, or a RST that acknowledges the receiver's SYN in SYN-SENT: the receiver takes it. */
    EXACT("exact"),
    /** SEG.SEQ lines up with the end of the sender's own last segment, which the receiver may not have had yet. */
    LINES_UP("lines-up"),
    /** In the window, but not at its edge: answered by a challenge ACK. */
    IN_WINDOW("in-window"),
    /** Older than RCV.NXT: dropped. */
    BELOW_WINDOW("below-window"),
    /** Beyond the window: dropped. */
    ABOVE_WINDOW("above-window"),
    /** A RST in SYN-SENT that does not acknowledge the SYN: dropped. */
    UNACCEPTABLE_ACK("unacceptable-ack"),
    /** The receiver had closed already or was never seen; nothing to hold it against. */
    UNKNOWN("unknown");

    private final String label;

    Standing(String label) {
        this.label = label;
    }

    /** The name in reports. */
    public String label() {
        return label;
    }

    /** Whether a receiver that follows RFC 5961 would take the RST. */
    public boolean acceptable() {
        return this == EXACT || this == LINES_UP;
    }
}

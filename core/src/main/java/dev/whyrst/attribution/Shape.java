package dev.whyrst.attribution;

/** The form of a RST, which tells a stack's decision from its answer to a segment (RFC 9293 section 3.5.2). */
public enum Shape {
    /** RST,ACK with SND.NXT and RCV.NXT: a stack aborts a connection that it has. */
    ACTIVE("active"),
    /** RST only, SEQ = SEG.ACK of the segment that it answers. */
    PASSIVE("passive"),
    /** RST,ACK, ACK = SEG.SEQ + SEG.LEN of a segment that had no ACK; SEQ 0. */
    PASSIVE_NO_ACK("passive-no-ack"),
    /** Neither. */
    OTHER("other");

    private final String label;

    Shape(String label) {
        this.label = label;
    }

    /** The name in reports. */
    public String label() {
        return label;
    }
}

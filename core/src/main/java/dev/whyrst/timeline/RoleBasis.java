package dev.whyrst.timeline;

/** What tells the initiator from the responder. */
public enum RoleBasis {
    /** The SYN was captured. */
    SYN("syn"),
    /** The SYN,ACK was captured, the SYN was not. */
    SYN_ACK("syn-ack"),
    /** Neither: the lower port is taken for the responder's, or the endpoint that other conversations connect to. */
    PORT_GUESS("port-guess");

    private final String label;

    RoleBasis(String label) {
        this.label = label;
    }

    /** The name in reports. */
    public String label() {
        return label;
    }
}

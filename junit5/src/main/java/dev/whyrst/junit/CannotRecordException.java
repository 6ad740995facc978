package dev.whyrst.junit;

/** There is no libpcap, no loopback interface, or no permission; the message says which, and what to do. */
final class CannotRecordException extends Exception {

    private static final long serialVersionUID = 1L;

    CannotRecordException(String reason, Throwable cause) {
        super(
                "the loopback interface cannot be recorded: " + reason
                        + "; it takes libpcap, and root or cap_net_raw for java",
                cause);
    }
}

package dev.whyrst.attribution;

/** What the program at one end learns of a RST through the sockets interface; the words depend on how far the connection had got. */
public enum Learned {
    /** Nothing: the socket was gone, or the stack acted by itself. */
    NOTHING,
    /** Nothing, since it closed the socket itself. */
    NOTHING_IT_CLOSED,
    /** ECONNREFUSED where {@code connect()} was still waiting, else ECONNRESET. */
    REFUSED_OR_RESET,
    /** The other end rejected the handshake: the responder's program never heard of it, the initiator's {@code connect()} failed. */
    HANDSHAKE_REJECTED,
    /** {@code connect()} gave up before the RST; the responder's program never heard of it. */
    CONNECT_GAVE_UP,
    /** ECONNRESET on the next read or write, then EPIPE. */
    RESET,
    /** ECONNRESET on the next read, and EPIPE on the second write. */
    RESET_ON_READ,
    /** ECONNRESET, if it has such a connection at all. */
    RESET_IF_CONNECTED,
    /** ECONNRESET, if the RST was acceptable to its stack (RFC 5961 section 3). */
    RESET_IF_ACCEPTABLE,
    /** ETIMEDOUT. */
    TIMED_OUT,
    /** ECONNABORTED, where an operator destroyed the socket. */
    ABORTED_BY_OPERATOR;

    /** Whether it, or a timer of its socket, ended the connection: what the sender of a RST learns where nothing that came made it send. */
    boolean byOwnDecision() {
        return this == NOTHING_IT_CLOSED || this == TIMED_OUT || this == ABORTED_BY_OPERATOR;
    }
}

package dev.whyrst.attribution;

/**
 * What happened to one conversation that was reset, in the few words that incidents are made of.
 *
 * <p>Some causes say it by themselves ({@link Cause#behaviour}); of the others the conversation tells which end ended
 * it and how.
 */
public enum Behaviour {
    /** A SYN was refused by the host. */
    REFUSED,
    /** A SYN was refused by a packet filter. */
    FILTERED,
    /** The accept queue was full. */
    OVERFLOW,
    /** A device on the path reset a conversation that both ends had. */
    CUT_ON_PATH,
    /** A segment met a host that knew nothing of its connection, though it had had it before. */
    LOST,
    /** The other end did not answer any more. */
    SILENT,
    /** The server aborted it. */
    SERVER_ABORT,
    /** The server had closed it before the RST. */
    SERVER_CLOSED,
    /** The client left before it had its answer. */
    CLIENT_GONE,
    /** The client left when nothing was left to say. */
    CLIENT_DONE,
    /** The client reset it right after the handshake. */
    PROBE,
    /** A segment of a connection of which the capture knows nothing else. */
    STRAY;

    /** Stands in the catalogue for a cause that leaves it to the conversation to tell who ended it, and how. */
    static final Behaviour UNTOLD = null;

    /** Whether the peer was not there: it knew nothing, said nothing, or refused. */
    public boolean isAbsence() {
        return this == LOST || this == SILENT || this == REFUSED;
    }

    /** Whether the server ended the conversation. */
    public boolean byServer() {
        return this == SERVER_ABORT || this == SERVER_CLOSED;
    }

    /** Whether the client ended the conversation. */
    public boolean byClient() {
        return this == CLIENT_GONE || this == CLIENT_DONE || this == PROBE;
    }
}

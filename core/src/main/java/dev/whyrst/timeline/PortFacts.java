package dev.whyrst.timeline;

import dev.whyrst.net.Endpoint;
import dev.whyrst.net.Nanos;

/**
 * What the whole input tells of one listening endpoint: only endpoints that accepted at least once are known.
 *
 * @param accepted how many SYN,ACKs it sent in answer to new connections
 * @param firstAcceptedNanos when it sent the first
 * @param lastAcceptedNanos when it sent the last
 * @param refused how many SYNs to it were answered by RST after it was known
 * @param turns how many of them came when it had accepted a connection since the refusal before
 * @param firstRefusedNanos when the first was; 0 if none
 * @param lastRefusedNanos when the last was
 * @param handshakeRetries SYNs to it and SYN,ACKs of its that had to be repeated
 * @param massCloses the most connections that it closed within {@link #MASS_WINDOW_NANOS}, unasked: with a FIN before
 *     the other end's, and not on the heels of an answer
 * @param massClosedNanos when the first of these was closed; 0 if none
 * @param waves how often it closed {@link #WAVE} connections and more within {@link #MASS_WINDOW_NANOS}, unasked
 * @param massAborts the most connections that it aborted within {@link #MASS_WINDOW_NANOS}
 * @param massAbortedNanos when the first of these was aborted; 0 if none
 */
public record PortFacts(
        Endpoint endpoint,
        long accepted,
        long firstAcceptedNanos,
        long lastAcceptedNanos,
        long refused,
        long turns,
        long firstRefusedNanos,
        long lastRefusedNanos,
        long handshakeRetries,
        int massCloses,
        long massClosedNanos,
        int waves,
        int massAborts,
        long massAbortedNanos) {

    /** Time, in nanoseconds, within which connections are closed that one act closes. */
    public static final long MASS_WINDOW_NANOS = 250 * Nanos.MILLI;

    /** Connections closed at one moment that are a wave. */
    public static final int WAVE = 3;

    private static final int OFTEN = 3;

    /** Whether it took connections and refused them in turns, more often than anybody restarts a service. */
    public boolean takesTurns() {
        return turns >= OFTEN;
    }
}

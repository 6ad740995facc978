package dev.whyrst.timeline;

import dev.whyrst.net.Endpoint;

/**
 * What the whole input tells of one listening endpoint: only endpoints that accepted at least once are known.
 *
 * @param accepted how many SYN,ACKs it sent in answer to new connections
 * @param firstAcceptedNanos when it sent the first
 * @param lastAcceptedNanos when it sent the last
 * @param refused how many SYNs to it were answered by RST after it was known
 * @param firstRefusedNanos when the first was; 0 if none
 * @param lastRefusedNanos when the last was
 */
public record PortFacts(
        Endpoint endpoint,
        long accepted,
        long firstAcceptedNanos,
        long lastAcceptedNanos,
        long refused,
        long firstRefusedNanos,
        long lastRefusedNanos) {}

package dev.whyrst.timeline;

/**
 * What is known of an earlier connection on the same addresses and ports.
 *
 * @param lastNanos when it was last seen
 * @param initiatorNext raw sequence number behind all that this conversation's initiator had sent in it
 * @param responderNext the same for the responder
 * @param closed whether it ended with FINs of both sides or a RST
 * @param accepted whether a SYN,ACK or data of both sides was seen in it
 */
public record Incarnation(long lastNanos, int initiatorNext, int responderNext, boolean closed, boolean accepted) {}

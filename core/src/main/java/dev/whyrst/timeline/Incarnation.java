package dev.whyrst.timeline;

/**
 * What is known of an earlier connection on the same addresses and ports.
 *
 * @param lastNanos when it was last seen
 * @param initiatorNext raw sequence number after all that this conversation's initiator had sent in it
 * @param responderNext the same for the responder
 * @param closed whether it ended with FINs of both sides or a RST
 * @param finished whether both sides sent a FIN in it, so that one of them may be in TIME_WAIT
 * @param accepted whether a SYN,ACK or data of both sides was seen in it
 * @param elsewhere whether this conversation's first SYN came another way than what its sender had sent in it: behind a
 *     NAT another host may have got the ports
 */
public record Incarnation(
        long lastNanos,
        int initiatorNext,
        int responderNext,
        boolean closed,
        boolean finished,
        boolean accepted,
        boolean elsewhere) {}

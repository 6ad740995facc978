package dev.whyrst.attribution.verdict;

import dev.whyrst.attribution.ApplicationSees;
import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.facts.RstContext;
import dev.whyrst.timeline.Side;
import dev.whyrst.timeline.Standing;

/** Says what the two applications learn of a RST: the error names of the sockets interface. */
final class Applications {

    private static final String NOTHING = "nothing";
    private static final String IF_CONNECTED = "ECONNRESET, if it has such a connection";

    private Applications() {}

    static ApplicationSees see(RstContext c, Cause cause) {
        String receiver = receiver(c, cause);
        String sender = sender(c, cause);
        return c.sender() == Side.INITIATOR
                ? new ApplicationSees(sender, receiver)
                : new ApplicationSees(receiver, sender);
    }

    private static String receiver(RstContext c, Cause cause) {
        if (!c.reset().standing().acceptable() && cause == Cause.INJECTED_RST) {
            return c.reset().standing() == Standing.UNKNOWN ? IF_CONNECTED : NOTHING + " (the RST was not acceptable)";
        }
        return switch (cause) {
            case PORT_NOT_LISTENING, FIREWALL_REJECT, LISTEN_OVERFLOW, TIME_WAIT ->
                refusesConnect(c) ? "ECONNREFUSED from connect()" : "ECONNRESET";
            case HANDSHAKE_TIMEOUT, SYN_ACK_REJECTED, HALF_OPEN_CLIENT_RESTARTED ->
                c.sender() == Side.INITIATOR
                        ? NOTHING + " (the connection was never accepted)"
                        : "ECONNREFUSED or ECONNRESET from connect()";
            case BENIGN_AFTER_TEARDOWN -> NOTHING;
            case DATA_AFTER_CLOSE -> "ECONNRESET on the next read, EPIPE and SIGPIPE on the second write";
            case NONEXISTENT_CONNECTION -> IF_CONNECTED;
            default -> "ECONNRESET on the next read or write, EPIPE and SIGPIPE afterwards";
        };
    }

    private static boolean refusesConnect(RstContext c) {
        return c.handshake().synAck().isEmpty()
                && !c.spokeBeyondHandshake(Side.INITIATOR)
                && !c.spokeBeyondHandshake(Side.RESPONDER);
    }

    private static String sender(RstContext c, Cause cause) {
        return switch (cause) {
            case HANDSHAKE_TIMEOUT ->
                c.sender() == Side.INITIATOR
                        ? "EINPROGRESS, EAGAIN or ETIMEDOUT from connect(), before the RST"
                        : NOTHING + " (the connection was never accepted)";
            case KEEPALIVE_TIMEOUT, USER_TIMEOUT -> "ETIMEDOUT";
            case LISTEN_OVERFLOW, PORT_NOT_LISTENING, NONEXISTENT_CONNECTION -> NOTHING;
            case CLOSE_WITH_UNREAD_DATA, LINGER_ZERO_ABORT -> NOTHING + " (it closed)";
            case APP_ABORT_DISCONNECT -> "ECONNABORTED where an operator destroyed the socket, else " + NOTHING;
            default -> NOTHING;
        };
    }
}

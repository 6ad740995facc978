package dev.whyrst.attribution;

import static dev.whyrst.attribution.Cause.APP_ABORT_DISCONNECT;
import static dev.whyrst.attribution.Cause.APP_ABORT_LISTENER_CLOSED;
import static dev.whyrst.attribution.Cause.BENIGN_AFTER_TEARDOWN;
import static dev.whyrst.attribution.Cause.CLOSE_WITH_UNREAD_DATA;
import static dev.whyrst.attribution.Cause.DATA_AFTER_CLOSE;
import static dev.whyrst.attribution.Cause.FIREWALL_REJECT;
import static dev.whyrst.attribution.Cause.HALF_OPEN_CLIENT_RESTARTED;
import static dev.whyrst.attribution.Cause.HALF_OPEN_PEER_RESTARTED;
import static dev.whyrst.attribution.Cause.HANDSHAKE_TIMEOUT;
import static dev.whyrst.attribution.Cause.IDLE_TIMEOUT;
import static dev.whyrst.attribution.Cause.INJECTED_RST;
import static dev.whyrst.attribution.Cause.KEEPALIVE_TIMEOUT;
import static dev.whyrst.attribution.Cause.KEEPALIVE_TO_RESTARTED_PEER;
import static dev.whyrst.attribution.Cause.LINGER2_ABORT;
import static dev.whyrst.attribution.Cause.LINGER_ZERO_ABORT;
import static dev.whyrst.attribution.Cause.LISTEN_OVERFLOW;
import static dev.whyrst.attribution.Cause.NONEXISTENT_CONNECTION;
import static dev.whyrst.attribution.Cause.PORT_NOT_LISTENING;
import static dev.whyrst.attribution.Cause.SYN_ACK_REJECTED;
import static dev.whyrst.attribution.Cause.TIME_WAIT;
import static dev.whyrst.attribution.Cause.USER_TIMEOUT;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Which causes look like which, told once: the pages of both causes of a pair say how they are told apart, and a report says of each
 * rival of a verdict why it lost or was not considered.
 */
public final class Rivalry {

    private static final Map<Cause, Set<Cause>> RIVALS = new EnumMap<>(Cause.class);

    static {
        between(
                APP_ABORT_DISCONNECT,
                CLOSE_WITH_UNREAD_DATA,
                LINGER_ZERO_ABORT,
                APP_ABORT_LISTENER_CLOSED,
                INJECTED_RST);
        between(APP_ABORT_LISTENER_CLOSED, CLOSE_WITH_UNREAD_DATA, LINGER_ZERO_ABORT, LISTEN_OVERFLOW);
        between(BENIGN_AFTER_TEARDOWN, CLOSE_WITH_UNREAD_DATA, DATA_AFTER_CLOSE, LINGER2_ABORT, TIME_WAIT);
        between(CLOSE_WITH_UNREAD_DATA, LINGER_ZERO_ABORT, DATA_AFTER_CLOSE, LINGER2_ABORT, USER_TIMEOUT);
        between(DATA_AFTER_CLOSE, HALF_OPEN_PEER_RESTARTED, IDLE_TIMEOUT, LINGER2_ABORT, NONEXISTENT_CONNECTION);
        between(
                FIREWALL_REJECT,
                HALF_OPEN_PEER_RESTARTED,
                IDLE_TIMEOUT,
                INJECTED_RST,
                LISTEN_OVERFLOW,
                PORT_NOT_LISTENING);
        between(HALF_OPEN_CLIENT_RESTARTED, HANDSHAKE_TIMEOUT, PORT_NOT_LISTENING, SYN_ACK_REJECTED, TIME_WAIT);
        between(
                HALF_OPEN_PEER_RESTARTED,
                IDLE_TIMEOUT,
                KEEPALIVE_TO_RESTARTED_PEER,
                NONEXISTENT_CONNECTION,
                USER_TIMEOUT);
        between(HANDSHAKE_TIMEOUT, LINGER_ZERO_ABORT, LISTEN_OVERFLOW, SYN_ACK_REJECTED);
        between(IDLE_TIMEOUT, INJECTED_RST, KEEPALIVE_TO_RESTARTED_PEER, LINGER_ZERO_ABORT);
        between(INJECTED_RST, LINGER_ZERO_ABORT, USER_TIMEOUT);
        between(KEEPALIVE_TIMEOUT, KEEPALIVE_TO_RESTARTED_PEER, LINGER_ZERO_ABORT, USER_TIMEOUT);
        between(LISTEN_OVERFLOW, NONEXISTENT_CONNECTION, PORT_NOT_LISTENING);
        between(PORT_NOT_LISTENING, NONEXISTENT_CONNECTION, SYN_ACK_REJECTED, TIME_WAIT);
    }

    private Rivalry() {}

    /** Whether the two causes are confused with each other; the order does not matter. */
    public static boolean exists(Cause one, Cause other) {
        return RIVALS.getOrDefault(one, Set.of()).contains(other);
    }

    private static void between(Cause cause, Cause... rivals) {
        for (Cause rival : rivals) {
            RIVALS.computeIfAbsent(cause, c -> EnumSet.noneOf(Cause.class)).add(rival);
            RIVALS.computeIfAbsent(rival, c -> EnumSet.noneOf(Cause.class)).add(cause);
        }
    }
}

package dev.whyrst.incident;

import java.util.Locale;

/** What kind of event lies behind a group of RSTs; the ids stand in reports. */
public enum IncidentKind {
    SERVER_RESTART,
    HOST_OUTAGE,
    PROCESS_KILLED,
    SERVICE_DOWN,
    CONNECTIONS_KILLED,
    CONNECTION_LIMIT,
    QUEUE_OVERFLOW,
    SERVER_STALLED,
    CLIENT_TIMEOUTS,
    SERVER_TOO_SLOW,
    REQUEST_REJECTED,
    REQUEST_REJECTED_UNREAD,
    POLICY_ON_SERVER,
    TLS_HANDSHAKE_FAILURE,
    KEEP_ALIVE_RACE,
    SCAN,
    POLICY_DEVICE,
    IDLE_TIMER_ON_PATH,
    MIDDLEBOX_STATE_LOST,
    NAT_INVALID_PACKET,
    NORMAL_NOISE;

    /** The name in reports, in kebab-case. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

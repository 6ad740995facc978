package dev.whyrst.incident;

/** What to do about an incident. */
final class Remedies {

    private Remedies() {}

    static String of(IncidentKind kind) {
        return switch (kind) {
            case SERVER_RESTART ->
                "Find out who or what restarted it; drain connections before a restart, and let clients"
                        + " reconnect with growing pauses.";
            case HOST_OUTAGE ->
                "Look for power loss, a crash or a cut in the host's own log at that time; shorter keep-alives"
                        + " let its peers notice sooner.";
            case PROCESS_KILLED ->
                "Look for a crash, the out-of-memory killer or a kill -9 in the host's log at that time.";
            case SERVICE_DOWN ->
                "Check that the service runs and listens on this address and port; take it out of the load"
                        + " balancer while it does not.";
            case CONNECTIONS_KILLED -> "Ask who ended the sessions, and why; clients have to reconnect.";
            case CONNECTION_LIMIT -> "Raise the server's limit of connections, or let clients share fewer of them.";
            case QUEUE_OVERFLOW ->
                "Let the service accept faster, or raise its backlog and net.core.somaxconn; find out what"
                        + " held it up.";
            case SERVER_STALLED -> "Find out what kept the service from accepting, and raise its backlog.";
            case CLIENT_TIMEOUTS ->
                "Compare the clients' time limits with how long the answers take; make the answers faster"
                        + " or the limits longer.";
            case SERVER_TOO_SLOW ->
                "Find out what slows these requests down; raise the proxy's server timeout if they are"
                        + " meant to take so long.";
            case REQUEST_REJECTED ->
                "Look up the rule that drops these requests in the server's configuration; it did what it"
                        + " was told.";
            case REQUEST_REJECTED_UNREAD ->
                "Raise the size limit, or let the server read the rest of the body before it"
                        + " closes, so that clients see its answer.";
            case POLICY_ON_SERVER ->
                "Check the server's or proxy's rules for these clients and its limits of connections; change them"
                        + " if they should be served.";
            case TLS_HANDSHAKE_FAILURE ->
                "Check the certificate, its chain and the names in it, and the TLS versions of both sides.";
            case KEEP_ALIVE_RACE ->
                "Let clients drop idle connections earlier than the server does, and repeat requests that"
                        + " may be repeated.";
            case SCAN -> "Nothing has to be repaired; find out whether the scan was yours.";
            case POLICY_DEVICE -> "Ask who runs the filter or firewall on this path for its log and its rule.";
            case IDLE_TIMER_ON_PATH ->
                "Send keep-alives more often than the shortest silence that was fatal, or raise the"
                        + " idle timer of the firewall, NAT or load balancer on the path.";
            case MIDDLEBOX_STATE_LOST ->
                "Ask what happened to the firewall, NAT or load balancer on the path at that time:"
                        + " restart, failover or a flushed table.";
            case NAT_INVALID_PACKET ->
                "Drop invalid packets on the gateway instead of passing them on untranslated, or set"
                        + " net.netfilter.nf_conntrack_tcp_be_liberal.";
            case NORMAL_NOISE -> "Nothing has to be done.";
        };
    }
}

package dev.whyrst.incident;

import dev.whyrst.attribution.Harm.Level;
import dev.whyrst.text.Counts;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The catalogue: what kind of event is told by a group of RSTs, and all that is decided by the kind alone. Ids are
 * stable, since they stand in reports. How a kind is recognised is told by its recogniser; what all sentences have in
 * common, by the statements.
 */
public enum IncidentKind {
    SERVER_RESTART(
            "server-restart",
            "A server restarted",
            Severity.HIGH,
            Draws.ROUTINE_AND_LEAVERS,
            "Find out who or what restarted it; drain connections before a restart, and let clients reconnect with"
                    + " growing pauses.",
            s -> s.subject() + " " + s.probably() + "restarted " + s.at(),
            s -> s.lostOrClosed() + Phrases.newOnesRefused(s),
            Peculiarity.SHOWN_BY_LOSSES),
    HOST_OUTAGE(
            "host-outage",
            "A host was out of reach for its peers",
            Severity.HIGH,
            Draws.ROUTINE_AND_LEAVERS,
            "Look for power loss, a crash or a cut in the host's own log at that time; shorter keep-alives let its"
                    + " peers notice sooner.",
            s -> s.subject() + " was " + s.probably() + "out of reach for its peers " + s.when(),
            s -> s.lost() + Phrases.givenUp(s) + Phrases.newOnesRefused(s),
            Peculiarity.SHOWN_BY_LOSSES),
    PROCESS_KILLED(
            "process-killed",
            "A process ended abruptly",
            Severity.HIGH,
            Draws.ROUTINE_AND_LEAVERS,
            "Look for a crash, the out-of-memory killer or a kill -9 in the host's log at that time.",
            s -> "The process behind " + s.subject() + " " + s.probably() + "ended abruptly " + s.deaths()
                    + (s.isCrashLoop() ? s.when() : s.at()),
            s -> s.lostOrClosed() + Phrases.newOnesRefused(s)),
    SERVICE_DOWN(
            "service-down",
            "A service refused connections",
            Severity.HIGH,
            Draws.ROUTINE_AND_LEAVERS,
            "Check that the service runs and listens on this address and port; take it out of the load balancer while"
                    + " it does not.",
            s -> s.subject() + " " + s.probably() + "refused connections " + s.refusedWhen(),
            Phrases::refusedOrLost,
            Peculiarity.ORDINARY_WHEN_SMALL),
    CONNECTIONS_KILLED(
            "connections-killed",
            "Live connections were ended on purpose",
            Severity.MEDIUM,
            Draws.ROUTINE_AND_LEAVERS,
            "Ask who ended the sessions, and why; clients have to reconnect.",
            s -> "Live connections of " + s.subject() + " were " + s.probably() + "ended " + s.at()
                    + ", no new ones refused",
            s -> s.ofClients() + " lost"),
    CONNECTION_LIMIT(
            "connection-limit",
            "The server was at its limit of connections",
            Severity.MEDIUM,
            Draws.ROUTINE_AND_LEAVERS,
            "Raise the server's limit of connections, or let clients share fewer of them.",
            s -> s.subject() + " was " + s.probably() + "at its limit of connections " + s.inUse() + s.when(),
            s -> s.ofClients() + " turned away",
            Peculiarity.SPARES_THE_SERVED),
    QUEUE_OVERFLOW(
            "queue-overflow",
            "The accept queue ran over",
            Severity.MEDIUM,
            Draws.ROUTINE_AND_LEAVERS,
            "Let the service accept faster, or raise its backlog and net.core.somaxconn; find out what held it up.",
            s -> "The accept queue of " + s.subject() + " was " + s.probably() + "full " + s.fullWhen(),
            s -> s.ofClients() + " reset"),
    SERVER_STALLED(
            "server-stalled",
            "The server did not accept connections in time",
            Severity.MEDIUM,
            Draws.ROUTINE_AND_LEAVERS,
            "Find out what kept the service from accepting, and raise its backlog.",
            s -> s.subject() + " " + s.probably() + "did not accept connections in time " + s.when(),
            s -> s.ofClients() + " lost"),
    CLIENT_TIMEOUTS(
            "client-timeouts",
            "One end gave up waiting for the other",
            Severity.MEDIUM,
            Draws.ROUTINE,
            "Compare the clients' time limits with how long the answers take; make the answers faster or the limits"
                    + " longer.",
            s -> Phrases.impatience(s) + s.when(),
            s -> s.abandoned() + s.alikePause(", each after about ", " of waiting"),
            Peculiarity.ORDINARY_WHEN_SMALL),
    SERVER_TOO_SLOW(
            "server-too-slow",
            "A proxy gave up on slow servers",
            Severity.MEDIUM,
            Draws.ROUTINE,
            "Find out what slows these requests down; raise the proxy's server timeout if they are meant to take so"
                    + " long.",
            s -> s.subject() + " " + s.probably() + "gave up on slow servers behind it " + s.when(),
            s -> s.toServers() + " broken off" + s.alikePause(", each after about ", " of waiting")),
    REQUEST_REJECTED(
            "request-rejected",
            "The server rejected requests",
            Severity.LOW,
            Draws.ROUTINE,
            "Look up the rule that drops these requests in the server's configuration; it did what it was told.",
            s -> s.subject() + " " + s.probably() + "rejected " + s.oneOrMany("a request ", "requests ") + s.when(),
            s -> s.ofClients() + " turned away",
            Peculiarity.ORDINARY_WHEN_SMALL),
    REQUEST_REJECTED_UNREAD(
            "request-rejected-unread",
            "The server rejected requests without reading them whole",
            Severity.MEDIUM,
            Draws.ROUTINE,
            "Raise the size limit, or let the server read the rest of the body before it closes, so that clients see"
                    + " its answer.",
            s -> s.subject() + " " + s.probably() + "rejected "
                    + s.oneOrMany("a request without reading it", "requests without reading them") + " whole "
                    + s.when(),
            s -> s.ofClients() + " turned away",
            Peculiarity.ORDINARY_WHEN_SMALL),
    POLICY_ON_SERVER(
            "policy-on-server",
            "A rule of the server turned clients away",
            Severity.LOW,
            Draws.ROUTINE,
            "Check the server's or proxy's rules for these clients and its limits of connections; change them if they"
                    + " should be served.",
            s -> "Rules or limits of " + s.subject() + " " + s.probably() + "turned clients away " + s.when(),
            Phrases::refusedOrClosed,
            Peculiarity.ORDINARY_WHEN_SMALL),
    TLS_HANDSHAKE_FAILURE(
            "tls-handshake-failure",
            "TLS handshakes failed",
            Severity.MEDIUM,
            Draws.ROUTINE,
            "Check the certificate, its chain and the names in it, and the TLS versions of both sides.",
            s -> "TLS handshakes with " + s.subject() + " " + s.probably() + "failed " + s.when(),
            s -> s.ofClients() + " lost",
            Peculiarity.SPARES_TLS_IN_USE),
    KEEP_ALIVE_RACE(
            "keep-alive-race",
            "Requests crossed the close of idle connections",
            Severity.LOW,
            Draws.ROUTINE,
            "Let clients drop idle connections earlier than the server does, and repeat requests that may be repeated.",
            s -> s.oneOrMany("A request ", "Requests ") + s.probably() + "crossed the close of "
                    + s.oneOrMany("an idle connection", "idle connections") + " of " + s.subject() + " " + s.when(),
            s -> Counts.of(s.size(), "request") + " lost" + s.alikePause(", on connections idle for about ", ""),
            Peculiarity.ORDINARY_WHEN_SMALL,
            Peculiarity.SHOWN_BY_SILENCES_BEFORE_CLOSE),
    SCAN(
            "scan",
            "Somebody scanned ports",
            Severity.NONE,
            Draws.NOTHING,
            "Nothing has to be repaired; find out whether the scan was yours.",
            s -> s.subject() + " scanned the ports of " + s.targetHosts() + " " + s.when(),
            s -> Counts.of(s.size(), "try", "tries") + " at " + s.targets()),
    POLICY_DEVICE(
            "policy-device",
            "A device on the path refused or cut connections",
            Severity.MEDIUM,
            Draws.NOTHING,
            "Ask who runs the filter or firewall on this path for its log and its rule.",
            s -> Phrases.deedOfDevice(s) + s.when(),
            s -> s.cutOff() + s.names()),
    IDLE_TIMER_ON_PATH(
            "idle-timer-on-path",
            "A device on the path forgot idle connections",
            Severity.MEDIUM,
            Draws.NOTHING,
            "Send keep-alives more often than the shortest silence that was fatal, or raise the idle timer of the"
                    + " firewall, NAT or load balancer on the path.",
            s -> "A device on the path to " + s.subject() + " had " + s.probably() + "forgotten idle connections "
                    + s.when(),
            s -> s.ofClients() + " lost" + s.leastPause(),
            Peculiarity.SHOWN_BY_SILENCES_BEFORE_RESET),
    MIDDLEBOX_STATE_LOST(
            "middlebox-state-lost",
            "A device on the path lost its connection table",
            Severity.HIGH,
            Draws.NOTHING,
            "Ask what happened to the firewall, NAT or load balancer on the path at that time: restart, failover or a"
                    + " flushed table.",
            s -> "A device on the path to " + s.subject() + s.otherServices() + " " + s.probably()
                    + "lost its connection table " + s.at(),
            s -> s.ofClients() + " lost"),
    NAT_INVALID_PACKET(
            "nat-invalid-packet",
            "Segments passed an address translation untranslated",
            Severity.MEDIUM,
            Draws.NOTHING,
            "Drop invalid packets on the gateway instead of passing them on untranslated, or set"
                    + " net.netfilter.nf_conntrack_tcp_be_liberal.",
            s -> "Segments of " + s.subject() + " " + s.probably() + "passed NAT untranslated " + s.when(),
            s -> s.translated() + " lost"),
    NORMAL_NOISE(
            "normal-noise",
            "Ordinary resets",
            Severity.NONE,
            Draws.NOTHING,
            "Nothing has to be done.",
            s -> (s.harmed(Level.UNKNOWN) == 0 ? "Ordinary resets " : "Single resets ") + s.around() + " " + s.when(),
            s -> s.resets() + " in " + s.conversations() + Phrases.consequences(s));

    private static final Map<String, IncidentKind> BY_ID =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(IncidentKind::id, Function.identity()));

    private final String id;
    private final String title;
    private final Severity severity;
    private final Draws draws;
    private final String remedy;

    @SuppressWarnings("ImmutableEnumChecker") // a lambda without state
    private final Function<StoryWords, String> beginning;

    @SuppressWarnings("ImmutableEnumChecker") // a lambda without state
    private final Function<StoryWords, String> toll;

    @SuppressWarnings("ImmutableEnumChecker") // Set.of makes it so
    private final Set<Peculiarity> peculiarities;

    /**
     * @param beginning how its sentence begins: what happened, and when
     * @param toll how its sentence goes on: what it cost
     */
    IncidentKind(
            String id,
            String title,
            Severity severity,
            Draws draws,
            String remedy,
            Function<StoryWords, String> beginning,
            Function<StoryWords, String> toll,
            Peculiarity... peculiarities) {
        this.id = id;
        this.title = title;
        this.severity = severity;
        this.draws = draws;
        this.remedy = remedy;
        this.beginning = beginning;
        this.toll = toll;
        this.peculiarities = Set.of(peculiarities);
    }

    /** The stable id in kebab-case. */
    public String id() {
        return id;
    }

    /** A short title in plain words, without full stop. */
    public String title() {
        return title;
    }

    /** What it costs those who use the service. */
    public Severity severity() {
        return severity;
    }

    /** Whether nothing needs to be done. */
    public boolean benign() {
        return severity == Severity.NONE;
    }

    /** What to do, in a sentence. */
    public String remedy() {
        return remedy;
    }

    /** Its sentence, without what all kinds have in common and without full stop: what happened, when, and what it cost. */
    public String sentence(StoryWords story) {
        return beginning.apply(story) + ": " + toll.apply(story);
    }

    /** Which resets around it belong to it. */
    public Draws draws() {
        return draws;
    }

    /** Whether that peculiarity is its. */
    public boolean is(Peculiarity peculiarity) {
        return peculiarities.contains(peculiarity);
    }

    /** The kind with that id, if there is one. */
    public static Optional<IncidentKind> byId(String id) {
        return Optional.ofNullable(BY_ID.get(id));
    }

    /** Which resets that are no incident of their own belong to one that happened near them. */
    public enum Draws {
        /** None: what a network or a stranger did has no routine of its own. */
        NOTHING,
        /** The ordinary resets of those that took part in it. */
        ROUTINE,
        /** Those, and what clients and the server ended since the service was in trouble. */
        ROUTINE_AND_LEAVERS
    }

    /** What holds for few kinds only. */
    public enum Peculiarity {
        /** Single resets of it are ordinary life. */
        ORDINARY_WHEN_SMALL,
        /** Of a host that went away, what else ended around it tells nothing, unless it refused. */
        SHOWN_BY_LOSSES,
        /** Equal silences before the resets tell whose timer it was. */
        SHOWN_BY_SILENCES_BEFORE_RESET,
        /** Equal silences before the server closed tell whose timer it was. */
        SHOWN_BY_SILENCES_BEFORE_CLOSE,
        /** It does nothing to clients that have their answers. */
        SPARES_THE_SERVED,
        /** It does nothing to those who are past the TLS handshake. */
        SPARES_TLS_IN_USE
    }
}

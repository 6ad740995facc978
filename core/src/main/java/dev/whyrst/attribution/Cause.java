package dev.whyrst.attribution;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The catalogue: why a RST is sent. Ids are stable; the text of each stands in the resource {@code causes/<id>.md}. */
public enum Cause {
    PORT_NOT_LISTENING(
            "port-not-listening",
            true,
            "Nobody listens on the port",
            Behaviour.REFUSED,
            Learned.REFUSED_OR_RESET,
            Learned.NOTHING,
            Toll.ATTEMPT,
            Voice.PROHIBITION_AGAINST),
    HANDSHAKE_TIMEOUT(
            "handshake-timeout",
            true,
            "The connect request timed out",
            Behaviour.CLIENT_GONE,
            Learned.HANDSHAKE_REJECTED,
            Learned.CONNECT_GAVE_UP,
            Toll.ATTEMPT,
            Voice.UNREACHABLE_FOR),
    CLOSE_WITH_UNREAD_DATA(
            "close-with-unread-data",
            true,
            "Closed while received data lay unread",
            Behaviour.UNTOLD,
            Learned.RESET,
            Learned.NOTHING_IT_CLOSED,
            Toll.DECISION,
            Voice.SERVER_NOTICE),
    LINGER_ZERO_ABORT(
            "linger-zero-abort",
            true,
            "The application cancelled the connection (SO_LINGER 0)",
            Behaviour.UNTOLD,
            Learned.RESET,
            Learned.NOTHING_IT_CLOSED,
            Toll.DECISION,
            Voice.SERVER_NOTICE),
    DATA_AFTER_CLOSE(
            "data-after-close",
            true,
            "Data was sent to a connection that the peer had closed",
            Behaviour.UNTOLD,
            Learned.RESET_ON_READ,
            Learned.NOTHING,
            Toll.DATA,
            Voice.SERVER_NOTICE,
            Voice.SILENCES_FOR),
    HALF_OPEN_PEER_RESTARTED(
            "half-open-peer-restarted",
            true,
            "The peer restarted and lost the connection",
            Behaviour.LOST,
            Learned.RESET,
            Learned.NOTHING,
            Toll.CONNECTION,
            Voice.SILENCES_AGAINST),
    KEEPALIVE_TO_RESTARTED_PEER(
            "keepalive-to-restarted-peer",
            true,
            "A keep-alive probe met a peer that had lost the connection",
            Behaviour.LOST,
            Learned.RESET,
            Learned.NOTHING,
            Toll.CONNECTION,
            Voice.SILENCES_AGAINST),
    NONEXISTENT_CONNECTION(
            "nonexistent-connection",
            true,
            "A segment for a connection that the receiver does not know",
            Behaviour.STRAY,
            Learned.RESET_IF_CONNECTED,
            Learned.NOTHING,
            Toll.OPEN),
    KEEPALIVE_TIMEOUT(
            "keepalive-timeout",
            false,
            "Keep-alive probes stayed unanswered",
            Behaviour.SILENT,
            Learned.RESET,
            Learned.TIMED_OUT,
            Toll.CONNECTION,
            Voice.UNREACHABLE_FOR),
    USER_TIMEOUT(
            "user-timeout",
            false,
            "Retransmissions or TCP_USER_TIMEOUT were exhausted",
            Behaviour.SILENT,
            Learned.RESET,
            Learned.TIMED_OUT,
            Toll.CONNECTION,
            Voice.UNREACHABLE_FOR),
    LISTEN_OVERFLOW(
            "listen-overflow",
            false,
            "The accept queue was full",
            Behaviour.OVERFLOW,
            Learned.REFUSED_OR_RESET,
            Learned.NOTHING,
            Toll.ATTEMPT),
    APP_ABORT_LISTENER_CLOSED(
            "app-abort-listener-closed",
            false,
            "The listener was closed while the connection waited to be accepted",
            Behaviour.UNTOLD,
            Learned.RESET,
            Learned.NOTHING_IT_CLOSED,
            Toll.ATTEMPT),
    APP_ABORT_DISCONNECT(
            "app-abort-disconnect",
            false,
            "The connection was destroyed by disconnect or by an operator",
            Behaviour.UNTOLD,
            Learned.RESET,
            Learned.ABORTED_BY_OPERATOR,
            Toll.DECISION,
            Voice.SERVER_NOTICE),
    LINGER2_ABORT(
            "linger2-abort",
            false,
            "FIN_WAIT_2 was cut short (TCP_LINGER2)",
            Behaviour.UNTOLD,
            Learned.RESET,
            Learned.NOTHING,
            Toll.DECISION),
    SYN_ACK_REJECTED(
            "syn-ack-rejected",
            false,
            "A prompt SYN,ACK was rejected",
            Behaviour.PROBE,
            Learned.HANDSHAKE_REJECTED,
            Learned.NOTHING,
            Toll.OPEN),
    HALF_OPEN_CLIENT_RESTARTED(
            "half-open-client-restarted",
            false,
            "A restarted client reused the ports of its lost connection",
            Behaviour.LOST,
            Learned.RESET,
            Learned.NOTHING,
            Toll.CONNECTION),
    TIME_WAIT(
            "time-wait",
            false,
            "A segment met a connection in TIME_WAIT",
            Behaviour.UNTOLD,
            Learned.REFUSED_OR_RESET,
            Learned.NOTHING,
            Toll.OPEN),
    BENIGN_AFTER_TEARDOWN(
            "benign-after-teardown",
            false,
            "Tidying up after both sides had closed",
            Behaviour.UNTOLD,
            Learned.NOTHING,
            Learned.NOTHING,
            Toll.NOTHING),
    FIREWALL_REJECT(
            "firewall-reject",
            false,
            "A packet filter rejected it with a reset",
            Behaviour.FILTERED,
            Learned.REFUSED_OR_RESET,
            Learned.NOTHING,
            Toll.ATTEMPT,
            Voice.PROHIBITION_FOR),
    IDLE_TIMEOUT(
            "idle-timeout",
            false,
            "A middlebox had forgotten the idle connection",
            Behaviour.CUT_ON_PATH,
            Learned.RESET,
            Learned.NOTHING,
            Toll.CONNECTION,
            Voice.SILENCES_FOR),
    INJECTED_RST(
            "injected-rst",
            false,
            "A third party forged the reset",
            Behaviour.CUT_ON_PATH,
            Learned.RESET_IF_ACCEPTABLE,
            Learned.NOTHING,
            Toll.CONNECTION),
    UNDETERMINED(
            "undetermined",
            false,
            "The capture does not tell",
            Behaviour.UNTOLD,
            Learned.RESET,
            Learned.NOTHING,
            Toll.OPEN,
            Voice.SERVER_NOTICE);

    private static final Map<String, Cause> BY_ID =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(Cause::id, Function.identity()));

    private final String id;
    private final boolean documented;
    private final String title;
    private final Behaviour behaviour;
    private final Learned receiver;
    private final Learned sender;
    private final Toll toll;

    @SuppressWarnings("ImmutableEnumChecker") // Set.of makes it so
    private final Set<Voice> voices;

    /**
     * @param receiver what the program at the end to which the RST went learns
     * @param sender what the program at the end that the RST names as its sender learns
     * @param toll what it takes from the applications by its nature
     * @param voices whose words bear on it
     */
    Cause(
            String id,
            boolean documented,
            String title,
            Behaviour behaviour,
            Learned receiver,
            Learned sender,
            Toll toll,
            Voice... voices) {
        this.id = id;
        this.documented = documented;
        this.title = title;
        this.behaviour = behaviour;
        this.receiver = receiver;
        this.sender = sender;
        this.toll = toll;
        this.voices = Set.of(voices);
    }

    /** The stable id in kebab-case. */
    public String id() {
        return id;
    }

    /** Whether the article that this project implements documents it. */
    public boolean documented() {
        return documented;
    }

    /** A short title without full stop. */
    public String title() {
        return title;
    }

    /**
     * What happened to the conversation, where the cause alone tells; empty where only the conversation tells who ended
     * it, and how.
     */
    public Optional<Behaviour> behaviour() {
        return Optional.ofNullable(behaviour);
    }

    /** What the program at the end to which the RST went learns. */
    public Learned receiverLearns() {
        return receiver;
    }

    /** What the program at the end that the RST names as its sender learns. */
    public Learned senderLearns() {
        return sender;
    }

    /** Whether the sender's end decided it by itself, be it a program, an operator or a timer. */
    public boolean isAbort() {
        return sender.byOwnDecision();
    }

    /** What it takes from the applications by its nature. */
    public Toll toll() {
        return toll;
    }

    /** Whether somebody's words bear on the cause. */
    public boolean hears(Voice voice) {
        return voices.contains(voice);
    }

    /** The cause with that id, if there is one. */
    public static Optional<Cause> byId(String id) {
        return Optional.ofNullable(BY_ID.get(id));
    }
}

package dev.whyrst.timeline;

import java.util.Optional;
import java.util.stream.Stream;

/** How a connection, or an attempt to connect, failed without a RST. Ids are stable, since they stand in reports. */
public enum FailureKind {
    SYN_UNANSWERED(
            "syn-unanswered",
            "Attempts to connect got no answer",
            "Look on the path and the host for a filter that drops silently, a wrong address or route, or a host that is"
                    + " down; a capture at the server shows whether the SYNs arrive."),
    ICMP_REJECTED(
            "icmp-rejected",
            "Segments were turned back by ICMP",
            "The sender of the ICMP error is the router or host that says no: look at its route and its filter."),
    RETRIES_EXHAUSTED(
            "retries-exhausted",
            "Connections fell silent",
            "One end stopped answering: look for a host that went away, a path that broke, or a device that drops without a"
                    + " word; a capture at the other end shows which."),
    PATH_MTU(
            "path-mtu",
            "Large segments never arrived while small ones did",
            "Compare the MTUs along the path (`ping -M do -s 1472`); let ICMP \"fragmentation needed\" pass, or clamp the MSS"
                    + " (`nft ... tcp option maxseg size set rt mtu`)."),
    ZERO_WINDOW(
            "zero-window",
            "A receiver stopped reading and did not go on in the capture",
            "The program at the receiver does not read: look at what it waits for (`ss -tn`, column Recv-Q)."),
    SERVER_ERROR(
            "server-error",
            "Servers answered with an error of their own right before the close",
            "HTTP status 5xx: the server's log at that time tells why it, or one behind it, failed."),
    SERVER_REFUSAL(
            "server-refusal",
            "Servers turned clients away in words",
            "The server said why before it closed (too many connections, not allowed, shutting down): see its log and limits."),
    TLS_ALERT(
            "tls-alert",
            "TLS handshakes ended with an alert",
            "Look at the alert in the frame: certificate, name, version or cipher; `openssl s_client -connect HOST:PORT`.");

    private final String id;
    private final String title;
    private final String advice;

    FailureKind(String id, String title, String advice) {
        this.id = id;
        this.title = title;
        this.advice = advice;
    }

    /** The kind with that id, if there is one. */
    public static Optional<FailureKind> byId(String id) {
        return Stream.of(values()).filter(kind -> kind.id.equals(id)).findFirst();
    }

    /** The stable id in kebab-case. */
    public String id() {
        return id;
    }

    /** A short title in plain words, without full stop. */
    public String title() {
        return title;
    }

    /** What to do, in a sentence. */
    public String advice() {
        return advice;
    }
}

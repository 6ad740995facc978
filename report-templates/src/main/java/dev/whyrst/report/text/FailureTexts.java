package dev.whyrst.report.text;

import dev.whyrst.text.DisplayFilter;
import dev.whyrst.timeline.Failure;

/** Failures without a RST in sentences. */
public final class FailureTexts {

    private FailureTexts() {}

    /** What failed, how often and where, without full stop. */
    public static String statement(Failure failure) {
        String service = failure.services() > 1
                ? Wording.count(failure.services(), "service")
                        + (failure.services() == Failure.MOST_SERVICES ? " and more" : "")
                : failure.service().toString();
        String connections = Wording.count(failure.connections(), "connection") + clients(failure);
        return switch (failure.kind()) {
            case SYN_UNANSWERED ->
                Wording.count(failure.connections(), "attempt") + clients(failure) + " to connect to " + service
                        + " got no answer" + detail(failure);
            case ICMP_REJECTED -> connections + " to " + service + " ended with an ICMP error" + detail(failure);
            case RETRIES_EXHAUSTED ->
                connections + " to " + service
                        + " fell silent: one end sent the same again and again without an answer";
            case PATH_MTU ->
                connections + " to " + service
                        + " lost their large segments, again and again, while small ones arrived";
            case ZERO_WINDOW ->
                connections + " to " + service
                        + " ended, as far as the capture goes, with a receiver that had no room left";
            case SERVER_ERROR ->
                service + " answered with an HTTP error of its own (5xx) right before " + connections
                        + (failure.connections() == 1 ? " was" : " were") + " closed" + detail(failure);
            case SERVER_REFUSAL -> service + " turned " + connections + " away" + detail(failure);
            case TLS_ALERT ->
                Wording.count(failure.connections(), "TLS handshake") + clients(failure) + " with " + service
                        + " ended with an alert";
        };
    }

    private static String clients(Failure failure) {
        return failure.clients() > 1 ? " of " + Wording.count(failure.clients(), "client") : "";
    }

    private static String detail(Failure failure) {
        return failure.detail().isEmpty() ? "" : " (" + failure.detail() + ")";
    }

    /** A display filter of Wireshark for it. */
    public static String filter(Failure failure) {
        return failure.services() > 1
                ? "tcp.flags.syn == 1 and tcp.analysis.retransmission"
                : DisplayFilter.host(failure.service().address().toString()) + " and tcp.port == "
                        + failure.service().port();
    }
}

package dev.whyrst.timeline;

/**
 * What the first bytes of a segment's payload look like; {@link #NONE} without payload or where it was not captured.
 */
public enum PayloadKind {
    NONE,
    OTHER,
    HTTP_REQUEST,
    HTTP_RESPONSE,
    /** Status 408: the server gave up waiting for the rest of the request (RFC 9110 section 15.5.9). */
    HTTP_REQUEST_TIMEOUT,
    /**
     * Status 403, 429 or 451: the server does not let the client in, or not so often (RFC 9110, RFC 6585, RFC 7725).
     */
    HTTP_DENIAL,
    /** Another status from 400 to 499: the server finds fault with the request. */
    HTTP_CLIENT_ERROR,
    /** A status from 500 to 599: the server, or one behind it, failed. */
    HTTP_SERVER_ERROR,
    TLS_CLIENT_HELLO,
    TLS_HANDSHAKE,
    TLS_DATA,
    TLS_ALERT,
    /** A TLS alert in clear that ends nothing, or ends it in order: level warning, as close_notify has (RFC 5246 section 7.2.1). */
    TLS_WARNING,
    /** A server says that it has too many connections. */
    LIMIT_NOTICE,
    /** A server says that it waited too long for its client. */
    TIMEOUT_NOTICE,
    /** A server says that it does not let the client in. */
    DENIAL_NOTICE,
    /** A server says that it ends the connection: it stops, or an operator makes it. */
    CLOSING_NOTICE,
    /** A server says that it takes no further requests on the connection, and that nothing is wrong: GOAWAY with NO_ERROR of HTTP/2. */
    GOING_AWAY,
    /** A server says that it ends the connection since another part of it crashed. */
    CRASH_NOTICE;

    /** Whether it is a request that may name the host it is for: TLS server name or HTTP Host. */
    public boolean isRequest() {
        return this == TLS_CLIENT_HELLO || this == HTTP_REQUEST;
    }

    /** Whether it is a TLS alert, of whatever level, or an encrypted one. */
    public boolean isAlert() {
        return this == TLS_ALERT || this == TLS_WARNING;
    }

    /** Whether a server says that it ends the connection by itself. */
    public boolean isClosing() {
        return this == CLOSING_NOTICE || this == GOING_AWAY;
    }

    /** Whether it begins an HTTP response, of whatever status. */
    public boolean isResponse() {
        return switch (this) {
            case HTTP_RESPONSE, HTTP_REQUEST_TIMEOUT, HTTP_DENIAL, HTTP_CLIENT_ERROR, HTTP_SERVER_ERROR -> true;
            default -> false;
        };
    }
}

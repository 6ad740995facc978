package dev.whyrst.timeline;

/** What the first bytes of a segment's payload look like; {@link #NONE} without payload or where it was not captured. */
public enum PayloadKind {
    NONE,
    OTHER,
    HTTP_REQUEST,
    HTTP_RESPONSE,
    TLS_CLIENT_HELLO,
    TLS_HANDSHAKE,
    TLS_DATA,
    TLS_ALERT,
    TEXT;

    /** Whether it is a request that may name the host it is for: TLS server name or HTTP Host. */
    public boolean isRequest() {
        return this == TLS_CLIENT_HELLO || this == HTTP_REQUEST;
    }
}

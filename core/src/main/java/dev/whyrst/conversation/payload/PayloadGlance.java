package dev.whyrst.conversation.payload;

import dev.whyrst.decode.SegmentView;
import dev.whyrst.timeline.PayloadKind;

/**
 * A glance at the first bytes of a payload: enough to tell a request from an answer, never a dissection.
 *
 * <p>Public for other rooms of the house, and for nobody else.
 */
public final class PayloadGlance {

    /** TLS record types (RFC 8446 section 5.1). */
    private static final int TLS_ALERT = 21;

    private static final int TLS_HANDSHAKE = 22;
    private static final int TLS_DATA = 23;

    /** TLS handshake type of a ClientHello (RFC 8446 section 4). */
    private static final int CLIENT_HELLO = 1;

    /** Where the status code stands in a response, after "HTTP/1.1 " (RFC 9112 section 4). */
    private static final int STATUS = 9;

    private static final int STATUS_END = STATUS + 3;

    private PayloadGlance() {}

    public static PayloadKind of(SegmentView segment) {
        int captured = segment.payloadCaptured();
        if (captured < 4) {
            return segment.payloadLength() == 0 ? PayloadKind.NONE : PayloadKind.OTHER;
        }
        byte[] bytes = segment.bytes();
        int at = segment.payloadOffset();
        int first = bytes[at] & 0xff;
        if (first >= TLS_ALERT && first <= TLS_DATA && bytes[at + 1] == 3 && bytes[at + 2] >= 0 && bytes[at + 2] <= 4) {
            return first == TLS_ALERT && isWarning(bytes, at, captured)
                    ? PayloadKind.TLS_WARNING
                    : tls(first, captured > 5 ? bytes[at + 5] : 0);
        }
        PayloadKind kind = first >= 'A' && first <= 'Z' ? text(bytes, at, captured) : PayloadKind.OTHER;
        return kind == PayloadKind.OTHER ? ServerNotice.of(bytes, at, captured, segment.payloadLength()) : kind;
    }

    /** Whether an alert is in clear, two bytes long, and of level warning. */
    private static boolean isWarning(byte[] bytes, int at, int captured) {
        return captured > 5 && bytes[at + 3] == 0 && bytes[at + 4] == 2 && bytes[at + 5] == 1;
    }

    private static PayloadKind tls(int type, int handshake) {
        return switch (type) {
            case TLS_ALERT -> PayloadKind.TLS_ALERT;
            case TLS_HANDSHAKE -> handshake == CLIENT_HELLO ? PayloadKind.TLS_CLIENT_HELLO : PayloadKind.TLS_HANDSHAKE;
            default -> PayloadKind.TLS_DATA;
        };
    }

    private static PayloadKind text(byte[] bytes, int at, int captured) {
        return switch (word(bytes, at)) {
            case 'G' << 24 | 'E' << 16 | 'T' << 8 | ' ',
                    'P' << 24 | 'O' << 16 | 'S' << 8 | 'T',
                    'P' << 24 | 'U' << 16 | 'T' << 8 | ' ',
                    'H' << 24 | 'E' << 16 | 'A' << 8 | 'D',
                    'D' << 24 | 'E' << 16 | 'L' << 8 | 'E',
                    'O' << 24 | 'P' << 16 | 'T' << 8 | 'I',
                    'P' << 24 | 'A' << 16 | 'T' << 8 | 'C',
                    'C' << 24 | 'O' << 16 | 'N' << 8 | 'N' -> PayloadKind.HTTP_REQUEST;
            case 'H' << 24 | 'T' << 16 | 'T' << 8 | 'P' ->
                captured < STATUS_END ? PayloadKind.HTTP_RESPONSE : response(bytes, at + STATUS);
            default -> PayloadKind.OTHER;
        };
    }

    private static PayloadKind response(byte[] bytes, int status) {
        return switch (bytes[status]) {
            case '4' -> clientError((bytes[status + 1] - '0') * 10 + bytes[status + 2] - '0');
            case '5' -> PayloadKind.HTTP_SERVER_ERROR;
            default -> PayloadKind.HTTP_RESPONSE;
        };
    }

    private static PayloadKind clientError(int code) {
        return switch (code) {
            case 8 -> PayloadKind.HTTP_REQUEST_TIMEOUT;
            case 3, 29, 51 -> PayloadKind.HTTP_DENIAL;
            default -> PayloadKind.HTTP_CLIENT_ERROR;
        };
    }

    private static int word(byte[] bytes, int at) {
        return bytes[at] << 24 | (bytes[at + 1] & 0xff) << 16 | (bytes[at + 2] & 0xff) << 8 | bytes[at + 3] & 0xff;
    }
}

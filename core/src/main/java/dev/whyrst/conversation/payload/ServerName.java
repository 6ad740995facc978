package dev.whyrst.conversation.payload;

import dev.whyrst.decode.SegmentView;
import dev.whyrst.timeline.PayloadKind;
import dev.whyrst.timeline.Timeline;
import java.nio.charset.StandardCharsets;

/** Finds the name that a client asks for: the server name of a TLS ClientHello (RFC 6066), or HTTP's Host. */
final class ServerName {

    /** Characters that are kept of a name. */
    private static final int LONGEST = 100;

    /** Type of the extension in a ClientHello (RFC 6066 section 3). */
    private static final int EXTENSION_SERVER_NAME = 0;

    private final byte[] bytes;
    private final int end;
    private int at;

    private ServerName(byte[] bytes, int at, int end) {
        this.bytes = bytes;
        this.at = at;
        this.end = end;
    }

    /**
     * The name (hostile text, at most {@value #LONGEST} characters and an ellipsis where its end is missing), or empty.
     */
    static String of(SegmentView segment, PayloadKind kind) {
        int from = segment.payloadOffset();
        ServerName reader = new ServerName(segment.bytes(), from, from + segment.payloadCaptured());
        return kind == PayloadKind.TLS_CLIENT_HELLO ? reader.clientHello() : reader.host();
    }

    private String clientHello() {
        at += 5 + 4 + 2 + 32;
        skip(u8());
        skip(u16());
        skip(u8());
        int extensionsEnd = Math.min(end, u16() + at);
        while (at + 4 <= extensionsEnd) {
            int type = u16();
            int length = u16();
            if (type == EXTENSION_SERVER_NAME) {
                at += 3;
                return text(u16(), false);
            }
            skip(length);
        }
        return "";
    }

    private String host() {
        for (; at + 7 < end; at++) {
            if (bytes[at] == '\n' && isHostHeader(at + 1)) {
                at += 6;
                while (at < end && bytes[at] == ' ') {
                    at++;
                }
                int from = at;
                while (at < end && bytes[at] != '\r' && bytes[at] != '\n') {
                    at++;
                }
                int length = at - from;
                boolean open = at == end;
                at = from;
                return text(length, open);
            }
        }
        return "";
    }

    private boolean isHostHeader(int from) {
        return (bytes[from] | 0x20) == 'h'
                && (bytes[from + 1] | 0x20) == 'o'
                && (bytes[from + 2] | 0x20) == 's'
                && (bytes[from + 3] | 0x20) == 't'
                && bytes[from + 4] == ':';
    }

    private int u8() {
        return at < end ? bytes[at++] & 0xff : 0;
    }

    private int u16() {
        return u8() << 8 | u8();
    }

    private void skip(int count) {
        at += count;
    }

    /** @param open whether the end of the name was not seen */
    private String text(int length, boolean open) {
        int usable = Math.min(Math.min(length, LONGEST), end - at);
        if (usable <= 0) {
            return "";
        }
        String text = new String(bytes, at, usable, StandardCharsets.ISO_8859_1);
        return open || usable < length ? text + Timeline.NAME_CUT : text;
    }
}

package dev.whyrst.conversation.payload;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.whyrst.timeline.PayloadKind;
import java.util.Locale;

/**
 * Notices with which servers say in clear why they end a connection: error messages of PostgreSQL and MySQL, a GOAWAY of
 * HTTP/2, and lines of Redis, NATS, memcached, OpenSSH, rsync, IRC, SMTP, FTP, POP3 and IMAP servers. A glance at the first
 * bytes; whether the connection ended there is for others to see.
 */
final class ServerNotice {

    /** What a notice is told by stands within the first bytes. */
    private static final int REACH = 256;

    private static final Line[] LINES = {
        new Line("-ERR max number of clients", PayloadKind.LIMIT_NOTICE),
        new Line("-DENIED ", PayloadKind.DENIAL_NOTICE),
        new Line("-ERR 'Stale Connection", PayloadKind.TIMEOUT_NOTICE),
        new Line("-ERR 'Authentication Timeout", PayloadKind.TIMEOUT_NOTICE),
        new Line("-ERR 'Authorization Violation", PayloadKind.DENIAL_NOTICE),
        new Line("Exceeded MaxStartups", PayloadKind.LIMIT_NOTICE),
        new Line("Not allowed at this time", PayloadKind.DENIAL_NOTICE)
    };

    /** SMTP (RFC 5321) and FTP (RFC 959): the service closes the connection. */
    private static final byte[] REPLY_421 = "421 ".getBytes(US_ASCII);

    /** RFC 5321 section 3.1: instead of a greeting, to a client that is not welcome. */
    private static final byte[] REPLY_554 = "554 ".getBytes(US_ASCII);

    /** IMAP, RFC 9051 section 7.1.5; the answer to LOGOUT begins so too. */
    private static final byte[] BYE = "* bye ".getBytes(US_ASCII);

    /** Redis, NATS, POP3. */
    private static final byte[] ERR = "-err ".getBytes(US_ASCII);

    /** IRC and memcached. */
    private static final byte[] ERROR = "error ".getBytes(US_ASCII);

    /** rsync. */
    private static final byte[] AT_ERROR = "@error: ".getBytes(US_ASCII);

    private static final byte[][] FULL = words("too many", "limit", "maximum", "max connections");
    private static final byte[][] LATE = words("timeout", "timed out", "time out", "inactiv", "idle", "autologout");

    private ServerNotice() {}

    /** @param captured how many of the payload's {@code length} bytes are at hand, at least 4 */
    static PayloadKind of(byte[] bytes, int at, int captured, int length) {
        int end = at + Math.min(captured, REACH);
        if (captured > ServerError.MYSQL_CODE && bytes[at + ServerError.MYSQL_MARK] == (byte) 0xff) {
            return ServerError.mysql(bytes, at, captured, length);
        }
        return switch (bytes[at]) {
            case 'E' -> bytes[at + 1] == 0 ? ServerError.postgres(bytes, at, end) : limit(bytes, at, end, ERROR);
            case '-' -> limit(bytes, at, end, ERR);
            case 'N' -> line(bytes, at, end);
            case '@' -> limit(bytes, at, end, AT_ERROR);
            case '4' -> reply(bytes, at, end, REPLY_421, PayloadKind.CLOSING_NOTICE);
            case '5' -> isAt(bytes, at, end, REPLY_554) ? PayloadKind.DENIAL_NOTICE : PayloadKind.OTHER;
            case '*' -> reply(bytes, at, end, BYE, PayloadKind.OTHER);
            case 0 -> ServerError.goAway(bytes, at, end);
            default -> PayloadKind.OTHER;
        };
    }

    /** An error may mean anything unless it speaks of a limit or is known word by word. */
    private static PayloadKind limit(byte[] bytes, int at, int end, byte[] first) {
        PayloadKind known = line(bytes, at, end);
        boolean full = known == PayloadKind.OTHER && isAt(bytes, at, end, first) && holds(bytes, at, end, FULL);
        return full ? PayloadKind.LIMIT_NOTICE : known;
    }

    private static PayloadKind line(byte[] bytes, int at, int end) {
        for (Line line : LINES) {
            if (isAt(bytes, at, end, line.words)) {
                return line.kind;
            }
        }
        return PayloadKind.OTHER;
    }

    /** What the rest of a reply says more exactly than its first word. */
    private static PayloadKind reply(byte[] bytes, int at, int end, byte[] first, PayloadKind otherwise) {
        if (!isAt(bytes, at, end, first)) {
            return PayloadKind.OTHER;
        }
        if (holds(bytes, at, end, FULL)) {
            return PayloadKind.LIMIT_NOTICE;
        }
        return holds(bytes, at, end, LATE) ? PayloadKind.TIMEOUT_NOTICE : otherwise;
    }

    private static boolean holds(byte[] bytes, int from, int end, byte[][] words) {
        for (int at = from; at < end; at++) {
            for (byte[] word : words) {
                if (isAt(bytes, at, end, word)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isAt(byte[] bytes, int at, int end, byte[] words) {
        if (end - at < words.length) {
            return false;
        }
        for (int i = 0; i < words.length; i++) {
            if (lowerCase(bytes[at + i]) != words[i]) {
                return false;
            }
        }
        return true;
    }

    private static int lowerCase(byte character) {
        return character >= 'A' && character <= 'Z' ? character | 0x20 : character;
    }

    private static byte[][] words(String... words) {
        byte[][] bytes = new byte[words.length][];
        for (int i = 0; i < words.length; i++) {
            bytes[i] = words[i].getBytes(US_ASCII);
        }
        return bytes;
    }

    /** How a line begins, and what it says. */
    private static final class Line {

        private final byte[] words;
        private final PayloadKind kind;

        Line(String words, PayloadKind kind) {
            this.words = words.toLowerCase(Locale.ROOT).getBytes(US_ASCII);
            this.kind = kind;
        }
    }
}

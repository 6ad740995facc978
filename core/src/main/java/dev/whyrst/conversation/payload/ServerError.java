package dev.whyrst.conversation.payload;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.whyrst.timeline.PayloadKind;

/** Error messages in binary protocols that say by a code why a server ends a connection. */
final class ServerError {

    /** MySQL's ERR_Packet: three bytes of length, one of number, 0xff, two bytes of code, all of them little-endian. */
    static final int MYSQL_MARK = 4;

    static final int MYSQL_CODE = MYSQL_MARK + 1;

    /** A back end of PostgreSQL whose postmaster is gone says so under the code of a shutdown. */
    private static final String ORPHANED = "unexpected postmaster exit";

    private static final int CON_COUNT = 1040;
    private static final int ACCESS_DENIED = 1045;
    private static final int SERVER_SHUTDOWN = 1053;
    private static final int HOST_IS_BLOCKED = 1129;
    private static final int HOST_NOT_PRIVILEGED = 1130;
    private static final int TOO_MANY_USER_CONNECTIONS = 1203;
    private static final int USER_LIMIT_REACHED = 1226;
    private static final int CONNECTION_KILLED = 1927;
    private static final int SESSION_WAS_KILLED = 3169;
    private static final int CLIENT_INTERACTION_TIMEOUT = 4031;

    /** HTTP/2, RFC 9113 section 6.8: 9 bytes of frame header, the number of the last stream, the error code. */
    private static final int GO_AWAY_CODE = 13;

    private static final int GO_AWAY_TYPE = 3;
    private static final int GO_AWAY = 7;
    private static final int ENHANCE_YOUR_CALM = 11;

    private ServerError() {}

    static PayloadKind mysql(byte[] bytes, int at, int captured, int length) {
        int stated = bytes[at] & 0xff | (bytes[at + 1] & 0xff) << 8 | (bytes[at + 2] & 0xff) << 16;
        if (captured < MYSQL_CODE + 2 || stated != length - MYSQL_MARK) {
            return PayloadKind.OTHER;
        }
        int code = bytes[at + MYSQL_CODE] & 0xff | (bytes[at + MYSQL_CODE + 1] & 0xff) << 8;
        return switch (code) {
            case CON_COUNT, TOO_MANY_USER_CONNECTIONS, USER_LIMIT_REACHED -> PayloadKind.LIMIT_NOTICE;
            case SERVER_SHUTDOWN, CONNECTION_KILLED, SESSION_WAS_KILLED -> PayloadKind.CLOSING_NOTICE;
            case CLIENT_INTERACTION_TIMEOUT -> PayloadKind.TIMEOUT_NOTICE;
            case ACCESS_DENIED, HOST_IS_BLOCKED, HOST_NOT_PRIVILEGED -> PayloadKind.DENIAL_NOTICE;
            default -> PayloadKind.OTHER;
        };
    }

    /** ErrorResponse: 'E', four bytes of length, then fields of one letter and a text that ends with 0. */
    static PayloadKind postgres(byte[] bytes, int at, int end) {
        PayloadKind kind = PayloadKind.OTHER;
        for (int field = at + 5; field < end && bytes[field] != 0; field++) {
            int text = field + 1;
            while (field < end && bytes[field] != 0) {
                field++;
            }
            if (bytes[text - 1] == 'C') {
                kind = ofSqlState(new String(bytes, text, field - text, US_ASCII));
            } else if (bytes[text - 1] == 'M' && new String(bytes, text, field - text, US_ASCII).contains(ORPHANED)) {
                kind = PayloadKind.CRASH_NOTICE;
            }
        }
        return kind;
    }

    /** PostgreSQL's manual, appendix A: too many connections; shutdowns, crash, dropped database; timeouts; authorization. */
    private static PayloadKind ofSqlState(String state) {
        return switch (state) {
            case "53300" -> PayloadKind.LIMIT_NOTICE;
            case "57P01", "57P03", "57P04" -> PayloadKind.CLOSING_NOTICE;
            case "57P02" -> PayloadKind.CRASH_NOTICE;
            case "57P05", "25P03", "25P04" -> PayloadKind.TIMEOUT_NOTICE;
            case "28000", "28P01" -> PayloadKind.DENIAL_NOTICE;
            default -> PayloadKind.OTHER;
        };
    }

    static PayloadKind goAway(byte[] bytes, int at, int end) {
        boolean whole = end - at >= GO_AWAY_CODE + 4;
        if (!whole || bytes[at + GO_AWAY_TYPE] != GO_AWAY || !isZero(bytes, at + 4, at + 9)) {
            return PayloadKind.OTHER;
        }
        boolean calm = isZero(bytes, at + GO_AWAY_CODE, at + GO_AWAY_CODE + 3)
                && bytes[at + GO_AWAY_CODE + 3] == ENHANCE_YOUR_CALM;
        return calm ? PayloadKind.DENIAL_NOTICE : PayloadKind.CLOSING_NOTICE;
    }

    private static boolean isZero(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return true;
    }
}

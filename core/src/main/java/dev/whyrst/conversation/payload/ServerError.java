package dev.whyrst.conversation.payload;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.whyrst.tables.DataTable;
import dev.whyrst.timeline.PayloadKind;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Error messages in binary protocols that say by a code why a server ends a connection; the codes of products are in
 * the table {@code server-errors}.
 */
final class ServerError {

    /**
     * Where the 0xff of MySQL's ERR_Packet stands, after three bytes of length and one of number; a code of two bytes
     * follows, all of them little-endian.
     */
    static final int MYSQL_MARK = 4;

    static final int MYSQL_CODE = MYSQL_MARK + 1;

    /**
     * Where the error code of HTTP/2's GOAWAY stands, after 9 bytes of frame header and the number of the last stream
     * (RFC 9113 section 6.8).
     */
    private static final int GO_AWAY_CODE = 13;

    private static final int GO_AWAY_TYPE = 3;
    private static final int GO_AWAY = 7;
    private static final int ENHANCE_YOUR_CALM = 11;

    /** MySQL's codes, rising, and what each amounts to. */
    private static final int[] MYSQL_CODES;

    private static final PayloadKind[] MYSQL_KINDS;

    /** What a SQLSTATE of PostgreSQL amounts to. */
    private static final Map<String, PayloadKind> SQL_STATES = new HashMap<>();

    /** What words of PostgreSQL amount to, whatever SQLSTATE they come with. */
    private static final Map<String, PayloadKind> SQL_TEXTS = new HashMap<>();

    static {
        SortedMap<Integer, PayloadKind> mysql = new TreeMap<>();
        for (List<String> row : DataTable.read("server-errors", 5)) {
            PayloadKind kind = kind(row.get(2));
            switch (row.get(0)) {
                case "mysql" -> mysql.put(Integer.valueOf(row.get(1)), kind);
                case "postgresql" -> SQL_STATES.put(row.get(1), kind);
                case "postgresql-text" -> SQL_TEXTS.put(row.get(1), kind);
                default -> throw new IllegalStateException("server-errors does not know a protocol " + row.get(0));
            }
        }
        MYSQL_CODES = new int[mysql.size()];
        MYSQL_KINDS = mysql.values().toArray(new PayloadKind[0]);
        int i = 0;
        for (int code : mysql.keySet()) {
            MYSQL_CODES[i++] = code;
        }
    }

    private ServerError() {}

    /** The kind of notice that a table calls by that word. */
    static PayloadKind kind(String word) {
        return PayloadKind.valueOf(word.toUpperCase(Locale.ROOT) + "_NOTICE");
    }

    static PayloadKind mysql(byte[] bytes, int at, int captured, int length) {
        int stated = bytes[at] & 0xff | (bytes[at + 1] & 0xff) << 8 | (bytes[at + 2] & 0xff) << 16;
        if (captured < MYSQL_CODE + 2 || stated != length - MYSQL_MARK) {
            return PayloadKind.OTHER;
        }
        int code = bytes[at + MYSQL_CODE] & 0xff | (bytes[at + MYSQL_CODE + 1] & 0xff) << 8;
        int known = Arrays.binarySearch(MYSQL_CODES, code);
        return known < 0 ? PayloadKind.OTHER : MYSQL_KINDS[known];
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
                String state = new String(bytes, text, field - text, US_ASCII);
                kind = SQL_STATES.getOrDefault(state, PayloadKind.OTHER);
            } else if (bytes[text - 1] == 'M') {
                kind = ofText(new String(bytes, text, field - text, US_ASCII), kind);
            }
        }
        return kind;
    }

    private static PayloadKind ofText(String text, PayloadKind otherwise) {
        for (Map.Entry<String, PayloadKind> known : SQL_TEXTS.entrySet()) {
            if (text.contains(known.getKey())) {
                return known.getValue();
            }
        }
        return otherwise;
    }

    static PayloadKind goAway(byte[] bytes, int at, int end) {
        boolean whole = end - at >= GO_AWAY_CODE + 4;
        if (!whole || bytes[at + GO_AWAY_TYPE] != GO_AWAY || !isZero(bytes, at + 4, at + 9)) {
            return PayloadKind.OTHER;
        }
        int code = isZero(bytes, at + GO_AWAY_CODE, at + GO_AWAY_CODE + 3) ? bytes[at + GO_AWAY_CODE + 3] : -1;
        return switch (code) {
            case 0 -> PayloadKind.GOING_AWAY;
            case ENHANCE_YOUR_CALM -> PayloadKind.DENIAL_NOTICE;
            default -> PayloadKind.CLOSING_NOTICE;
        };
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

package dev.whyrst.conversation.payload;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.whyrst.tables.DataTable;
import dev.whyrst.timeline.PayloadKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Notices with which servers say in clear why they end a connection: lines that the tables {@code server-notices} and
 * {@code notice-words} know, error messages of PostgreSQL and MySQL, a GOAWAY of HTTP/2. A glance at the first bytes;
 * whether the connection ended there is for others to see.
 */
final class ServerNotice {

    /** Bytes from the payload's beginning within which a notice is told. */
    private static final int REACH = 256;

    /** The lines that may begin with a byte, in the order of the table; null where none does. */
    private static final ServerNotice[][] BY_FIRST_BYTE = read();

    private final byte[] beginning;
    private final byte[][] words;
    private final PayloadKind kind;

    /**
     * @param beginning how the payload begins, in lower case
     * @param words what one must stand in it, in lower case; null where nothing must
     * @param kind what it amounts to
     */
    private ServerNotice(byte[] beginning, byte[][] words, PayloadKind kind) {
        this.beginning = beginning;
        this.words = words;
        this.kind = kind;
    }

    /** @param captured how many of the payload's {@code length} bytes are at hand, at least 4 */
    static PayloadKind of(byte[] bytes, int at, int captured, int length) {
        int end = at + Math.min(captured, REACH);
        if (captured > ServerError.MYSQL_CODE && bytes[at + ServerError.MYSQL_MARK] == (byte) 0xff) {
            return ServerError.mysql(bytes, at, captured, length);
        }
        int first = bytes[at] & 0xff;
        if (first == 0) {
            return ServerError.goAway(bytes, at, end);
        }
        if (first == 'E' && bytes[at + 1] == 0) {
            return ServerError.postgres(bytes, at, end);
        }
        ServerNotice[] lines = BY_FIRST_BYTE[first];
        return lines == null ? PayloadKind.OTHER : line(lines, bytes, at, end);
    }

    private static PayloadKind line(ServerNotice[] lines, byte[] bytes, int at, int end) {
        for (ServerNotice line : lines) {
            if (isAt(bytes, at, end, line.beginning) && (line.words == null || holds(bytes, at, end, line.words))) {
                return line.kind;
            }
        }
        return PayloadKind.OTHER;
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

    private static ServerNotice[][] read() {
        List<List<String>> words = DataTable.read("notice-words", 2);
        ServerNotice[][] byFirstByte = new ServerNotice[256][];
        for (List<String> row : DataTable.read("server-notices", 5)) {
            byte[] beginning = row.get(0).toLowerCase(Locale.ROOT).getBytes(US_ASCII);
            ServerNotice line = new ServerNotice(beginning, group(row.get(1), words), ServerError.kind(row.get(2)));
            int first = row.get(0).charAt(0);
            byFirstByte[first] = with(byFirstByte[first], line);
        }
        return byFirstByte;
    }

    private static byte[][] group(String name, List<List<String>> words) {
        if (name.isEmpty()) {
            return null;
        }
        List<byte[]> group = new ArrayList<>();
        for (List<String> row : words) {
            if (row.get(0).equals(name)) {
                group.add(row.get(1).getBytes(US_ASCII));
            }
        }
        return group.toArray(new byte[0][]);
    }

    private static ServerNotice[] with(ServerNotice[] lines, ServerNotice last) {
        ServerNotice[] more = lines == null ? new ServerNotice[1] : Arrays.copyOf(lines, lines.length + 1);
        more[more.length - 1] = last;
        return more;
    }
}

package dev.whyrst.conversation;

/**
 * Zeek's history of a conversation in a bounded form: at most 24 letters of five bits, upper case for the initiator.
 *
 * <p>{@code S} SYN, {@code H} SYN,ACK, {@code A} bare ACK, {@code D} payload, {@code F} FIN, {@code R} RST, {@code T}
 * retransmission, {@code W} zero window; each once an end, but S, H, F and R as often as they come.
 */
final class HistoryLetters {

    static final int SYN = 1;
    static final int SYN_ACK = 2;
    static final int ACK = 3;
    static final int DATA = 4;
    static final int FIN = 5;
    static final int RST = 6;
    static final int RETRANSMISSION = 7;
    static final int ZERO_WINDOW = 8;

    private static final String NAMES = "?shadfrtw";
    private static final int PER_WORD = 12;
    private static final int OTHER_END = 16;

    private HistoryLetters() {}

    /** Adds a letter of an end, unless it is one that stands once and stands there already, or there is no room. */
    static void add(ConversationRows rows, int row, int letter, int end) {
        int code = letter | end * OTHER_END;
        boolean once = letter == ACK || letter == DATA || letter == RETRANSMISSION || letter == ZERO_WINDOW;
        for (int half = 0; half < 2; half++) {
            long letters = rows.history(row, half);
            for (int i = 0; i < PER_WORD; i++) {
                int there = (int) (letters >>> i * 5) & 0x1f;
                if (there == 0) {
                    rows.history(row, half, letters | (long) code << i * 5);
                    return;
                }
                if (once && there == code) {
                    return;
                }
            }
        }
    }

    /** The letters as text, upper case for that end. */
    static String text(ConversationRows rows, int row, int initiator) {
        StringBuilder text = new StringBuilder(24);
        for (int i = 0; i < 2 * PER_WORD; i++) {
            int code = (int) (rows.history(row, i / PER_WORD) >>> i % PER_WORD * 5) & 0x1f;
            if (code == 0) {
                break;
            }
            char letter = NAMES.charAt(code & OTHER_END - 1);
            boolean initiators = code / OTHER_END == initiator;
            text.append(initiators ? Character.toUpperCase(letter) : letter);
        }
        return text.toString();
    }
}

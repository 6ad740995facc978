package dev.whyrst.conversation.table;

/**
 * Zeek's history of a conversation in a bounded form: at most 24 letters of five bits, upper case for the initiator.
 *
 * <p>{@code S} SYN, {@code H} SYN,ACK, {@code A} bare ACK, {@code D} payload, {@code F} FIN, {@code R} RST, {@code T}
 * retransmission, {@code W} zero window; each once an end, but S, H, F and R as often as they come.
 *
 * <p>Public for other rooms of the house, and for nobody else.
 */
public final class HistoryLetters {

    public static final int SYN = 1;
    public static final int SYN_ACK = 2;
    public static final int ACK = 3;
    public static final int DATA = 4;
    public static final int FIN = 5;
    public static final int RST = 6;
    public static final int RETRANSMISSION = 7;
    public static final int ZERO_WINDOW = 8;

    private static final String NAMES = "?shadfrtw";
    private static final int PER_WORD = 12;
    private static final int OTHER_END = 16;

    /** Above the letters of a word: which of the letters that stand once stand there; a word for each end. */
    private static final int STANDING_SHIFT = 60;

    private HistoryLetters() {}

    /** Adds a letter of an end, if there is room. */
    public static void add(ConversationRows rows, int row, int letter, int end) {
        for (int half = 0; half < 2; half++) {
            long letters = rows.history(row, half);
            for (int shift = 0; shift < PER_WORD * 5; shift += 5) {
                if ((letters >>> shift & 0x1f) == 0) {
                    rows.history(row, half, letters | (letter | (long) end * OTHER_END) << shift);
                    return;
                }
            }
        }
    }

    /**
     * Adds {@link #ACK}, {@link #DATA}, {@link #RETRANSMISSION} or {@link #ZERO_WINDOW}, unless the end has it already.
     */
    public static void addOnce(ConversationRows rows, int row, int letter, int end) {
        long mark = mark(letter);
        long standing = rows.history(row, end);
        if ((standing & mark) == 0) {
            rows.history(row, end, standing | mark);
            add(rows, row, letter, end);
        }
    }

    /** The bit of an end's history word that says that a letter that stands once stands there. */
    public static long mark(int letter) {
        return bitOf(letter) << STANDING_SHIFT;
    }

    private static long bitOf(int letter) {
        return switch (letter) {
            case ACK -> 1;
            case DATA -> 2;
            case RETRANSMISSION -> 4;
            default -> 8;
        };
    }

    /** The letters as text, upper case for that end. */
    public static String text(ConversationRows rows, int row, int initiator) {
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

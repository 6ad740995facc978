package dev.whyrst.report.text;

/**
 * Makes visible what hostile text would hide: control characters, direction marks, zero-width and other format
 * characters become escapes such as {@code \u202e}; halves of surrogate pairs, which no encoding can carry, become
 * U+FFFD.
 *
 * <p>Public for the formats and the command line.
 */
public final class VisibleText {

    private static final char REPLACEMENT = '\ufffd';

    private VisibleText() {}

    /** The text with every character visible; the same object where it already is. */
    public static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (suspicious(text.charAt(i))) {
                return escaped(text);
            }
        }
        return text;
    }

    /** The text with lone surrogates replaced: the least that any encoding needs. */
    public static String encodable(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return repaired(text);
            }
        }
        return text;
    }

    private static boolean suspicious(char c) {
        return c < ' ' || (c >= 0x7f && (Character.isSurrogate(c) || hidden(c)));
    }

    private static String escaped(String text) {
        StringBuilder visible = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(point -> {
            if (hidden(point)) {
                appendEscape(visible, point);
            } else {
                appendEncodable(visible, point);
            }
        });
        return visible.toString();
    }

    private static String repaired(String text) {
        StringBuilder sound = new StringBuilder(text.length());
        text.codePoints().forEach(point -> appendEncodable(sound, point));
        return sound.toString();
    }

    private static void appendEncodable(StringBuilder into, int point) {
        boolean lone = point <= Character.MAX_VALUE && Character.isSurrogate((char) point);
        into.appendCodePoint(lone ? REPLACEMENT : point);
    }

    private static void appendEscape(StringBuilder into, int point) {
        String hex = Integer.toHexString(point);
        into.append("\\u").append("0".repeat(Math.max(0, 4 - hex.length()))).append(hex);
    }

    private static boolean hidden(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }
}

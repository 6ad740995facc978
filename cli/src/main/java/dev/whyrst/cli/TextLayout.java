package dev.whyrst.cli;

/** Lays text out in columns and lines. */
final class TextLayout {

    private TextLayout() {}

    static String left(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    static String right(String text, int width) {
        return " ".repeat(Math.max(0, width - text.length())) + text;
    }

    /** The text broken between words so that no line, indented, is wider than {@code width}; ends with a line break. */
    static String wrap(String text, String firstIndent, int width) {
        StringBuilder lines = new StringBuilder(text.length() + 16);
        String indent = " ".repeat(firstIndent.length());
        int column = firstIndent.length();
        lines.append(firstIndent);
        for (String word : text.split(" ", -1)) {
            if (column > indent.length() && column + 1 + word.length() > width) {
                lines.append('\n').append(indent);
                column = indent.length();
            } else if (column > indent.length()) {
                lines.append(' ');
                column++;
            }
            lines.append(word);
            column += word.length();
        }
        return lines.append('\n').toString();
    }
}

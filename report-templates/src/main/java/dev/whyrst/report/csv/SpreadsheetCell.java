package dev.whyrst.report.csv;

import dev.whyrst.report.text.VisibleText;

/** Makes a text safe to open in a spreadsheet, where a cell may be taken for a formula or hide what it holds. */
final class SpreadsheetCell {

    /** What begins a formula: ASCII, and the full-width forms that some spreadsheets take for it. */
    private static final String STARTS = "=+-@\t\r\uff1d\uff0b\uff0d\uff20";

    private SpreadsheetCell() {}

    /** The text on one line, every character visible, with a leading apostrophe where it would begin a formula. */
    static String of(String text) {
        String visible = VisibleText.of(text);
        return startsFormula(text) && !isNumber(text) ? "'" + visible : visible;
    }

    private static boolean startsFormula(String text) {
        int first = 0;
        while (first < text.length() && text.charAt(first) == ' ') {
            first++;
        }
        return first < text.length() && STARTS.indexOf(text.charAt(first)) >= 0;
    }

    /** A sign, digits, at most one point: harmless, and a script wants it as it is. */
    private static boolean isNumber(String text) {
        boolean point = false;
        boolean digit = false;
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.' && !point) {
                point = true;
            } else if (c >= '0' && c <= '9') {
                digit = true;
            } else {
                return false;
            }
        }
        return digit && (text.charAt(0) == '-' || text.charAt(0) == '+');
    }
}

package dev.whyrst.report.csv;

import dev.whyrst.report.text.Utf8Text;
import java.io.IOException;
import org.apache.commons.csv.CSVFormat;

/**
 * A cell whose text we did not make ourselves, on its way into a row: what is plainly harmless is copied, all else is
 * made safe for spreadsheets and quoted by the library.
 */
final class CsvCell {

    private final CSVFormat format;
    private final Utf8Text rows;
    private final Utf8Text text = new Utf8Text(1 << 10);

    /** @param rows where the cells go */
    CsvCell(CSVFormat format, Utf8Text rows) {
        this.format = format;
        this.rows = rows;
    }

    /**
     * Where the text of the next cell is to be put, followed by {@link #end}; the row ends with the comma before it.
     */
    Utf8Text begin() {
        text.cut(0);
        return text;
    }

    /** Puts the cell into the row. */
    void end() throws IOException {
        if (text.isEmpty()) {
            return;
        }
        if (!beginsAndEndsPlainly()) {
            printSafely();
            return;
        }
        boolean comma = false;
        for (int i = 0; i < text.length(); i++) {
            byte c = text.at(i);
            if (c < ' ' || c == '"' || c > '~') {
                printSafely();
                return;
            }
            comma |= c == ',';
        }
        if (comma) {
            rows.append('"').append(text).append('"');
        } else {
            rows.append(text);
        }
    }

    private boolean beginsAndEndsPlainly() {
        return Character.isLetterOrDigit(text.at(0)) && text.at(text.length() - 1) > ' ';
    }

    /** The library sets the comma itself, and only then takes the cell for what it is: not the first of its row. */
    private void printSafely() throws IOException {
        StringBuilder printed = new StringBuilder();
        format.print(SpreadsheetCell.of(text.toString()), printed, false);
        rows.cut(rows.length() - 1);
        rows.append(printed.toString());
    }
}

/**
 * {@code resets.csv}: a header, then a row for each RST, streamed. {@link dev.whyrst.report.csv.CsvReport} is the sink;
 * a {@code CsvColumn} has a name, that of the field in the JSON report, and says what stands in its cells.
 *
 * <p>Cells open in spreadsheets: {@code SpreadsheetCell} takes the power from what would be a formula, {@code CsvCell}
 * quotes what is not plainly harmless, through the library. Names and order of the columns never change within a schema
 * version. The other formats are not known here.
 */
package dev.whyrst.report.csv;

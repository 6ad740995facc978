package dev.whyrst.report.csv;

import dev.whyrst.analysis.AnalysisSummary;
import dev.whyrst.analysis.ReportSink;
import dev.whyrst.attribution.Attribution;
import dev.whyrst.report.text.ReportFacts;
import dev.whyrst.report.text.Utf8Text;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.commons.csv.CSVFormat;

/**
 * Writes {@code resets.csv}: a header, then a row for each RST, in UTF-8 with {@code \n}.
 *
 * <p>A column is named as the field of {@code report.json} that it repeats, in snake_case, with the names of the
 * objects around it in front ({@code conversation} left out): see {@link CsvColumn}. Every row is one line; an empty
 * cell means unknown or none. Cells that a spreadsheet could take for a formula begin with an apostrophe.
 */
public final class CsvReport implements ReportSink {

    private static final int BUFFER = 1 << 16;
    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();
    private static final CsvColumn[] COLUMNS = CsvColumn.ALL.toArray(CsvColumn[]::new);

    private final OutputStream out;
    private final Utf8Text rows = new Utf8Text(BUFFER + (BUFFER >> 2));
    private final CsvCell cell;
    private ReportFacts facts;

    /** @param out where the rows go, closed by {@link #close} */
    public CsvReport(OutputStream out) {
        this.out = out;
        this.cell = new CsvCell(FORMAT, rows);
    }

    @Override
    public void begin(AnalysisSummary summary) throws IOException {
        facts = new ReportFacts(summary);
        StringBuilder header = new StringBuilder();
        FORMAT.printRecord(header, CsvColumn.ALL.stream().map(CsvColumn::header).toArray());
        rows.append(header.toString());
    }

    @Override
    public void accept(Attribution attribution) throws IOException {
        for (int i = 0; i < COLUMNS.length; i++) {
            if (i > 0) {
                rows.append(',');
            }
            CsvColumn column = COLUMNS[i];
            column.cell().append(column.foreign() ? cell.begin() : rows, attribution, facts);
            if (column.foreign()) {
                cell.end();
            }
        }
        rows.append('\n');
        if (rows.length() >= BUFFER) {
            rows.drainTo(out);
        }
    }

    @Override
    public void finish() throws IOException {
        rows.drainTo(out);
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}

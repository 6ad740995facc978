package dev.whyrst.report;

import dev.whyrst.analysis.AnalysisSummary;
import dev.whyrst.analysis.ReportSink;
import dev.whyrst.attribution.Attribution;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Writes {@code resets.csv}: a header, then a row for each RST, in UTF-8 with {@code \n}.
 *
 * <p>A column is named as the field of {@code report.json} that it repeats, in snake_case, with the names of the objects
 * around it in front ({@code conversation} left out): see {@link CsvColumn}. Every row is one line; an empty cell means
 * unknown or none. Cells that a spreadsheet could take for a formula begin with an apostrophe.
 */
public final class CsvReport implements ReportSink {

    private static final int BUFFER = 1 << 16;

    private final OutputStream out;
    private final StringBuilder text = new StringBuilder(BUFFER + (BUFFER >> 2));
    private final CSVPrinter rows;
    private final Object[] row = new Object[CsvColumn.ALL.size()];
    private ReportFacts facts;

    /** @param out where the rows go, closed by {@link #close} */
    public CsvReport(OutputStream out) throws IOException {
        this.out = out;
        this.rows = new CSVPrinter(
                text, CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get());
    }

    @Override
    public void begin(AnalysisSummary summary) throws IOException {
        facts = new ReportFacts(summary);
        for (int i = 0; i < row.length; i++) {
            row[i] = CsvColumn.ALL.get(i).header();
        }
        rows.printRecord(row);
    }

    @Override
    public void accept(Attribution attribution) throws IOException {
        for (int i = 0; i < row.length; i++) {
            row[i] = CsvColumn.ALL.get(i).value(attribution, facts);
        }
        rows.printRecord(row);
        if (text.length() >= BUFFER) {
            drain();
        }
    }

    @Override
    public void finish() throws IOException {
        drain();
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    /** Encodes many rows at once: a writer would do it value by value, which takes twice as long. */
    private void drain() throws IOException {
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        text.setLength(0);
    }
}

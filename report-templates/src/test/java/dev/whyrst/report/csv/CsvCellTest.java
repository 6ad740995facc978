package dev.whyrst.report.csv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.attribution.Attribution;
import dev.whyrst.report.ModelFixtures;
import dev.whyrst.report.text.ReportFacts;
import dev.whyrst.report.text.Utf8Text;
import java.io.IOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.junit.jupiter.api.Test;

class CsvCellTest {

    private static final CSVFormat FORMAT = CSVFormat.DEFAULT;

    @Test
    void a_cell_is_written_as_the_library_would_write_it() throws IOException {
        for (String text : List.of(
                "",
                "RST,ACK",
                "for strong: answers frame 25 [frame 25, frame 76]",
                "say \"no\"",
                "(in brackets)",
                "#1",
                " led by a space",
                "followed by a space ",
                "=1+1",
                "two\nlines",
                "caf\u00e9",
                "\u202egnp.exe",
                "\u00e4")) {
            assertThat(own(text)).as(text).isEqualTo(theirs(text));
        }
    }

    @Test
    void cells_of_our_own_hold_nothing_that_would_have_to_be_quoted() {
        ReportFacts facts = new ReportFacts(ModelFixtures.outageSummary());
        int looked = 0;
        for (Attribution attribution : ModelFixtures.outage()) {
            for (CsvColumn column : CsvColumn.ALL) {
                if (!column.foreign()) {
                    Utf8Text cell = new Utf8Text(64);
                    column.cell().append(cell, attribution, facts);
                    assertThat(cell.toString()).as(column.header()).doesNotContainPattern("[,\"\\r\\n]");
                    looked++;
                }
            }
        }
        assertThat(looked).isPositive();
    }

    private static String own(String text) throws IOException {
        Utf8Text row = new Utf8Text(8).append("first,");
        CsvCell cell = new CsvCell(FORMAT, row);
        cell.begin().append(text);
        cell.end();
        return row.toString();
    }

    private static String theirs(String text) throws IOException {
        StringBuilder row = new StringBuilder("first");
        FORMAT.print(SpreadsheetCell.of(text), row, false);
        return row.toString();
    }
}

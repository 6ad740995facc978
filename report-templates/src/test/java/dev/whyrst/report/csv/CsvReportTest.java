package dev.whyrst.report.csv;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.whyrst.analysis.AnalysisSummary;
import dev.whyrst.attribution.Attribution;
import dev.whyrst.report.Golden;
import dev.whyrst.report.ModelFixtures;
import dev.whyrst.report.json.JsonReport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

class CsvReportTest {

    @Test
    void the_rows_of_an_outage_are_as_they_were() throws IOException {
        Golden.assertSame("resets.csv", text(ModelFixtures.outageSummary(), ModelFixtures.outage()));
    }

    @Test
    void the_header_stands_alone_where_nothing_was_reset() throws IOException {
        assertThat(text(ModelFixtures.nothing(0), List.of()).lines())
                .hasSize(1)
                .first()
                .asString()
                .startsWith("id,capture,frame,");
    }

    @Test
    void every_column_is_named_as_a_field_of_the_json_report() throws IOException {
        List<String> fields = new ArrayList<>();
        try (InputStream in = JsonReport.class.getResourceAsStream("/dev/whyrst/report/report.schema.json")) {
            JsonNode schema = new ObjectMapper().readTree(in);
            collect(schema, schema.at("/$defs/reset"), "", fields);
        }
        assertThat(CsvColumn.ALL)
                .extracting(CsvColumn::header)
                .doesNotHaveDuplicates()
                .allSatisfy(header -> assertThat(fields).contains(header));
    }

    @Test
    void the_columns_are_documented_in_their_order() throws IOException {
        List<String> documented = Files.readAllLines(Path.of("README.md")).stream()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.substring(3, line.indexOf('`', 3)))
                .toList();
        assertThat(documented)
                .containsExactlyElementsOf(
                        CsvColumn.ALL.stream().map(CsvColumn::header).toList());
    }

    @Test
    void every_reset_is_one_line_whatever_it_quotes() throws IOException {
        String csv = text(ModelFixtures.outageSummary(), ModelFixtures.outage());
        assertThat(csv.lines()).hasSize(10);
        assertThat(csv.codePoints().filter(c -> (c != '\n' && Character.isISOControl(c)) || c == 0x202e))
                .isEmpty();
    }

    @Test
    void hostile_text_is_shown_with_every_character_visible() throws IOException {
        CSVRecord injected =
                rows(ModelFixtures.outageSummary(), ModelFixtures.outage()).get(6);
        assertThat(injected.get("server_name")).contains("\\u202egnp.exe", "\\u001b[2J", "\\u0000", "\ufffd x \ufffd");
    }

    @Test
    void a_cell_that_a_spreadsheet_would_run_begins_with_an_apostrophe() {
        for (String formula :
                List.of("=cmd()", "+1+1", "-1+cmd", "@SUM(A1)", "\t=1", "\r=1", "  =1", "\uff1d1", "-", "+.")) {
            assertThat(SpreadsheetCell.of(formula)).startsWith("'");
        }
        for (String harmless : List.of("-1", "+2.5", "10.0.0.1", "", "rst-1", "a=b")) {
            assertThat(SpreadsheetCell.of(harmless)).isEqualTo(harmless);
        }
    }

    @Test
    void the_rows_do_not_depend_on_the_locale() throws IOException {
        String here = text(ModelFixtures.outageSummary(), ModelFixtures.outage());
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(text(ModelFixtures.outageSummary(), ModelFixtures.outage()))
                    .isEqualTo(here);
        } finally {
            Locale.setDefault(before);
        }
    }

    private static void collect(JsonNode schema, JsonNode type, String prefix, List<String> into) {
        for (Map.Entry<String, JsonNode> field : type.path("properties").properties()) {
            String name = prefix + field.getKey().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
            into.add(name);
            JsonNode value = field.getValue();
            JsonNode known = value.has("anyOf") ? value.at("/anyOf/0") : value;
            JsonNode resolved =
                    known.has("$ref") ? schema.at(known.get("$ref").asText().substring(1)) : known;
            collect(schema, resolved, name.equals("conversation") ? "" : name + "_", into);
        }
    }

    private static List<CSVRecord> rows(AnalysisSummary summary, List<Attribution> resets) throws IOException {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        return format.parse(new StringReader(text(summary, resets))).getRecords();
    }

    private static String text(AnalysisSummary summary, List<Attribution> resets) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CsvReport report = new CsvReport(out)) {
            ModelFixtures.write(report, summary, resets);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}

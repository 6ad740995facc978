package dev.whyrst.report.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.whyrst.analysis.AnalysisSummary;
import dev.whyrst.attribution.Attribution;
import dev.whyrst.attribution.Cause;
import dev.whyrst.incident.IncidentKind;
import dev.whyrst.report.Golden;
import dev.whyrst.report.ModelFixtures;
import dev.whyrst.timeline.Standing;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class JsonReportTest {

    private static final Path SCHEMA = Path.of("src/main/resources/dev/whyrst/report/report.schema.json");

    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Test
    void the_report_of_an_outage_is_as_it_was() throws IOException {
        Golden.assertSame("report.json", text(ModelFixtures.outageSummary(), ModelFixtures.outage()));
    }

    @Test
    void every_report_meets_the_closed_schema() throws IOException {
        assertThat(violations(ModelFixtures.outageSummary(), ModelFixtures.outage()))
                .isEmpty();
        assertThat(violations(ModelFixtures.nothing(2), List.of())).isEmpty();
    }

    @Test
    void the_schema_refuses_a_field_that_it_does_not_know() throws IOException {
        String report = text(ModelFixtures.outageSummary(), ModelFixtures.outage());
        JsonNode changed = MAPPER.readTree(report.replaceFirst("\"shape\":", "\"form\":"));
        assertThat(schema().validate(changed)).isNotEmpty();
    }

    @Test
    void the_schema_knows_the_same_words_as_the_catalogue() throws IOException {
        List<String> causes = Arrays.stream(Cause.values()).map(Cause::id).toList();
        List<String> kinds =
                Arrays.stream(IncidentKind.values()).map(IncidentKind::id).toList();
        if (Boolean.getBoolean("golden.update")) {
            writeList(causes);
            writeList(kinds);
        }
        JsonNode schema = MAPPER.readTree(Files.readString(SCHEMA));
        assertThat(words(schema.at("/$defs/causeId/enum")))
                .as("causes of report.schema.json; -Dgolden.update=true writes them anew")
                .containsExactlyElementsOf(causes);
        assertThat(words(schema.at("/$defs/incident/properties/kind/enum")))
                .as("kinds of report.schema.json; -Dgolden.update=true writes them anew")
                .containsExactlyElementsOf(kinds);
        assertThat(words(schema.at("/$defs/reset/properties/standing/enum")))
                .containsExactlyElementsOf(
                        Arrays.stream(Standing.values()).map(Standing::label).toList());
    }

    /** Writes the ids of a catalogue over the list of the schema that begins with the first of them. */
    private static void writeList(List<String> ids) throws IOException {
        String schema = Files.readString(SCHEMA);
        Matcher list = Pattern.compile("\\[\\s+\"" + ids.get(0) + "\"[^]]*\\]").matcher(schema);
        assertThat(list.find()).isTrue();
        String indent =
                "\n" + " ".repeat(list.group().lastIndexOf(']') - list.group().lastIndexOf('\n') - 1);
        String written = "[" + indent + "  \"" + String.join("\"," + indent + "  \"", ids) + "\"" + indent + "]";
        Files.writeString(SCHEMA, schema.substring(0, list.start()) + written + schema.substring(list.end()));
    }

    @Test
    void every_reset_stands_on_a_line_of_its_own() throws IOException {
        String report = text(ModelFixtures.outageSummary(), ModelFixtures.outage());
        assertThat(report.lines().filter(line -> line.startsWith("    {\"id\":\"rst-")))
                .hasSize(9);
    }

    @Test
    void hostile_text_arrives_unchanged_but_for_what_no_encoding_can_carry() throws IOException {
        String report = text(ModelFixtures.outageSummary(), ModelFixtures.outage());
        assertThat(report).matches("[\\x0a\\x20-\\x7e]*");
        String name =
                MAPPER.readTree(report).at("/resets/6/conversation/serverName").asText();
        assertThat(name)
                .isEqualTo(ModelFixtures.HOSTILE.replace('\ud800', '\ufffd').replace('\udfff', '\ufffd'));
    }

    @Test
    void frames_of_another_capture_stand_apart_from_those_of_the_resets_own() throws IOException {
        JsonNode report = MAPPER.readTree(text(ModelFixtures.outageSummary(), ModelFixtures.outage()));
        JsonNode evidence = report.at("/resets/5/evidence/2");
        assertThat(evidence.at("/frames").toString()).isEqualTo("[2]");
        assertThat(evidence.at("/framesElsewhere/0/capture").asText()).isEqualTo("trace-1.pcap");
        assertThat(evidence.at("/framesElsewhere/0/frame").asLong()).isEqualTo(77);
    }

    @Test
    void an_unfinished_report_does_not_look_finished() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonReport report = new JsonReport(out, "1.2.3")) {
            report.begin(ModelFixtures.outageSummary());
            report.accept(ModelFixtures.outage().get(0));
        }
        assertThat(out.toString(StandardCharsets.UTF_8)).doesNotEndWith("}\n");
    }

    private static List<String> violations(AnalysisSummary summary, List<Attribution> resets) throws IOException {
        return schema().validate(MAPPER.readTree(text(summary, resets))).stream()
                .map(Object::toString)
                .toList();
    }

    private static JsonSchema schema() throws IOException {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schemaResource());
    }

    private static String schemaResource() throws IOException {
        try (InputStream in = JsonReport.class.getResourceAsStream("/dev/whyrst/report/report.schema.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<String> words(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static String text(AnalysisSummary summary, List<Attribution> resets) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonReport report = new JsonReport(out, "1.2.3", ModelFixtures::causePage)) {
            ModelFixtures.write(report, summary, resets);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}

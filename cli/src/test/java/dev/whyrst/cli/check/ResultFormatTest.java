package dev.whyrst.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.surefire.log.api.NullConsoleLogger;
import org.apache.maven.plugins.surefire.report.ReportTestSuite;
import org.apache.maven.plugins.surefire.report.SurefireReportParser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultFormatTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    private Path folder;

    private CheckResult result;

    /** One rule broken with hostile text, one warned of, one kept, one not judged, one off. */
    @BeforeEach
    void a_check_with_everything() throws IOException {
        Path report = new ReportText()
                .capture("a.pcap", 5)
                .reset("a.pcap", "linger-zero-abort", "10.0.0.1:80")
                .reset("a.pcap", "undetermined", "10.0.0.1:80")
                .write(folder.resolve("report.json"));
        Path policy = Files.writeString(
                folder.resolve("policy.yaml"),
                """
                title: "Orders <&> | 100%"
                rules:
                  - name: "no aborts, ever: <none>"
                    forbid: {cause: linger-zero-abort}
                  - name: explained
                    level: warn
                    forbid: {cause: undetermined}
                  - name: kept
                    forbid: {cause: time-wait}
                  - name: rate
                    limit: {cause: any}
                    share: 1%
                  - name: unused
                    level: off
                    forbid: {cause: any}
                """);
        result =
                Gate.check(Gate.policy(policy.toString()), List.of(report), Optional.empty(), LocalDate.of(2026, 3, 2));
    }

    @Test
    void sarif_follows_its_schema_and_points_at_the_line_of_the_policy() throws IOException {
        JsonNode sarif = MAPPER.readTree(ResultFormat.SARIF.write(result));

        try (InputStream schema = getClass().getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
            assertThat(JsonSchemaFactory.getInstance(VersionFlag.V7)
                            .getSchema(schema)
                            .validate(sarif))
                    .isEmpty();
        }
        JsonNode first = sarif.at("/runs/0/results/0");
        assertThat(first.path("level").asText()).isEqualTo("error");
        assertThat(first.at("/locations/0/physicalLocation/region/startLine").asInt())
                .isEqualTo(3);
        assertThat(first.at("/locations/0/physicalLocation/artifactLocation/uri")
                        .asText())
                .endsWith("policy.yaml");
        assertThat(first.path("ruleId").asText())
                .isEqualTo(sarif.at("/runs/0/tool/driver/rules/" + first.path("ruleIndex") + "/id")
                        .asText());
        assertThat(sarif.at("/runs/0/results")).hasSize(2);
    }

    @Test
    void junit_is_read_by_those_who_read_it() throws Exception {
        Path reports = Files.createDirectories(folder.resolve("reports"));
        Files.writeString(reports.resolve("TEST-whyrst.xml"), suite(ResultFormat.JUNIT.write(result)));

        List<ReportTestSuite> suites =
                new SurefireReportParser(List.of(reports.toFile()), new NullConsoleLogger()).parseXMLReportFiles();
        assertThat(suites).hasSize(1);
        ReportTestSuite suite = suites.get(0);
        assertThat(suite.getNumberOfTests()).isEqualTo(7);
        assertThat(suite.getNumberOfFailures()).isEqualTo(1);
        assertThat(suite.getNumberOfSkipped()).isEqualTo(2);
        assertThat(suite.getTestCases())
                .filteredOn(test -> test.hasFailure())
                .singleElement()
                .satisfies(test -> assertThat(test.getName()).isEqualTo("no aborts, ever: <none>"))
                .satisfies(test -> assertThat(test.getFailureDetail())
                        .contains("1, at most 0", "linger-zero-abort by the responder at 10.0.0.1:80", "frame 2"));
    }

    @Test
    void gitlab_gets_what_its_documentation_demands() throws IOException {
        JsonNode issues = MAPPER.readTree(ResultFormat.GITLAB.write(result));

        assertThat(issues).hasSize(2);
        for (JsonNode issue : issues) {
            assertThat(issue.path("description").asText()).isNotEmpty();
            assertThat(issue.path("check_name").asText()).isNotEmpty();
            assertThat(issue.path("fingerprint").asText()).matches("[0-9a-f]{64}");
            assertThat(issue.path("severity").asText()).isIn("info", "minor", "major", "critical", "blocker");
            assertThat(issue.at("/location/path").asText()).endsWith("policy.yaml");
            assertThat(issue.at("/location/lines/begin").asInt()).isPositive();
        }
    }

    @Test
    void github_gets_one_command_a_rule_with_its_text_escaped() {
        String text = ResultFormat.GITHUB.write(result);

        assertThat(text.lines()).hasSize(2);
        assertThat(text)
                .startsWith("::error file=")
                .contains(",line=3,title=no aborts%2C ever%3A <none>::1, at most 0%0Alinger-zero-abort")
                .contains("\n::warning file=");
    }

    @Test
    void tap_counts_its_tests() {
        String text = ResultFormat.TAP.write(result);

        assertThat(text)
                .startsWith("TAP version 13\n1..7\n")
                .contains("\nnot ok 3 - no aborts, ever: <none>\n", "\nok 4 - explained\n", "\nok 7 - unused # SKIP");
        assertThat(text.lines().filter(line -> line.startsWith("ok ") || line.startsWith("not ok ")))
                .hasSize(7);
    }

    @Test
    void markdown_shows_measured_values_and_no_markup_of_packets() {
        assertThat(ResultFormat.MARKDOWN.write(result))
                .startsWith("## whyrst check FAILED: 1 of 5 rules broken, 1 warning, 1 not judged")
                .contains("| **broken** | no aborts, ever: &lt;none&gt; | 1, at most 0 |")
                .contains("Orders &lt;&amp;&gt; \\| 100%")
                .doesNotContain("<b>");
    }

    /** The parser takes files that hold one suite. */
    private static String suite(String xml) {
        return xml.substring(xml.indexOf("<testsuite name"), xml.indexOf("</testsuites>"));
    }
}

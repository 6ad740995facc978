package dev.whyrst.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A refused connection, held against policies. */
class CheckCommandTest {

    private static final String REFUSED = "rules: [{name: none refused, forbid: {cause: port-not-listening}}]\n";
    private static final String EXPECTED = "rules: [{name: refused, expect: {cause: port-not-listening}}]\n";

    @TempDir
    private Path folder;

    private final ConsoleProbe console = new ConsoleProbe();
    private Path capture;
    private Path out;

    @BeforeEach
    void a_capture() throws IOException {
        capture = TinyCapture.in(folder);
        out = folder.resolve("out");
    }

    @Test
    void a_violated_policy_is_exit_status_1_and_the_last_line_names_the_page() throws IOException {
        ExitStatus status = check(capture, REFUSED, "--results", "junit,sarif,gitlab,tap,markdown,github");

        assertThat(status).isEqualTo(ExitStatus.POLICY_VIOLATED);
        assertThat(console.out())
                .startsWith("::error file=")
                .contains(
                        "  BROKEN     none refused: 1, at most 0\n             port-not-listening by the responder at 10.0.0.27:8888")
                .endsWith("whyrst check FAILED: 1 of 3 rules broken (" + folder.resolve("policy.yaml") + "); "
                        + out.resolve("report.html") + "\n");
        assertThat(out)
                .isDirectoryContaining("glob:**/junit.xml")
                .isDirectoryContaining("glob:**/whyrst.sarif")
                .isDirectoryContaining("glob:**/gl-code-quality-report.json")
                .isDirectoryContaining("glob:**/whyrst.tap")
                .isDirectoryContaining("glob:**/summary.md")
                .isDirectoryContaining("glob:**/report.html");
    }

    @Test
    void a_policy_that_is_kept_is_exit_status_0_for_the_capture_and_for_its_report() throws IOException {
        assertThat(check(capture, EXPECTED)).isEqualTo(ExitStatus.DONE);
        assertThat(console.out()).contains("  kept       refused: 1, at least 1\n", "whyrst check passed: 1 rule kept");
        assertThat(check(out.resolve("report.json"), EXPECTED, "--quiet")).isEqualTo(ExitStatus.DONE);
        assertThat(check(out.resolve("report.json"), REFUSED, "--quiet")).isEqualTo(ExitStatus.POLICY_VIOLATED);
    }

    @Test
    void damage_is_exit_status_3_even_where_all_rules_are_kept() throws IOException {
        Path cut = folder.resolve("cut.pcap");
        Files.write(cut, Arrays.copyOf(TinyCapture.bytes(), TinyCapture.BYTES - 4));

        assertThat(check(cut, "rules: [{name: a, forbid: {cause: injected-rst}}]\n"))
                .isEqualTo(ExitStatus.INPUT);
        assertThat(console.out()).contains("  BROKEN     the input can be read whole: 1 capture damaged");
        assertThat(check(cut, "input: {damaged: warn}\nrules: [{name: a, forbid: {cause: injected-rst}}]\n"))
                .isEqualTo(ExitStatus.DONE);
    }

    @Test
    void without_a_policy_it_says_which_there_are() throws IOException {
        assertThat(console.run("check", capture.toString())).isEqualTo(ExitStatus.USAGE);
        assertThat(console.err()).contains("check needs a --policy", "strict, web-service");
    }

    @Test
    void a_result_that_is_not_known_is_told_before_anything_is_analysed() throws IOException {
        assertThat(check(capture, REFUSED, "--results", "junit,sarf")).isEqualTo(ExitStatus.USAGE);
        assertThat(console.err()).contains("--results: 'sarf' is unknown, did you mean sarif?");
        assertThat(out).doesNotExist();
    }

    @Test
    void with_init_it_prints_a_policy_that_the_capture_keeps() throws IOException {
        assertThat(console.run("check", capture.toString(), "--init", "-o", out.toString()))
                .isEqualTo(ExitStatus.DONE);
        assertThat(check(capture, console.out())).isEqualTo(ExitStatus.DONE);
    }

    @Test
    void a_baseline_alone_asks_that_nothing_is_new() throws IOException {
        console.run("analyze", capture.toString(), "-o", out.toString(), "--quiet");
        Path baseline = Files.move(out.resolve("report.json"), folder.resolve("baseline.json"));

        assertThat(console.run("check", capture.toString(), "--baseline", baseline.toString(), "-o", out.toString()))
                .isEqualTo(ExitStatus.DONE);
        assertThat(console.run("diff", baseline.toString(), baseline.toString(), "-o", out.toString()))
                .isEqualTo(ExitStatus.DONE);
        assertThat(console.out()).endsWith("no difference\n");
        assertThat(out).isDirectoryContaining("glob:**/diff.md").isDirectoryContaining("glob:**/diff.json");
        assertThat(console.run("diff", capture.toString(), baseline.toString())).isEqualTo(ExitStatus.USAGE);
        assertThat(console.err()).contains("is no report.json; analyse it first");
    }

    @Test
    void a_baseline_where_the_report_is_written_is_refused_and_stays_by_whatever_way_it_is_named() throws IOException {
        console.run("analyze", capture.toString(), "-o", out.toString(), "--quiet");
        Path baseline = out.resolve("report.json");
        byte[] before = Files.readAllBytes(baseline);
        Path link = Files.createSymbolicLink(folder.resolve("link.json"), baseline);
        Path folderLink = Files.createSymbolicLink(folder.resolve("link"), out);

        for (Path name :
                List.of(baseline, out.resolve("../out/./report.json"), link, folderLink.resolve("report.json"))) {
            assertThat(console.run("check", capture.toString(), "--baseline", name.toString(), "-o", out.toString()))
                    .isEqualTo(ExitStatus.USAGE);
            assertThat(console.err()).contains("would overwrite its input " + name, "give another folder with --out");
        }
        assertThat(console.run(
                        "check", capture.toString(), "--baseline", baseline.toString(), "-o", folderLink.toString()))
                .isEqualTo(ExitStatus.USAGE);
        assertThat(baseline).hasBinaryContent(before);
    }

    @Test
    void a_saved_report_beside_a_capture_is_not_overwritten_by_that_of_the_capture() throws IOException {
        console.run("analyze", capture.toString(), "-o", out.toString(), "--quiet");
        String saved = out.resolve("report.json").toString();

        assertThat(console.run("check", saved, capture.toString(), "--policy", "strict", "-o", out.toString()))
                .isEqualTo(ExitStatus.USAGE);
        assertThat(console.err()).contains("would overwrite its input " + saved);
        assertThat(console.run("check", saved, "--policy", "strict", "-o", out.toString(), "--quiet"))
                .as("nothing is analysed")
                .isIn(ExitStatus.DONE, ExitStatus.POLICY_VIOLATED);
    }

    @Test
    void a_report_of_before_is_not_judged_in_place_of_a_capture_that_cannot_be_read() throws IOException {
        assertThat(check(capture, EXPECTED)).isEqualTo(ExitStatus.DONE);
        Path letter = Files.writeString(folder.resolve("letter.pcap"), "Dear Sir or Madam, ".repeat(9));
        ConsoleProbe second = new ConsoleProbe();

        assertThat(second.run(
                        "check",
                        letter.toString(),
                        "--policy",
                        folder.resolve("policy.yaml").toString(),
                        "-o",
                        out.toString()))
                .isEqualTo(ExitStatus.INPUT);
        assertThat(second.out()).doesNotContain("passed");
        assertThat(second.err()).contains("letter.pcap: ");
    }

    private ExitStatus check(Path input, String policy, String... more) throws IOException {
        Path file = Files.writeString(folder.resolve("policy.yaml"), policy);
        String[] words = {"check", input.toString(), "--policy", file.toString(), "-o", out.toString()};
        String[] all = Arrays.copyOf(words, words.length + more.length);
        System.arraycopy(more, 0, all, words.length, more.length);
        return console.run(all);
    }
}

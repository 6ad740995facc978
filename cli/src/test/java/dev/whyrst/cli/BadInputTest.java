package dev.whyrst.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user reads who gave the program something that it cannot work with: one sentence, and no half-written report. */
class BadInputTest {

    @TempDir
    private Path folder;

    private Path out;
    private ConsoleProbe console;

    @BeforeEach
    void prepare() {
        out = folder.resolve("out");
        console = new ConsoleProbe();
    }

    @Test
    void a_missing_file_is_named() {
        assertRefused(ExitStatus.INPUT, "none.pcap", folder.resolve("none.pcap").toString());
    }

    @Test
    void that_there_is_no_report_is_said_where_an_old_one_may_lie_about() {
        assertRefused(
                ExitStatus.INPUT,
                "no report was written",
                folder.resolve("none.pcap").toString());
    }

    @Test
    void a_peer_capture_that_cannot_be_read_does_not_cost_the_report() throws IOException {
        ExitStatus status = console.run(
                "analyze",
                TinyCapture.in(folder).toString(),
                "--peer-capture",
                Files.writeString(folder.resolve("none.pcap"), "no capture").toString(),
                "--out",
                out.toString());

        assertThat(status).isEqualTo(ExitStatus.INPUT);
        assertOneSentence("none.pcap: text, not a capture; record with: tcpdump -w FILE");
        assertThat(out.resolve("report.json")).content().contains("\"port-not-listening\"");
    }

    @Test
    void a_temporary_file_that_cannot_be_written_is_no_fault_of_the_input() throws IOException {
        ExitStatus status = console.run(
                (options, sinks, progress) -> {
                    throw new UncheckedIOException("cannot write the temporary file", new IOException("full"));
                },
                "analyze",
                TinyCapture.in(folder).toString(),
                "--out",
                out.toString());

        assertThat(status).isEqualTo(ExitStatus.OUTPUT);
        assertOneSentence("cannot write the temporary file");
    }

    @Test
    void a_folder_without_captures_is_named() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("no-captures"));
        assertRefused(ExitStatus.INPUT, "no-captures", empty.toString());
    }

    @Test
    void a_file_that_is_no_capture_is_named() throws IOException {
        Path letter =
                Files.writeString(folder.resolve("letter.pcap"), "Dear Sir or Madam, this is no capture. ".repeat(9));
        assertReportedUnreadable("letter.pcap", letter);
    }

    @Test
    void an_empty_file_is_called_empty() throws IOException {
        Path empty = Files.createFile(folder.resolve("empty.pcap"));
        assertReportedUnreadable("empty", empty);
    }

    @Test
    void a_wrong_option_is_named_with_the_right_one() throws IOException {
        assertRefused(
                ExitStatus.USAGE,
                "unknown option --fromat, did you mean --format?",
                TinyCapture.in(folder).toString(),
                "--fromat",
                "json");
    }

    @Test
    void a_timeout_without_unit_is_refused() throws IOException {
        assertRefused(
                ExitStatus.USAGE,
                "--so-rcvtimeo: 100 has no unit: did you mean 100ms or 100s?",
                TinyCapture.in(folder).toString(),
                "--so-rcvtimeo",
                "100");
    }

    @Test
    void a_bad_configuration_is_named_with_line_and_column() throws IOException {
        Path config = Files.writeString(folder.resolve("whyrst.yaml"), "timeouts:\n  - endpiont: 10.0.0.27:8888\n");
        assertRefused(
                ExitStatus.USAGE,
                config + ", line 2, column 5: unknown key 'endpiont', did you mean endpoint?",
                TinyCapture.in(folder).toString(),
                "--config",
                config.toString());
    }

    @Test
    void an_output_folder_that_is_a_file_is_named() throws IOException {
        Files.writeString(out, "a file");
        ExitStatus status = console.run("analyze", TinyCapture.in(folder).toString(), "--out", out.toString());

        assertThat(status).isEqualTo(ExitStatus.OUTPUT);
        assertOneSentence("cannot write " + out + ": it is a file, not a folder; choose another folder with --out");
        assertThat(out).hasContent("a file");
    }

    @Test
    void an_output_folder_that_cannot_be_made_is_named() throws IOException {
        Path impossible = Path.of("/proc/whyrst-report");
        assumeTrue(Files.isDirectory(impossible.getParent()));
        ExitStatus status = console.run("analyze", TinyCapture.in(folder).toString(), "--out", impossible.toString());

        assertThat(status).isEqualTo(ExitStatus.OUTPUT);
        assertOneSentence("cannot write " + impossible + ": ");
    }

    @Test
    void a_cut_capture_is_reported_as_far_as_it_goes_and_the_damage_named() throws IOException {
        Path cut = Files.write(folder.resolve("cut.pcap"), Arrays.copyOf(TinyCapture.bytes(), TinyCapture.BYTES - 5));
        ExitStatus status =
                console.run("analyze", cut.toString(), "--out", out.toString(), "--format", "json", "--quiet");

        assertThat(status).isEqualTo(ExitStatus.INPUT);
        assertThat(console.out()).isEmpty();
        assertOneSentence("whyrst: " + cut + ": ");
        assertThat(out.resolve("report.json")).content().contains("\"truncated\"");
    }

    @Test
    void an_internal_error_is_one_sentence_too() throws IOException {
        ExitStatus status = console.run(
                (options, sinks, progress) -> {
                    throw new IllegalStateException("the table is gone\nat all");
                },
                "analyze",
                TinyCapture.in(folder).toString(),
                "--out",
                out.toString(),
                "--format",
                "json");

        assertThat(status).isEqualTo(ExitStatus.OUTPUT);
        assertOneSentence("the table is gone");
        assertThat(out).doesNotExist();
    }

    @Test
    void running_out_of_memory_is_told_with_what_helps() throws IOException {
        ExitStatus status = console.run(
                (options, sinks, progress) -> {
                    throw new OutOfMemoryError("Java heap space");
                },
                "analyze",
                TinyCapture.in(folder).toString(),
                "--out",
                out.toString(),
                "--format",
                "json");

        assertThat(status).isEqualTo(ExitStatus.OUTPUT);
        assertOneSentence("--max-conversations");
        assertThat(out).doesNotExist();
    }

    private void assertRefused(ExitStatus expected, String sentence, String... arguments) {
        String[] words = Arrays.copyOf(new String[] {"analyze", "--out", out.toString()}, 3 + arguments.length);
        System.arraycopy(arguments, 0, words, 3, arguments.length);

        assertThat(console.run(words)).isEqualTo(expected);
        assertThat(console.out()).isEmpty();
        assertOneSentence(sentence);
        assertThat(out).doesNotExist();
    }

    /** A file that is there but cannot be read is told in the report too, which scripts look at. */
    private void assertReportedUnreadable(String sentence, Path file) throws IOException {
        assertThat(console.run("analyze", "--out", out.toString(), file.toString()))
                .isEqualTo(ExitStatus.INPUT);
        assertOneSentence(sentence);
        assertThat(console.out()).contains("Nothing could be read.");
        assertThat(Files.readString(out.resolve("report.json"))).contains("\"damaged\"");
        assertThat(Files.readString(out.resolve("report.html"))).contains("Nothing could be read");
    }

    private void assertOneSentence(String part) {
        assertThat(console.err()).startsWith("whyrst: ").contains(part).endsWith("\n");
        assertThat(console.err().lines()).hasSize(1);
    }
}

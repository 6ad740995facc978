package dev.whyrst.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.whyrst.analysis.AnalysisOptions;
import dev.whyrst.cli.settings.EndpointPattern;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnalyzeCommandTest {

    @TempDir
    private Path folder;

    private final ConsoleProbe console = new ConsoleProbe();

    @Test
    void a_capture_becomes_three_reports_and_a_summary() throws IOException {
        Path out = folder.resolve("out");
        ExitStatus status = console.run("analyze", TinyCapture.in(folder).toString(), "-o", out.toString());

        assertThat(console.err()).isEmpty();
        assertThat(status).isEqualTo(ExitStatus.DONE);
        assertThat(out.resolve("report.html")).isNotEmptyFile();
        assertThat(out.resolve("resets.csv")).content().contains("port-not-listening");
        assertThat(out.resolve("report.json")).content().contains("\"port-not-listening\"");
        assertThat(console.out())
                .contains("refused.pcap", "2 frames, 1 conversation, 1 RST")
                .contains("2023-11-14 22:13:20")
                .contains("port-not-listening", "Nobody listens on the port")
                .contains(out.resolve("report.html").toString())
                .doesNotContain("\u001b");
    }

    @Test
    void only_the_formats_asked_for_are_written() throws IOException {
        Path out = folder.resolve("out");
        console.run("analyze", TinyCapture.in(folder).toString(), "-o", out.toString(), "-f", "csv,json");

        assertThat(out.resolve("report.html")).doesNotExist();
        assertThat(out.resolve("resets.csv")).exists();
        assertThat(out.resolve("report.json")).exists();
        assertThat(console.out()).doesNotContain("report.html");
    }

    @Test
    void a_quiet_run_says_nothing() throws IOException {
        ExitStatus status = console.run(
                "analyze",
                TinyCapture.in(folder).toString(),
                "-o",
                folder.resolve("out").toString(),
                "-f",
                "json",
                "--quiet");

        assertThat(status).isEqualTo(ExitStatus.DONE);
        assertThat(console.out()).isEmpty();
        assertThat(console.err()).isEmpty();
    }

    @Test
    void colours_are_for_terminals_and_for_those_who_ask() throws IOException {
        String capture = TinyCapture.in(folder).toString();
        String out = folder.resolve("out").toString();
        console.run("analyze", capture, "-o", out, "-f", "json", "--color", "always");
        assertThat(console.out()).contains("\u001b[1m");

        ConsoleProbe terminal = new ConsoleProbe(true);
        terminal.run("analyze", capture, "-o", out, "-f", "json", "--color", "never");
        assertThat(terminal.out()).isNotEmpty().doesNotContain("\u001b");
    }

    @Test
    void a_peer_capture_that_is_not_there_is_an_error() throws IOException {
        Path out = folder.resolve("out");
        ExitStatus status = console.run(
                "analyze", TinyCapture.in(folder).toString(), "--peer-capture", "nowhere.pcap", "-o", out.toString());

        assertThat(status).isEqualTo(ExitStatus.USAGE);
        assertThat(console.err()).contains("there is no file 'nowhere.pcap' to compare with");
        assertThat(out).doesNotExist();
    }

    @Test
    void the_options_reach_the_analysis() throws IOException {
        List<AnalysisOptions> seen = new ArrayList<>();
        Path config = Files.writeString(
                folder.resolve("c.yaml"), "timeouts: [{endpoint: '10.0.0.27:8888', soRcvTimeo: 7ms}]");
        String peer =
                Files.write(folder.resolve("peer.pcap"), TinyCapture.bytes()).toString();
        console.run(
                (options, sinks, progress) -> {
                    seen.add(options);
                    throw new IOException("enough");
                },
                "analyze",
                "a.pcap",
                "b",
                "--peer-capture",
                peer,
                "--filter",
                "tcp port 80",
                "--max-conversations",
                "1000",
                "--so-rcvtimeo",
                "2s",
                "--config",
                config.toString(),
                "--out",
                folder.resolve("out").toString(),
                "--format",
                "json");

        AnalysisOptions options = seen.get(0);
        assertThat(options.inputs()).containsExactly("a.pcap", "b");
        assertThat(options.peerCapture()).contains(Path.of(peer));
        assertThat(options.filter()).contains("tcp port 80");
        assertThat(options.perFile()).isFalse();
        assertThat(options.shown())
                .containsExactly(
                        entry("so-rcvtimeo", "2s"),
                        entry("config", config.toString()),
                        entry("filter", "tcp port 80"),
                        entry("peer-capture", peer),
                        entry("max-conversations", "1000"));
        assertThat(options.limits().maxConversations()).isEqualTo(1000);
        assertThat(options.timeouts())
                .isEqualTo(new ConfiguredTimeouts(
                        List.of(new ConfiguredTimeouts.Rule(EndpointPattern.parse("10.0.0.27:8888"), 7_000_000)),
                        java.util.OptionalLong.of(2_000_000_000)));
    }

    @Test
    void hostile_file_names_cannot_write_on_the_terminal() throws IOException {
        Path hostile = Files.write(folder.resolve("\u001b[2Jx\u202ey.pcap"), TinyCapture.bytes());
        console.run("analyze", hostile.toString(), "-o", folder.resolve("out").toString(), "-f", "json");

        assertThat(console.out()).contains("[2Jx").doesNotContain("\u001b").doesNotContain("\u202e");
    }

    @Test
    void files_apart_and_a_capture_of_another_place_exclude_each_other() throws IOException {
        String capture = TinyCapture.in(folder).toString();
        ExitStatus status = console.run("analyze", capture, "--per-file", "--peer-capture", "other.pcap");

        assertThat(status).isEqualTo(ExitStatus.USAGE);
        assertThat(console.err()).contains("--per-file and --peer-capture exclude each other");
    }

    @Test
    void a_capture_is_not_held_against_itself() throws IOException {
        Path capture = TinyCapture.in(folder);
        String sameByAnotherName =
                folder.resolve(".").resolve(capture.getFileName()).toString();
        ExitStatus status = console.run("analyze", capture.toString(), "--peer-capture", sameByAnotherName);

        assertThat(status).isEqualTo(ExitStatus.USAGE);
        assertThat(console.err()).contains("is the input and its --peer-capture at once");
    }

    @Test
    void a_report_does_not_take_the_place_of_its_capture() throws IOException {
        Path capture = Files.move(TinyCapture.in(folder), folder.resolve("report.json"));
        byte[] before = Files.readAllBytes(capture);
        ExitStatus status = console.run("analyze", capture.toString(), "-o", folder.toString());

        assertThat(status).isEqualTo(ExitStatus.USAGE);
        assertThat(console.err()).contains("the report would overwrite its input");
        assertThat(capture).hasBinaryContent(before);
    }

    @Test
    void a_folder_without_name_is_refused() throws IOException {
        ExitStatus status = console.run("analyze", TinyCapture.in(folder).toString(), "-o", "");

        assertThat(status).isEqualTo(ExitStatus.USAGE);
        assertThat(console.err()).contains("--out needs the name of a folder");
    }
}

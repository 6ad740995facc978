package dev.whyrst.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whyrst.cli.settings.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which configuration a run uses, and what it may do. */
class ConfiguredTest {

    @TempDir
    private Path folder;

    private final ConsoleProbe console = new ConsoleProbe();
    private Path own;
    private Path others;
    private Path capture;
    private Path out;

    @BeforeEach
    void a_capture_of_somebody_else() throws IOException {
        own = Files.createDirectory(folder.resolve("own"));
        others = Files.createDirectory(folder.resolve("others"));
        capture = TinyCapture.in(others);
        out = folder.resolve("out");
    }

    @Test
    void the_one_of_the_working_folder_goes_before_the_one_beside_the_capture() throws IOException {
        write(others, "soRcvTimeo: 1s\n");
        assertThat(of().told()).isEqualTo(others.resolve("whyrst.yaml") + " (found beside the capture)");

        write(own, "soRcvTimeo: 2s\n");
        assertThat(of().told()).isEqualTo(own.resolve("whyrst.yaml") + " (found in the working folder)");
        assertThat(of().onto(arguments()).value(Option.SO_RCVTIMEO)).contains("2s");
        assertThat(of("--config", "none").told()).isEqualTo("none");
    }

    @Test
    void the_command_line_wins() throws IOException {
        write(own, "soRcvTimeo: 2s\nformat: csv\nperFile: true\n");
        Arguments merged = of().onto(arguments("--so-rcvtimeo", "7s"));

        assertThat(merged.value(Option.SO_RCVTIMEO)).contains("7s");
        assertThat(merged.value(Option.FORMAT)).contains("csv");
        assertThat(merged.has(Option.PER_FILE)).isTrue();
        assertThat(of().onto(arguments("--peer-capture", "x")).has(Option.PER_FILE))
                .isFalse();
    }

    @Test
    void what_was_found_is_told_on_the_terminal_and_in_the_report() throws IOException {
        write(others, "soRcvTimeo: 1s\nformat: json\n");

        assertThat(analyze()).isEqualTo(ExitStatus.DONE);
        String told = others.resolve("whyrst.yaml") + " (found beside the capture)";
        assertThat(console.out()).contains("Configuration: " + told + "\n");
        assertThat(out.resolve("report.json")).content().contains("\"" + told + "\"", "\"so-rcvtimeo\":");
        assertThat(out.resolve("report.html")).doesNotExist();
    }

    @Test
    void explain_and_check_tell_it_too() throws IOException {
        write(others, "soRcvTimeo: 1s\n");
        String told = "Configuration: " + others.resolve("whyrst.yaml") + " (found beside the capture)\n";

        console.run("explain", capture + ":2");
        assertThat(console.out()).endsWith(told);
        ConsoleProbe check = new ConsoleProbe();
        check.run("check", capture.toString(), "--policy", "strict", "-o", out.toString());
        assertThat(check.out()).contains(told);
    }

    @Test
    void one_beside_a_capture_can_neither_name_files_nor_hide_frames() throws IOException {
        for (String key : new String[] {"out", "config", "peerCapture", "policy", "filter", "since", "baseline"}) {
            write(others, key + ": /tmp/elsewhere\n");

            assertThat(analyze()).as(key).isEqualTo(ExitStatus.USAGE);
            assertThat(console.err())
                    .contains("line 1, column 1: unknown key '" + key + "'")
                    .contains("(found beside the capture; --config none leaves it out)");
            assertThat(out).doesNotExist();
        }
        assertThat(analyze("--config", "none")).isEqualTo(ExitStatus.DONE);
    }

    @Test
    void a_link_beside_a_capture_is_not_followed() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "password: hunter2\n");
        Files.createSymbolicLink(others.resolve("whyrst.yaml"), secret);

        assertThat(analyze()).isEqualTo(ExitStatus.DONE);
        assertThat(console.err()).doesNotContain("hunter2");
        assertThat(of().file()).isEmpty();
    }

    @Test
    void two_beside_captures_are_one_too_many() throws IOException {
        write(others, "soRcvTimeo: 1s\n");
        Path third = Files.createDirectory(folder.resolve("third"));
        Path other = TinyCapture.in(third);
        write(third, "soRcvTimeo: 2s\n");

        assertThatThrownBy(() ->
                        Configured.of(CommandLineParser.parse("analyze", capture.toString(), other.toString()), own))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("several configurations lie beside the captures");
    }

    @Test
    void config_shows_each_value_and_where_it_comes_from() throws IOException {
        write(
                own,
                """
                soRcvTimeo: 2s
                timeouts:
                  - endpoint: 10.0.0.27:8888
                    soRcvTimeo: 100ms
                timers: [{name: our firewall, idle: 30m, then: both-ends}]
                """);
        Arguments arguments = CommandLineParser.parse("config", capture.toString(), "--out", "elsewhere");
        new ConfigCommand(console.terminal()).run(arguments, own);

        String file = own.resolve("whyrst.yaml").toString();
        assertThat(console.out())
                .startsWith("Configuration file: " + file + " (found in the working folder)\n")
                .containsPattern("out +elsewhere +command line\n")
                .containsPattern("so-rcvtimeo +2s +\\Q" + file + "\\E, line 1\n")
                .containsPattern("format +all three +default\n")
                .containsPattern("per-file +false +default\n")
                .containsPattern("timeouts +10.0.0.27:8888 100 ms +\\Q" + file + "\\E, line 3\n")
                .containsPattern("timers +our firewall, 30 min, both-ends +\\Q" + file + "\\E, line 5\n")
                .containsPattern("timers +[0-9]+ further timers +shipped with whyrst\n");
    }

    @Test
    void verbose_tells_what_was_used_and_excludes_quiet() throws IOException {
        assertThat(analyze("-v")).isEqualTo(ExitStatus.DONE);
        assertThat(console.err())
                .contains("whyrst: configuration: none\n", "whyrst: 2 frames and 1 RST in ", " MiB of memory");
        assertThat(analyze("-v", "-q")).isEqualTo(ExitStatus.USAGE);
        assertThat(console.err()).contains("--quiet and --verbose exclude each other");
    }

    private Configured of(String... options) {
        return Configured.of(arguments(options), own);
    }

    private Arguments arguments(String... options) {
        return CommandLineParser.parse(words(options));
    }

    private ExitStatus analyze(String... options) {
        return console.run(words(options));
    }

    private String[] words(String... options) {
        String[] words = new String[options.length + 4];
        System.arraycopy(options, 0, words, 4, options.length);
        words[0] = "analyze";
        words[1] = capture.toString();
        words[2] = "--out";
        words[3] = out.toString();
        return words;
    }

    private static void write(Path where, String text) throws IOException {
        Files.writeString(where.resolve("whyrst.yaml"), text);
    }
}

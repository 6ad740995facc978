package dev.whyrst.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Captures whose names are no UTF-8, which Java lists and cannot open, do not vanish. */
class UnnameableFilesTest {

    @TempDir
    Path folder;

    private final ConsoleProbe console = new ConsoleProbe();
    private Path captures;
    private Path out;

    @BeforeEach
    void copyUnderSuchAName() throws IOException, InterruptedException {
        captures = Files.createDirectory(folder.resolve("captures"));
        out = folder.resolve("out");
        Path source = TinyCapture.in(captures);
        // é in ISO 8859-1, which only a shell can write.
        Process shell = new ProcessBuilder(
                        "sh",
                        "-c",
                        "cp \"$1\" \"$2/$(printf 'caf\\351.pcap')\"",
                        "sh",
                        source.toString(),
                        captures.toString())
                .redirectErrorStream(true)
                .start();
        assumeThat(shell.waitFor()).as("the file system takes the name").isZero();
        File[] listed = captures.toFile().listFiles();
        assumeThat(listed).hasSize(2).anyMatch(file -> !file.exists());
    }

    @Test
    void a_folder_tells_how_many_of_its_entries_it_could_not_open_and_why() throws IOException {
        assertThat(analyse(captures.toString())).isEqualTo(ExitStatus.INPUT);

        assertThat(console.err())
                .startsWith("whyrst: " + captures + ": 1 of 2 entries could not be opened; its name may have bytes")
                .contains("sun.jnu.encoding is " + System.getProperty("sun.jnu.encoding"), "rename it");
        assertThat(Files.readString(out.resolve("report.json")))
                .contains("\"port-not-listening\"")
                .containsPattern("\"notes\":\\[\"[^\\]]*1 of 2 entries could not be opened");
    }

    @Test
    void a_pattern_that_matches_it_says_why_it_is_not_read() {
        assertThat(analyse(captures + "/*.pcap")).isEqualTo(ExitStatus.INPUT);

        assertThat(console.err()).contains("no such file; its name may have bytes that Java cannot express here");
    }

    @Test
    void in_a_folder_of_its_own_it_leaves_nothing_to_report() throws IOException {
        Files.delete(captures.resolve("refused.pcap"));

        assertThat(analyse(captures.toString())).isEqualTo(ExitStatus.INPUT);
        assertThat(console.err()).contains("1 of 1 entries could not be opened").endsWith("; no report was written\n");
        assertThat(out).doesNotExist();
    }

    @Test
    void links_that_lead_nowhere_are_passed_over_as_before() throws IOException {
        Path links = Files.createDirectory(folder.resolve("links"));
        TinyCapture.in(links);
        Files.createSymbolicLink(links.resolve("why?.pcap"), Path.of("nowhere"));

        assertThat(analyse(links.toString())).isEqualTo(ExitStatus.DONE);
    }

    private ExitStatus analyse(String input) {
        return console.run("analyze", input, "--out", out.toString());
    }
}

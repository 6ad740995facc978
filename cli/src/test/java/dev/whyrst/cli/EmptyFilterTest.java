package dev.whyrst.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pcap4j.core.Pcaps;

/** A filter that matches no frame: there is nothing to report, not even that nothing happened. */
class EmptyFilterTest {

    @TempDir
    Path folder;

    private final ConsoleProbe console = new ConsoleProbe();

    @BeforeEach
    void needsLibpcap() {
        boolean isThere;
        try {
            isThere = Pcaps.libVersion().contains("libpcap");
        } catch (LinkageError e) {
            isThere = false;
        }
        assumeThat(isThere).as("libpcap is installed").isTrue();
    }

    @Test
    void it_is_refused_with_the_number_of_frames_that_it_was_held_against() throws IOException {
        Path out = folder.resolve("out");

        assertThat(run(out, "port 4444")).isEqualTo(ExitStatus.USAGE);
        assertThat(console.err())
                .isEqualTo("whyrst: --filter 'port 4444' matches none of 2 frames; no report was written\n");
        assertThat(console.out()).isEmpty();
        assertThat(out).doesNotExist();
    }

    @Test
    void a_report_that_is_there_stays_as_it_was() throws IOException {
        Path out = Files.createDirectory(folder.resolve("out"));
        Path report = Files.writeString(out.resolve("report.json"), "of yesterday");

        assertThat(run(out, "udp")).isEqualTo(ExitStatus.USAGE);
        assertThat(out).isDirectoryContaining(report::equals).isDirectoryNotContaining("glob:**part");
        assertThat(report).hasContent("of yesterday");
    }

    @Test
    void one_that_matches_some_frame_is_none_of_these() throws IOException {
        assertThat(run(folder.resolve("out"), "src port 8888")).isEqualTo(ExitStatus.DONE);
    }

    private ExitStatus run(Path out, String filter) throws IOException {
        return console.run("analyze", TinyCapture.in(folder).toString(), "--out", out.toString(), "--filter", filter);
    }
}

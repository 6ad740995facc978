package dev.whyrst.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Inputs of which nothing can be read do not take the place of a report about something. */
class UnreadableInputTest {

    private static final int HEADER = 24;

    @TempDir
    Path folder;

    private final ConsoleProbe console = new ConsoleProbe();
    private Path out;
    private byte[] good;
    private String saidOfTheGoodOne;

    @BeforeEach
    void aGoodReport() throws IOException {
        out = folder.resolve("out");
        assertThat(analyse(TinyCapture.in(folder))).isEqualTo(ExitStatus.DONE);
        saidOfTheGoodOne = console.out();
        good = Files.readAllBytes(out.resolve("report.json"));
    }

    @Test
    void a_letter_leaves_the_report_of_before() throws IOException {
        Path letter = Files.writeString(folder.resolve("letter.pcap"), "Dear Sir or Madam, ".repeat(9));

        assertThat(analyse(letter)).isEqualTo(ExitStatus.INPUT);
        assertThat(console.err())
                .contains("letter.pcap: ")
                .endsWith("; no report was written, the one of before is as it was\n");
        assertUntouched();
    }

    @Test
    void so_do_several_files_without_a_frame_between_them() throws IOException {
        Path empty = Files.createFile(folder.resolve("empty.pcap"));
        Path cut = Files.write(folder.resolve("cut.pcap"), Arrays.copyOf(TinyCapture.bytes(), HEADER + 3));

        assertThat(analyse(empty, cut)).isEqualTo(ExitStatus.INPUT);
        assertThat(console.err().lines())
                .hasSize(3)
                .last()
                .asString()
                .isEqualTo("whyrst: nothing could be read; no report was written, the one of before is as it was");
        assertUntouched();
    }

    @Test
    void a_capture_that_holds_no_frame_is_read_all_the_same() throws IOException {
        Path quiet = Files.write(folder.resolve("quiet.pcap"), Arrays.copyOf(TinyCapture.bytes(), HEADER));

        assertThat(analyse(quiet)).isEqualTo(ExitStatus.DONE);
        assertThat(Files.readString(out.resolve("report.json"))).contains("quiet.pcap");
    }

    @Test
    void one_input_that_can_be_read_is_worth_a_report() throws IOException {
        Path empty = Files.createFile(folder.resolve("empty.pcap"));

        assertThat(analyse(empty, folder.resolve("refused.pcap"))).isEqualTo(ExitStatus.INPUT);
        assertThat(Files.readString(out.resolve("report.json"))).contains("empty.pcap", "\"port-not-listening\"");
    }

    private void assertUntouched() throws IOException {
        assertThat(out.resolve("report.json")).hasBinaryContent(good);
        assertThat(out).isDirectoryNotContaining("glob:**part");
        assertThat(console.out()).isEqualTo(saidOfTheGoodOne);
    }

    private ExitStatus analyse(Path... inputs) {
        String[] words = new String[inputs.length + 3];
        words[0] = "analyze";
        words[1] = "--out";
        words[2] = out.toString();
        for (int i = 0; i < inputs.length; i++) {
            words[i + 3] = inputs[i].toString();
        }
        return console.run(words);
    }
}

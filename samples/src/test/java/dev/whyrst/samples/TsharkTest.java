package dev.whyrst.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compares RSTs and numbers of conversations with those of tshark, where it is installed. */
class TsharkTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    @Test
    void all_samples_in_one_capture_have_the_resets_and_streams_that_tshark_shows() throws Exception {
        Path whole = new AllSamples().writeWhole(folder.resolve("whole.pcap"));
        List<String> shown = tshark(whole);

        Tool.analyze(whole, List.of(), folder.resolve("out"));
        JsonNode report = JSON.readTree(folder.resolve("out/report.json").toFile());

        List<String> reported = new ArrayList<>();
        report.path("resets")
                .forEach(reset -> reported.add("frame " + reset.path("frame") + " stream "
                        + reset.path("conversation").path("stream")));
        assertThat(reported).hasSizeGreaterThan(300).isEqualTo(shown);
    }

    /** One line for each RST, in the order of frames. */
    private List<String> tshark(Path capture) throws IOException, InterruptedException {
        File said = folder.resolve("tshark").toFile();
        Process tshark;
        try {
            tshark = new ProcessBuilder(
                            "tshark",
                            "-n",
                            "-r",
                            capture.toString(),
                            "-Y",
                            "tcp.flags.reset == 1",
                            "-T",
                            "fields",
                            "-e",
                            "frame.number",
                            "-e",
                            "tcp.stream")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .redirectOutput(said)
                    .start();
        } catch (IOException e) {
            assumeTrue(false, "tshark is not installed");
            throw e;
        }
        assertThat(tshark.waitFor()).as("exit status of tshark").isZero();
        return Files.readAllLines(said.toPath()).stream()
                .map(line -> line.split("\t", -1))
                .map(fields -> "frame " + fields[0] + " stream " + fields[1])
                .toList();
    }
}

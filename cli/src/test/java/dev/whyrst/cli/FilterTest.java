package dev.whyrst.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pcap4j.core.Pcaps;

/** What {@code --filter} does to a run of the whole program. */
class FilterTest {

    @TempDir
    private Path folder;

    private Path out;
    private Path capture;
    private ConsoleProbe console;

    @BeforeEach
    void prepare() throws IOException {
        out = folder.resolve("out");
        capture = TinyCapture.in(folder);
        console = new ConsoleProbe();
    }

    @Test
    void only_matching_frames_are_analysed_but_all_are_counted() throws IOException {
        assumeLibpcap();
        JsonNode report = analyse("src port 8888");

        JsonNode file = report.at("/captures/0");
        assertThat(file.get("frames").asLong()).isEqualTo(2);
        assertThat(file.get("tcpSegments").asLong()).isEqualTo(1);
        assertThat(file.get("resets").asLong()).isEqualTo(1);
        assertThat(report.at("/resets/0/frame").asLong()).isEqualTo(2);
        assertThat(report.at("/options/filter").asText()).isEqualTo("src port 8888");
    }

    @Test
    void a_wrong_expression_is_refused_with_the_words_of_libpcap() {
        assumeLibpcap();
        ExitStatus status = run("tcp prot 80");

        assertThat(status).isEqualTo(ExitStatus.USAGE);
        assertThat(console.out()).isEmpty();
        assertThat(console.err()).startsWith("whyrst: --filter 'tcp prot 80': ").contains("syntax error");
        assertThat(console.err().lines()).hasSize(1);
        assertThat(out).doesNotExist();
    }

    @Test
    void without_libpcap_a_filter_is_refused_with_what_to_install() throws Exception {
        Run run = runWithoutLibpcap("--filter", "tcp");

        assertThat(run.status()).isEqualTo(ExitStatus.USAGE.code());
        assertThat(run.err()).startsWith("whyrst: --filter needs libpcap").contains("libpcap0.8");
        assertThat(run.err().lines()).hasSize(1);
        assertThat(out).doesNotExist();
    }

    @Test
    void without_libpcap_everything_else_works() throws Exception {
        Run run = runWithoutLibpcap();

        assertThat(run.status()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(out.resolve("report.html")).exists();
    }

    private static void assumeLibpcap() {
        boolean isThere;
        try {
            isThere = Pcaps.libVersion().contains("libpcap");
        } catch (LinkageError e) {
            isThere = false;
        }
        assumeThat(isThere).as("libpcap is installed").isTrue();
    }

    private ExitStatus run(String filter) {
        return console.run("analyze", capture.toString(), "--out", out.toString(), "--filter", filter);
    }

    private JsonNode analyse(String filter) throws IOException {
        assertThat(run(filter)).as(console.err()).isEqualTo(ExitStatus.DONE);
        return new ObjectMapper().readTree(out.resolve("report.json").toFile());
    }

    private record Run(int status, String err) {}

    /** Runs a process of its own, which looks for libpcap under a name that does not exist. */
    private Run runWithoutLibpcap(String... options) throws IOException, InterruptedException {
        Path err = folder.resolve("err");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dorg.pcap4j.core.pcapLibName=no-such-library",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.whyrst.cli.Main",
                "analyze",
                capture.toString(),
                "--out",
                out.toString()));
        command.addAll(List.of(options));
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(err.toFile())
                .start();
        int status = process.waitFor();
        return new Run(status, Files.readString(err, StandardCharsets.UTF_8));
    }
}

package dev.whyrst.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.cli.Main;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ring of files is the one trace that it was recorded as. */
class RingTest {

    private static final int FILES = 100;

    /** {@code frame 12}, {@code frame 12 of ring.pcap003}, {@code frames 3, 4}. */
    private static final Pattern FRAMES = Pattern.compile("frames? \\d+(?: of [^\\],|\"]*pcap\\d*)?");

    /** Columns of a file and a frame in it. */
    private static final Pattern PLACE = Pattern.compile(",[^,\\n]*(?:whole\\.pcap|ring\\.pcap\\d+),\\d+(?=,)");

    @TempDir
    Path folder;

    @Test
    void a_ring_of_a_hundred_files_gives_the_resets_of_the_big_one() throws IOException {
        AllSamples samples = new AllSamples();
        Path whole = samples.writeWhole(folder.resolve("whole.pcap"));
        samples.writeRing(folder.resolve("ring"), FILES);

        String ofWhole = resets(whole, folder.resolve("of-whole"));
        String ofRing = resets(folder.resolve("ring"), folder.resolve("of-ring"));

        assertThat(ofWhole.lines().count()).isGreaterThan(300);
        assertThat(ofRing).contains("ring.pcap000", "ring.pcap099");
        assertThat(placeless(ofRing).lines())
                .containsExactlyElementsOf(placeless(ofWhole).lines().toList());
    }

    private static String resets(Path input, Path out) throws IOException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(said, true, StandardCharsets.UTF_8);
        int status = Main.run(stream, stream, "analyze", input.toString(), "--format", "csv", "--out", out.toString());
        assertThat(status).as(said.toString(StandardCharsets.UTF_8)).isZero();
        return Files.readString(out.resolve("resets.csv"));
    }

    /** The rows without files and frames, which must differ. */
    private static String placeless(String csv) {
        return FRAMES.matcher(PLACE.matcher(csv).replaceAll(",,")).replaceAll("frame");
    }
}

package dev.whyrst.samples;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.whyrst.cli.Main;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Samples with changed bytes, through the whole tool: it ends, in bounded memory, and tells what it could read. */
class HarmedSamplesTest {

    private static final int VARIANTS_OF_EACH = 5;
    private static final long MAY_ALLOCATE = 256L << 20;
    private static final int FILE_HEADER = 24;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @TempDir
    Path folder;

    @Test
    @Timeout(300)
    void changed_bytes_do_no_harm() throws IOException {
        Random random = new Random(20_261_122);
        int complete = 0;
        int runs = 0;
        for (Path sample : samples()) {
            byte[] sound = Files.readAllBytes(sample);
            for (int i = 0; i < VARIANTS_OF_EACH; i++) {
                complete += analyse(harm(sound, random)) == 0 ? 1 : 0;
                runs++;
            }
        }
        assertThat(runs).isGreaterThan(200);
        assertThat(complete).isGreaterThan(runs / 10);
    }

    private static List<Path> samples() {
        List<Path> samples = new ArrayList<>();
        Samples.folders().forEach(sample -> samples.addAll(Samples.captures(sample)));
        return samples;
    }

    /** Changes up to twenty bytes, mostly behind the file header, so that most of the file is still read. */
    private static byte[] harm(byte[] sound, Random random) {
        byte[] bytes = sound.clone();
        for (int times = 1 + random.nextInt(20); times > 0; times--) {
            int at = random.nextInt(20) == 0
                    ? random.nextInt(bytes.length)
                    : FILE_HEADER + random.nextInt(bytes.length - FILE_HEADER);
            bytes[at] = random.nextBoolean() ? (byte) random.nextInt() : (byte) (bytes[at] ^ 1 << random.nextInt(8));
        }
        return random.nextInt(4) == 0 ? Arrays.copyOf(bytes, 1 + random.nextInt(bytes.length)) : bytes;
    }

    /** Runs the tool; its exit status. */
    private int analyse(byte[] capture) throws IOException {
        Path file = Files.write(folder.resolve("harmed.pcap"), capture);
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(said, true, StandardCharsets.UTF_8);
        long before = THREADS.getCurrentThreadAllocatedBytes();
        int status = Main.run(
                stream,
                stream,
                Tool.words(file, List.of(), folder.resolve("out")).toArray(String[]::new));
        assertThat(THREADS.getCurrentThreadAllocatedBytes() - before).isLessThan(MAY_ALLOCATE);
        assertThat(status).as(said.toString(StandardCharsets.UTF_8)).isIn(0, 3);
        assertThat(said.toString(StandardCharsets.UTF_8)).doesNotContain("Exception", "\tat ");
        return status;
    }
}

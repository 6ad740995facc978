package dev.whyrst.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What reading, decoding and tracking together cost for a frame. */
class PassCostTest {

    private static final int FRAMES = 200_000;
    private static final int WARM_UP = 4;
    private static final int RUNS = 7;

    /** Measured: 3 to 6, on a busy machine. */
    private static final double RATIO_AT_MOST = 12;

    @TempDir
    private static Path folder;

    private static Path half;
    private static Path whole;

    @BeforeAll
    static void writeCaptures() throws IOException {
        half = LongConversations.write(folder.resolve("half.pcap"), FRAMES / 2);
        whole = LongConversations.write(folder.resolve("whole.pcap"), FRAMES);
    }

    @Test
    void a_frame_more_allocates_nothing() throws IOException {
        assumeTrue(ManagementFactory.getThreadMXBean() instanceof ThreadMXBean, "this JVM does not count allocations");
        allocated(whole);
        double bytesPerFrame = (allocated(whole) - allocated(half)) / (FRAMES / 2.0);
        assertThat(bytesPerFrame).isLessThanOrEqualTo(1);
    }

    @Test
    void the_pass_takes_a_few_times_as_long_as_reading_the_file() throws IOException {
        long[] passes = new long[RUNS];
        long[] readings = new long[RUNS];
        for (int i = -WARM_UP; i < RUNS; i++) {
            long start = processorTime();
            assertThat(read(whole)).isEqualTo(FRAMES);
            long between = processorTime();
            assertThat(minimal(whole)).isEqualTo(FRAMES);
            if (i >= 0) {
                passes[i] = between - start;
                readings[i] = processorTime() - between;
            }
        }
        assertThat((double) quickest(passes) / quickest(readings)).isLessThan(RATIO_AT_MOST);
    }

    /** Of this thread: what else the machine has to do must not matter. */
    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long allocated(Path capture) throws IOException {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        long before = threads.getThreadAllocatedBytes(thread);
        read(capture);
        return threads.getThreadAllocatedBytes(thread) - before;
    }

    /** The pass of an analysis; returns the number of frames. */
    private static long read(Path capture) throws IOException {
        AnalysisOptions options = new AnalysisOptions(
                List.of(capture.toString()),
                Optional.empty(),
                Optional.empty(),
                none -> OptionalLong.empty(),
                false,
                AnalysisLimits.defaults().withJobs(1));
        try (Trace trace = Trace.read(options, (bytes, total, frames) -> {})) {
            assertThat(trace.tracker().conversations()).isEqualTo(LongConversations.CONVERSATIONS);
            return trace.pass().frames();
        }
    }

    /** As little as one can do with a pcap: from record to record, looking at the flags; returns their number. */
    private static long minimal(Path capture) throws IOException {
        byte[] buffer = new byte[1 << 18];
        long frames = 0;
        long resets = 0;
        try (InputStream in = Files.newInputStream(capture)) {
            in.skipNBytes(24);
            int filled = 0;
            int read;
            while ((read = in.read(buffer, filled, buffer.length - filled)) > 0) {
                filled += read;
                int at = 0;
                while (filled - at >= 16 && filled - at >= 16 + length(buffer, at + 8)) {
                    resets += buffer[at + 16 + 47] >> 2 & 1;
                    frames++;
                    at += 16 + length(buffer, at + 8);
                }
                System.arraycopy(buffer, at, buffer, 0, filled - at);
                filled -= at;
            }
        }
        assertThat(resets).isZero();
        return frames;
    }

    private static int length(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 24
                | (bytes[at + 1] & 0xff) << 16
                | (bytes[at + 2] & 0xff) << 8
                | (bytes[at + 3] & 0xff);
    }

    /** The run that other work on the machine disturbed least. */
    private static long quickest(long[] values) {
        return Arrays.stream(values).min().orElseThrow();
    }
}

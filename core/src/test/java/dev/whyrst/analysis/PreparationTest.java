package dev.whyrst.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.whyrst.attribution.Attribution;
import dev.whyrst.capture.FrameView;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sink prepares itself once: while a small capture is read, and after a large one. */
class PreparationTest {

    private static final int FRAME = 64_000;

    private static final Path SAMPLE = Path.of("..", "samples", "handshake-timeout", "article.pcap");

    @TempDir
    private Path folder;

    private final List<String> calls = new ArrayList<>();

    @BeforeEach
    void samples_are_there() {
        assumeThat(SAMPLE).isRegularFile();
    }

    @Test
    void a_sink_prepares_itself_while_a_small_capture_is_read() throws IOException {
        analyse(captureWith(0));
        assertThat(calls).containsExactly("prepare", "reset read", "begin", "accept", "finish");
    }

    @Test
    void a_sink_prepares_itself_when_a_large_capture_was_read() throws IOException {
        analyse(captureWith(1_100));
        assertThat(calls).containsExactly("reset read", "prepare", "begin", "accept", "finish");
    }

    private void analyse(Path capture) throws IOException {
        AnalysisOptions options = new AnalysisOptions(
                List.of(capture.toString()),
                Optional.empty(),
                Optional.empty(),
                responder -> OptionalLong.empty(),
                false,
                AnalysisLimits.defaults());
        Recorder recorder = new Recorder();
        CaptureAnalysis.run(options, List.of(recorder), recorder);
    }

    /** The article's capture with so many large frames of no protocol after it. */
    private Path captureWith(int frames) throws IOException {
        Path capture = folder.resolve("capture.pcap");
        ByteBuffer frame = ByteBuffer.allocate(16 + FRAME).order(ByteOrder.LITTLE_ENDIAN);
        frame.putInt(8, FRAME).putInt(12, FRAME);
        try (OutputStream out = Files.newOutputStream(capture)) {
            out.write(Files.readAllBytes(SAMPLE));
            for (int i = 0; i < frames; i++) {
                out.write(frame.array());
            }
        }
        return capture;
    }

    private final class Recorder implements ReportSink, ProgressListener {

        @Override
        public void prepare() {
            calls.add("prepare");
        }

        @Override
        public void begin(AnalysisSummary summary) {
            calls.add("begin");
        }

        @Override
        public void accept(Attribution attribution) {
            calls.add("accept");
        }

        @Override
        public void finish() {
            calls.add("finish");
        }

        @Override
        public void close() {}

        @Override
        public void progress(long bytesRead, long bytesTotal, long framesRead) {}

        @Override
        public void reset(int capture, FrameView frame) {
            calls.add("reset read");
        }
    }
}

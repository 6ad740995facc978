package dev.whyrst.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.whyrst.capture.CaptureOptions;
import dev.whyrst.capture.CaptureReader;
import dev.whyrst.capture.Captures;
import dev.whyrst.capture.FrameView;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** As many frames come through as through tcpdump with the same filter; runs only where tcpdump is installed. */
class TcpdumpTest {

    private static final List<String> EXPRESSIONS = List.of(
            "tcp",
            "tcp[tcpflags] & tcp-rst != 0",
            "tcp[tcpflags] == tcp-syn",
            "ip6",
            "not port 8888",
            "len > 100",
            "src portrange 1-10000",
            "ip[8] < 64");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "idle-timeout/capture.pcap",
                "port-not-listening/refused-v4-client.pcap",
                "close-with-unread-data/unread-offload.pcap",
                "handshake-timeout/hs-timeout-v6.pcapng",
                "linger-zero-abort/linger-health-checks.pcap"
            })
    void as_many_frames_come_through_as_through_tcpdump(String sample) throws Exception {
        Path capture = Path.of("../samples", sample);
        assumeThat(Libpcap.isThere() && Files.exists(capture)).isTrue();
        for (String expression : EXPRESSIONS) {
            byte[] written = tcpdump(capture, expression);

            assertThat(frames(BpfFilter.of(expression), capture.toString(), InputStream.nullInputStream()))
                    .as("'%s' on %s", expression, capture)
                    .isEqualTo(frames(FrameFilter.everything(), "-", new ByteArrayInputStream(written)));
        }
    }

    private static byte[] tcpdump(Path capture, String expression) throws IOException, InterruptedException {
        Process process = null;
        try {
            process = new ProcessBuilder("tcpdump", "-nr", capture.toString(), "-w", "-", expression)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            assumeThat(e).as("tcpdump is installed").isNull();
        }
        byte[] written = process.getInputStream().readAllBytes();
        assumeThat(process.waitFor()).as("tcpdump reads the file").isZero();
        return written;
    }

    private static int frames(FrameFilter filter, String input, InputStream standardInput) throws IOException {
        CaptureOptions options = new CaptureOptions(standardInput, CaptureOptions.Order.BY_TIME);
        try (CaptureReader reader = Captures.open(List.of(input), options)) {
            FrameView frame = new FrameView();
            int accepted = 0;
            while (reader.next(frame)) {
                accepted += filter.accepts(frame) ? 1 : 0;
            }
            return accepted;
        }
    }
}

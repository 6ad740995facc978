package dev.whyrst.capture;

import static dev.whyrst.capture.CaptureBytes.frame;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reading allocates nothing for a frame. */
class HotPathTest {

    private static final int FRAMES = 200_000;

    @TempDir
    Path folder;

    @Test
    void a_pcap_is_read_without_allocation() throws IOException {
        CaptureBytes capture = CaptureBytes.pcap(PcapHeader.MICROSECONDS, false);
        for (int i = 0; i < FRAMES; i++) {
            capture.record(i, 0, frame("a small frame"));
        }

        assertThat(bytesPerFrame(write("one", capture))).isLessThan(1);
    }

    @Test
    void a_pcapng_is_read_without_allocation() throws IOException {
        CaptureBytes capture = CaptureBytes.pcapng(false).onInterface(1, 0);
        byte[] packet = capture.body().packet(0, 1, frame("a small frame")).bytes();
        for (int i = 0; i < FRAMES; i++) {
            capture.raw(packet);
        }

        assertThat(bytesPerFrame(write("one", capture))).isLessThan(1);
    }

    @Test
    void two_files_are_merged_without_allocation() throws IOException {
        CaptureBytes even = CaptureBytes.pcap(PcapHeader.MICROSECONDS, false);
        CaptureBytes odd = CaptureBytes.pcap(PcapHeader.MICROSECONDS, true);
        for (int i = 0; i < FRAMES; i += 2) {
            even.record(i, 0, frame("a small frame"));
            odd.record(i + 1, 0, frame("a small frame"));
        }

        assertThat(bytesPerFrame(write("even", even), write("odd", odd))).isLessThan(1);
    }

    private String write(String name, CaptureBytes capture) throws IOException {
        return Files.write(folder.resolve(name), capture.bytes()).toString();
    }

    private static double bytesPerFrame(String... inputs) throws IOException {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        try (CaptureReader reader = Captures.open(List.of(inputs), CaptureOptions.defaults())) {
            FrameView view = new FrameView();
            reader.next(view);
            // The second input is opened for its first frame.
            reader.next(view);
            long before = threads.getCurrentThreadAllocatedBytes();
            long frames = 2;
            while (reader.next(view)) {
                frames++;
            }
            long allocated = threads.getCurrentThreadAllocatedBytes() - before;
            assertThat(frames).isEqualTo(FRAMES);
            return (double) allocated / frames;
        }
    }
}

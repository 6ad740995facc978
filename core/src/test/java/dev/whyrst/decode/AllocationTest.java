package dev.whyrst.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import dev.whyrst.capture.FrameView;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

class AllocationTest {

    private static final int FRAMES = 200_000;

    @Test
    void decoding_allocates_nothing_per_frame() {
        assumeTrue(ManagementFactory.getThreadMXBean() instanceof ThreadMXBean, "this JVM does not count allocations");
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        byte[] frame = Packets.ethernet(0x8100, Packets.vlan(3, Packets.IPV4, Packets.resetPacket()));
        FrameView view = new FrameView();
        view.wrap(frame, 0, frame.length, frame.length, 1, 1, 1);
        FrameDecoder decoder = new FrameDecoder();
        SegmentView segment = new SegmentView();
        int segments = decode(decoder, view, segment);

        long thread = Thread.currentThread().getId();
        long before = threads.getThreadAllocatedBytes(thread);
        segments += decode(decoder, view, segment);
        long allocated = threads.getThreadAllocatedBytes(thread) - before;

        assertThat(segments).isEqualTo(2 * FRAMES);
        assertThat(allocated).isLessThan(FRAMES / 10);
    }

    private static int decode(FrameDecoder decoder, FrameView view, SegmentView segment) {
        int segments = 0;
        for (int i = 0; i < FRAMES; i++) {
            if (decoder.decode(view, segment) == DecodeOutcome.TCP_SEGMENT) {
                segments++;
            }
        }
        return segments;
    }
}

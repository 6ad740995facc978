package dev.whyrst.capture;

import static dev.whyrst.capture.CaptureBytes.frame;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Thousands of harmed captures: whatever the bytes are, the reader ends, in bounded memory, with sentences. */
class HostileCaptureTest {

    private static final int VARIANTS_OF_EACH = 1500;
    private static final int PACKED_VARIANTS_OF_EACH = 60;

    private static final long MEGABYTE = 1 << 20;

    /** Values that lengths and counts are most often wrong by. */
    private static final int[] ODD_WORDS = {
        0, 1, -1, 0x7fff_ffff, 0x8000_0000, 262_144, 262_145, 0xffff, 0x0a0d0d0a, 0x1a2b3c4d, 16 << 20, 8, 12, 13
    };

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static List<byte[]> captures() {
        List<byte[]> captures = new ArrayList<>();
        for (boolean bigEndian : new boolean[] {false, true}) {
            captures.add(pcap(CaptureBytes.pcap(PcapHeader.MICROSECONDS, bigEndian)));
            captures.add(pcap(CaptureBytes.pcap(PcapHeader.NANOSECONDS, bigEndian)));
            captures.add(pcap(CaptureBytes.pcap(PcapHeader.MICROSECONDS, bigEndian, 2, 3, 249)));
            captures.add(pcap(CaptureBytes.pcap(PcapHeader.PATCHED, bigEndian)));
            captures.add(pcapng(bigEndian));
        }
        captures.add(snoop());
        return captures;
    }

    private static byte[] pcap(CaptureBytes capture) {
        for (int i = 0; i < 20; i++) {
            capture.record(1_700_000_000 + i, i, frame("frame number " + i));
        }
        return capture.bytes();
    }

    private static byte[] pcapng(boolean bigEndian) {
        CaptureBytes capture = CaptureBytes.pcapng(bigEndian);
        for (int section = 0; section < 2; section++) {
            capture.onInterface(1, 0, capture.option(9, (byte) 9))
                    .onInterface(101, 96, capture.option(14, new byte[8]))
                    .block(4, capture.body().u32(0))
                    .block(0xbad, capture.body().u32(7));
            for (int i = 0; i < 6; i++) {
                capture.packet(i & 1, 1_700_000_000_000_000L + i, frame("frame number " + i))
                        .block(3, capture.body().u32(4).raw(frame("simp")));
            }
            capture.section();
        }
        return capture.bytes();
    }

    private static byte[] snoop() {
        CaptureBytes capture =
                new CaptureBytes(true).raw(frame("snoop\0\0\0")).u32(2).u32(4);
        for (int i = 0; i < 20; i++) {
            capture.u32(8).u32(8).u32(32).u32(0).u32(i).u32(i).raw(frame("snoopish"));
        }
        return capture.bytes();
    }

    private static byte[] harm(byte[] sound, Random random) {
        byte[] bytes = sound.clone();
        for (int times = 1 + random.nextInt(4); times > 0 && bytes.length > 8; times--) {
            bytes = harmOnce(bytes, random);
        }
        return bytes;
    }

    private static byte[] harmOnce(byte[] bytes, Random random) {
        int at = random.nextInt(bytes.length - 4);
        int end = Math.min(bytes.length, at + 1 + random.nextInt(64));
        switch (random.nextInt(6)) {
            case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> Arrays.fill(bytes, at, end, (byte) random.nextInt());
            case 2 -> {
                return Arrays.copyOf(bytes, at + 1);
            }
            case 3 -> {
                return join(bytes, at, end);
            }
            case 4 -> {
                return join(bytes, end, at);
            }
            default -> {
                byte[] word = new CaptureBytes(random.nextBoolean())
                        .u32(ODD_WORDS[random.nextInt(ODD_WORDS.length)])
                        .bytes();
                System.arraycopy(word, 0, bytes, at & ~3, 4);
            }
        }
        return bytes;
    }

    /** The bytes before {@code upTo} and those from {@code from} on: drops or repeats what lies between. */
    private static byte[] join(byte[] bytes, int upTo, int from) {
        return new CaptureBytes(false)
                .raw(Arrays.copyOf(bytes, upTo))
                .raw(Arrays.copyOfRange(bytes, from, bytes.length))
                .bytes();
    }

    @Test
    @Timeout(120)
    void harmed_captures_are_read_as_far_as_they_go() throws IOException {
        Random random = new Random(20_261_122);
        long frames = 0;
        for (byte[] sound : captures()) {
            for (int i = 0; i < VARIANTS_OF_EACH; i++) {
                frames += readHarmed(harm(sound, random), 8 * MEGABYTE);
            }
        }
        assertThat(frames).isGreaterThan(50_000);
    }

    @ParameterizedTest
    @EnumSource
    @Timeout(120)
    void harmed_packed_captures_are_read_as_far_as_they_go(Packing packing) throws IOException {
        Random random = new Random(packing.name().hashCode());
        long frames = 0;
        for (byte[] sound : captures()) {
            byte[] packed = packing.pack(sound);
            for (int i = 0; i < PACKED_VARIANTS_OF_EACH; i++) {
                frames += readHarmed(harm(packed, random), 160 * MEGABYTE);
            }
        }
        assertThat(frames).isPositive();
    }

    /** Reads all frames and checks what must hold for any bytes; the number of frames. */
    private static long readHarmed(byte[] bytes, long mayAllocate) throws IOException {
        long allocatedBefore = THREADS.getCurrentThreadAllocatedBytes();
        long frames = 0;
        CaptureOptions options = new CaptureOptions(new ByteArrayInputStream(bytes), CaptureOptions.Order.BY_TIME);
        try (CaptureReader reader = Captures.open(List.of("-"), options)) {
            FrameView view = new FrameView();
            long number = 0;
            while (reader.next(view)) {
                frames++;
                assertThat(view.number()).isGreaterThan(number);
                number = view.number();
                assertThat(view.offset()).isNotNegative();
                assertThat(view.capturedLength()).isNotNegative();
                assertThat(view.originalLength()).isNotNegative();
                assertThat((long) view.offset() + view.capturedLength()).isLessThanOrEqualTo(view.bytes().length);
            }
            assertThat(reader.next(view)).isFalse();
            checkFacts(reader.files().get(0), frames);
        } catch (CaptureException e) {
            assertThat(e.getMessage()).startsWith("standard input: ").doesNotContain("\n", "Exception");
        }
        assertThat(THREADS.getCurrentThreadAllocatedBytes() - allocatedBefore).isLessThan(mayAllocate);
        return frames;
    }

    private static void checkFacts(CaptureFile file, long frames) {
        assertThat(file.frames()).isEqualTo(frames);
        assertThat(file.firstNanos()).isLessThanOrEqualTo(file.lastNanos());
        assertThat(file.problems()).hasSizeLessThanOrEqualTo(21);
        assertThat(file.problems().isEmpty()).isEqualTo(file.end() == CaptureEnd.COMPLETE);
        for (String problem : file.problems()) {
            assertThat(problem).isNotBlank().doesNotContain("\n");
        }
    }
}

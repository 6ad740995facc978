package dev.whyrst.capture;

import static dev.whyrst.capture.CaptureBytes.frame;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class CompressionTest {

    private static final int FRAMES = 1500;

    /** Half a megabyte that packs badly enough to fill several blocks of every format, with matches far apart. */
    private static final byte[] CAPTURE = capture();

    private static byte[] capture() {
        Random random = new Random(11);
        byte[][] payloads = new byte[1000][300];
        for (byte[] payload : payloads) {
            random.nextBytes(payload);
        }
        CaptureBytes capture = CaptureBytes.pcap(PcapHeader.MICROSECONDS, false);
        for (int i = 0; i < FRAMES; i++) {
            capture.record(1_700_000_000 + i, i, payloads[random.nextInt(payloads.length)]);
        }
        return capture.bytes();
    }

    @ParameterizedTest
    @EnumSource
    void a_packed_capture_reads_like_the_plain_one(Packing packing) throws IOException {
        Reading reading = Reading.of(packing.pack(CAPTURE));

        assertThat(reading.frames()).isEqualTo(Reading.of(CAPTURE).frames());
        assertThat(reading.file().format()).isEqualTo("pcap (microseconds) in " + packing.title());
        assertThat(reading.file().end()).isEqualTo(CaptureEnd.COMPLETE);
    }

    @ParameterizedTest
    @EnumSource
    void parts_packed_apart_and_pasted_together_are_one_capture(Packing packing) throws IOException {
        int cut = 200_000;
        byte[] first = packing.pack(Arrays.copyOf(CAPTURE, cut));
        byte[] second = packing.pack(Arrays.copyOfRange(CAPTURE, cut, CAPTURE.length));

        Reading reading =
                Reading.of(new CaptureBytes(false).raw(first).raw(second).bytes());

        assertThat(reading.frames()).hasSize(FRAMES);
        assertThat(reading.file().end()).isEqualTo(CaptureEnd.COMPLETE);
    }

    @ParameterizedTest
    @EnumSource
    void a_cut_packed_capture_gives_what_came_before_the_cut(Packing packing) throws IOException {
        byte[] packed = packing.pack(CAPTURE);

        Reading reading = Reading.of(Arrays.copyOf(packed, packed.length * 3 / 4));

        assertThat(reading.frames())
                .hasSizeBetween(FRAMES / 4, FRAMES - 1)
                .isEqualTo(
                        Reading.of(CAPTURE).frames().subList(0, reading.frames().size()));
        assertThat(reading.file().end()).isEqualTo(CaptureEnd.TRUNCATED);
        assertThat(reading.file().problems())
                .last()
                .asString()
                .startsWith("the " + packing.title() + " data end too early, after ");
    }

    @ParameterizedTest
    @EnumSource
    void damage_in_packed_bytes_is_reported_with_its_place(Packing packing) throws IOException {
        byte[] packed = packing.pack(CAPTURE);
        for (int i = 0; i < 40; i++) {
            packed[packed.length * 3 / 4 + i] ^= 0x5a;
        }

        Reading reading = Reading.of(packed);

        assertThat(reading.frames()).hasSizeBetween(FRAMES / 4, FRAMES);
        assertThat(reading.file().end()).isEqualTo(CaptureEnd.DAMAGED);
        assertThat(reading.file().problems())
                .last()
                .asString()
                .startsWith("the " + packing.title() + " data are damaged after ");
    }

    @Test
    void packed_in_several_coats_it_is_unpacked() throws IOException {
        Reading reading = Reading.of(Packing.GZIP.pack(Packing.ZSTD.pack(Packing.XZ.pack(CAPTURE))));

        assertThat(reading.frames()).hasSize(FRAMES);
        assertThat(reading.file().format()).isEqualTo("pcap (microseconds) in xz in zstd in gzip");
    }

    @Test
    void endless_coats_are_refused() throws IOException {
        byte[] packed = CAPTURE;
        for (int i = 0; i < 5; i++) {
            packed = Packing.GZIP.pack(packed);
        }
        byte[] coated = packed;

        assertThatThrownBy(() -> Reading.of(coated))
                .isInstanceOf(CaptureException.class)
                .hasMessage("standard input: packed more than 4 times; unpack it first");
    }

    @Test
    void gzip_parts_that_come_through_a_slow_pipe_are_all_read() throws IOException {
        byte[] packed = new CaptureBytes(false)
                .raw(Packing.GZIP.pack(Arrays.copyOf(CAPTURE, 5000)))
                .raw(Packing.GZIP.pack(Arrays.copyOfRange(CAPTURE, 5000, CAPTURE.length)))
                .bytes();
        InputStream slow = new ByteArrayInputStream(packed) {
            @Override
            public synchronized int read(byte[] into, int offset, int length) {
                return super.read(into, offset, Math.min(length, 7));
            }

            @Override
            public synchronized int available() {
                return 0;
            }
        };

        Reading reading = Reading.of(List.of("-"), new CaptureOptions(slow, CaptureOptions.Order.BY_TIME));

        assertThat(reading.frames()).hasSize(FRAMES);
    }

    @Test
    void gzip_that_holds_no_capture_is_named() throws IOException {
        byte[] packed = Packing.GZIP.pack(frame("{\"no\": \"capture\"}"));

        assertThatThrownBy(() -> Reading.of(packed))
                .isInstanceOf(CaptureException.class)
                .hasMessage("standard input: XML or JSON, not a capture; record with: tcpdump -w FILE");
    }

    @Test
    void gzip_that_is_damaged_from_the_start_is_named() throws IOException {
        byte[] packed = Packing.GZIP.pack(CAPTURE);
        packed[10] |= 6; // a block type that does not exist

        assertThatThrownBy(() -> Reading.of(packed))
                .isInstanceOf(CaptureException.class)
                .hasMessageStartingWith("standard input: the gzip data are damaged after 0 inflated bytes");
    }

    @Test
    void closing_early_ends_the_second_thread() throws IOException, InterruptedException {
        CaptureOptions options =
                new CaptureOptions(new ByteArrayInputStream(Packing.GZIP.pack(CAPTURE)), CaptureOptions.Order.BY_TIME);
        Thread inflating;
        try (CaptureReader reader = Captures.open(List.of("-"), options)) {
            assertThat(reader.next(new FrameView())).isTrue();
            inflating = inflatingThread();
        }

        if (inflating != null) {
            inflating.join(10_000);
            assertThat(inflating.isAlive()).isFalse();
        }
    }

    @Test
    void an_interrupt_ends_the_reading() throws IOException {
        InputStream endless = new InputStream() {
            private final byte[] start = Arrays.copyOf(CAPTURE, 200_000);
            private final InputStream packed = new ByteArrayInputStream(Packing.GZIP.pack(start));

            @Override
            public int read() throws IOException {
                return packed.read();
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                return packed.read(into, offset, Math.min(100, length));
            }
        };
        CaptureOptions options = new CaptureOptions(endless, CaptureOptions.Order.BY_TIME);
        try (CaptureReader reader = Captures.open(List.of("-"), options)) {
            Thread.currentThread().interrupt();

            assertThatThrownBy(() -> {
                        FrameView frame = new FrameView();
                        while (reader.next(frame)) {
                            assertThat(frame.capturedLength()).isEqualTo(300);
                        }
                    })
                    .isInstanceOf(InterruptedIOException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void a_plain_capture_loads_no_library(@TempDir Path folder) throws IOException, InterruptedException {
        Path file = folder.resolve("plain.pcap");
        Files.write(file, CAPTURE);
        Process java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        PlainRead.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .start();
        String log = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(java.waitFor()).isZero();
        assertThat(log)
                .contains("dev.whyrst.capture.PcapReader", FRAMES + " frames")
                .doesNotContain("org.apache.commons", "com.github.luben", "net.jpountz", "org.tukaani");
    }

    /** Reads one file and says how many frames it has. */
    static final class PlainRead {

        private PlainRead() {}

        public static void main(String[] arguments) throws IOException {
            try (CaptureReader reader = Captures.open(List.of(arguments[0]), CaptureOptions.defaults())) {
                FrameView frame = new FrameView();
                while (reader.next(frame)) {
                    assert frame.number() > 0;
                }
                System.out.println(reader.files().get(0).frames() + " frames");
            }
        }
    }

    private static Thread inflatingThread() {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().equals("whyrst-inflate")) {
                return thread;
            }
        }
        return null;
    }
}

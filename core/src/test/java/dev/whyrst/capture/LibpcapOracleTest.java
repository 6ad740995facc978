package dev.whyrst.capture;

import static dev.whyrst.capture.CaptureBytes.frame;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pcap4j.core.NotOpenException;
import org.pcap4j.core.PcapHandle;
import org.pcap4j.core.PcapHandle.TimestampPrecision;
import org.pcap4j.core.PcapNativeException;
import org.pcap4j.core.Pcaps;

/** Reads captures with libpcap, through pcap4j, and compares frame by frame; runs only where libpcap is installed. */
class LibpcapOracleTest {

    private static final List<Path> CAPTURES = List.of(
            Path.of("../samples"),
            Path.of("../../shared/corpus/lab"),
            Path.of("../../shared/corpus/stacks"),
            Path.of("../../shared/corpus/incidents"));

    private static final long MAX_SIZE = 4 << 20;

    @TempDir
    Path folder;

    @BeforeAll
    static void libpcapMustBeThere() {
        assumeThat(libpcapIsThere()).as("libpcap is installed").isTrue();
    }

    private static boolean libpcapIsThere() {
        try {
            return Pcaps.libVersion().contains("libpcap");
        } catch (LinkageError e) {
            return false;
        }
    }

    @Test
    void generated_captures_read_as_libpcap_reads_them() throws Exception {
        for (boolean bigEndian : new boolean[] {false, true}) {
            for (int magic : new int[] {PcapHeader.MICROSECONDS, PcapHeader.NANOSECONDS}) {
                compare(write(records(CaptureBytes.pcap(magic, bigEndian))));
            }
            compare(write(records(CaptureBytes.pcap(PcapHeader.MICROSECONDS, bigEndian, 2, 3, 1))));
            compare(write(packets(CaptureBytes.pcapng(bigEndian))));
        }
    }

    @Test
    void the_captures_at_hand_read_as_libpcap_reads_them() throws Exception {
        int compared = 0;
        for (Path directory : CAPTURES) {
            for (Path capture : capturesBelow(directory)) {
                compare(capture);
                compared++;
            }
        }
        assumeThat(compared).as("captures at hand").isPositive();
    }

    private static CaptureBytes records(CaptureBytes capture) {
        for (int i = 0; i < 500; i++) {
            capture.record(1_700_000_000L + i, i * 1999, frame("x".repeat(i)));
        }
        return capture.u32(1_700_000_500).u32(0).u32(3).u32(1514).raw(frame("cut"));
    }

    private static CaptureBytes packets(CaptureBytes capture) {
        capture.onInterface(1, 65_535, capture.option(9, (byte) 9));
        for (int i = 0; i < 500; i++) {
            capture.packet(0, 1_700_000_000_123_456_789L + i, frame("y".repeat(i)))
                    .block(5, capture.body().u32(0).u64(0));
        }
        return capture;
    }

    private Path write(CaptureBytes capture) throws IOException {
        return Files.write(folder.resolve("capture"), capture.bytes());
    }

    private static List<Path> capturesBelow(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(directory)) {
            List<Path> captures = new ArrayList<>();
            for (Path file : (Iterable<Path>) files.sorted()::iterator) {
                String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
                if ((name.endsWith(".pcap") || name.endsWith(".pcapng")) && Files.size(file) <= MAX_SIZE) {
                    captures.add(file);
                }
            }
            return captures;
        }
    }

    private static void compare(Path capture) throws Exception {
        Reading reading = Reading.of(List.of(capture.toString()), CaptureOptions.defaults());

        assertThat(reading.frames()).as(capture.toString()).isEqualTo(readByLibpcap(capture));
    }

    private static List<Reading.Frame> readByLibpcap(Path capture)
            throws PcapNativeException, NotOpenException, TimeoutException {
        List<Reading.Frame> frames = new ArrayList<>();
        try (PcapHandle handle = Pcaps.openOffline(capture.toString(), TimestampPrecision.NANO)) {
            int linkType = handle.getDlt().value() == 12 ? 101 : handle.getDlt().value();
            while (true) {
                byte[] bytes = handle.getNextRawPacketEx();
                Timestamp time = handle.getTimestamp();
                frames.add(new Reading.Frame(
                        frames.size() + 1L,
                        0,
                        linkType,
                        time.getTime() / 1000 * 1_000_000_000L + time.getNanos(),
                        handle.getOriginalLength(),
                        new String(bytes, StandardCharsets.ISO_8859_1)));
            }
        } catch (EOFException e) {
            return frames;
        }
    }
}

package dev.whyrst.capture;

import static dev.whyrst.capture.CaptureBytes.frame;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What arguments stand for, and how several inputs become one trace. */
class InputsTest {

    @TempDir
    Path folder;

    /** A capture with a frame at each of the given seconds, which carries its file's name and the second. */
    private String capture(String name, int... seconds) throws IOException {
        CaptureBytes capture = CaptureBytes.pcap(PcapHeader.MICROSECONDS, false);
        for (int second : seconds) {
            capture.record(second, 0, frame(Path.of(name).getFileName() + "@" + second));
        }
        return file(name, capture.bytes());
    }

    private String file(String name, byte... bytes) throws IOException {
        Path path = folder.resolve(name);
        Files.createDirectories(path.getParent());
        Files.write(path, bytes);
        return path.toString();
    }

    private static Reading read(String... inputs) throws IOException {
        return Reading.of(List.of(inputs), CaptureOptions.defaults());
    }

    private String place(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void overlapping_files_are_merged_by_time() throws IOException {
        Reading reading = read(capture("a", 1, 4, 5, 9), capture("b", 2, 3, 6), capture("c", 4, 10));

        assertThat(reading.texts()).containsExactly("a@1", "b@2", "b@3", "a@4", "c@4", "a@5", "b@6", "a@9", "c@10");
        assertThat(reading.frames().get(8)).extracting("capture", "number").containsExactly(2, 2L);
        assertThat(reading.files()).extracting(CaptureFile::frames).containsExactly(4L, 3L, 2L);
    }

    @Test
    void files_may_be_named_in_any_order() throws IOException {
        Reading reading = read(capture("late", 7, 8), capture("early", 1, 2), capture("middle", 3, 5));

        assertThat(reading.texts()).containsExactly("early@1", "early@2", "middle@3", "middle@5", "late@7", "late@8");
        assertThat(reading.files())
                .extracting(f -> Path.of(f.path()).getFileName().toString())
                .containsExactly("late", "early", "middle");
    }

    @Test
    void one_file_after_the_other_keeps_the_order_of_the_inputs() throws IOException {
        List<String> inputs = List.of(capture("late", 7, 8), capture("early", 1, 2));

        Reading reading = Reading.of(
                inputs, new CaptureOptions(InputStream.nullInputStream(), CaptureOptions.Order.FILE_BY_FILE));

        assertThat(reading.texts()).containsExactly("late@7", "late@8", "early@1", "early@2");
    }

    @Test
    void time_that_runs_backwards_in_a_file_does_not_reorder_it() throws IOException {
        Reading reading = read(capture("odd", 5, 3, 6, 2), capture("even", 4, 7));

        assertThat(reading.texts()).containsExactly("even@4", "odd@5", "odd@3", "odd@6", "odd@2", "even@7");
    }

    @Test
    void at_equal_times_the_file_that_began_earlier_comes_first_as_in_a_ring_that_was_split() throws IOException {
        Reading reading = read(capture("ring10", 5, 6), capture("ring9", 4, 5, 5));

        assertThat(reading.texts()).containsExactly("ring9@4", "ring9@5", "ring9@5", "ring10@5", "ring10@6");
    }

    @Test
    void a_ring_of_many_files_reads_like_the_one_it_was_split_from() throws IOException {
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            capture("ring/trace.pcap" + (299 - i), 10 * i, 10 * i + 3, 10 * i + 7);
            for (int second : new int[] {10 * i, 10 * i + 3, 10 * i + 7}) {
                expected.add("trace.pcap" + (299 - i) + "@" + second);
            }
        }

        assertThat(read(place("ring")).texts()).isEqualTo(expected);
    }

    @Test
    void more_overlapping_files_than_a_process_may_open_are_merged() throws IOException {
        List<String> inputs = new ArrayList<>();
        for (int i = 0; i < 1500; i++) {
            inputs.add(capture("f" + i, i, 10_000 + i));
        }

        Reading reading = Reading.of(inputs, CaptureOptions.defaults());

        assertThat(reading.frames()).hasSize(3000);
        assertThat(reading.frames()).extracting(Reading.Frame::timeNanos).isSorted();
    }

    @Test
    void frames_without_time_stay_behind_the_frame_before_them() throws IOException {
        CaptureBytes capture = CaptureBytes.pcapng(false).onInterface(1, 0);
        capture.packet(0, 5_000_000, frame("timed"))
                .block(3, capture.body().u32(7).raw(frame("untimed")));

        Reading reading = read(file("mixed", capture.bytes()), capture("other", 4, 6));

        assertThat(reading.texts()).containsExactly("other@4", "timed", "untimed", "other@6");
    }

    @Test
    void a_directory_is_read_with_all_below_it_and_the_rest_is_skipped_with_a_notice() throws IOException {
        capture("dir/b.pcap", 2);
        capture("dir/below/deep/a.cap", 1);
        file("dir/below/c.pcap.gz", Packing.GZIP.pack(Files.readAllBytes(Path.of(capture("c", 3)))));
        String note = file("dir/notes.txt", frame("nothing here"));
        String empty = file("dir/empty.pcap");

        try (CaptureReader reader = Captures.open(List.of(place("dir")), CaptureOptions.defaults())) {
            assertThat(reader.files()).hasSize(3);
            assertThat(reader.notices())
                    .containsExactly(place("dir") + ": skipped what is no capture: " + empty + ", " + note);
        }
        assertThat(read(place("dir")).texts()).containsExactly("a.cap@1", "b.pcap@2", "c@3");
    }

    @Test
    void a_directory_without_captures_is_an_error() throws IOException {
        file("dir/notes.txt", frame("nothing here"));
        Files.createDirectories(folder.resolve("bare"));

        assertThatThrownBy(() -> read(place("dir")))
                .isInstanceOf(CaptureException.class)
                .hasMessage(place("dir") + ": a directory without captures (other files in it: 1)");
        assertThatThrownBy(() -> read(place("bare")))
                .isInstanceOf(CaptureException.class)
                .hasMessage(place("bare") + ": a directory without captures");
    }

    @Test
    void links_that_make_a_circle_are_followed_once() throws IOException {
        capture("dir/a", 1);
        Files.createSymbolicLink(folder.resolve("dir/again"), folder.resolve("dir"));

        assertThat(read(place("dir")).texts()).containsExactly("a@1");
    }

    @Test
    void a_file_named_twice_is_read_once() throws IOException {
        String a = capture("dir/a", 1);

        assertThat(read(a, place("dir"), a).texts()).containsExactly("a@1");
        assertThat(read(a, place("dir")).files()).hasSize(1);
        assertThat(read(place("dir"), place("dir")).files()).hasSize(1);
        capture("dir/below/b", 2);
        assertThat(read(place("dir/below"), place("dir")).texts()).containsExactly("a@1", "b@2");
        assertThat(read(place("dir"), place("dir/below")).files()).hasSize(2);
    }

    @Test
    void patterns_are_expanded_where_no_file_has_that_name() throws IOException {
        capture("ring/eth0.pcap1", 1);
        capture("ring/eth0.pcap2", 2);
        capture("ring/wlan0.pcap1", 3);
        capture("ring/eth0.pcap[1]", 4);

        assertThat(read(place("ring/eth*.pcap?")).texts()).containsExactly("eth0.pcap1@1", "eth0.pcap2@2");
        assertThat(read(place("*/{wlan0,eth0}.pcap1")).texts()).containsExactly("eth0.pcap1@1", "wlan0.pcap1@3");
        assertThat(read(place("ring/eth0.pcap[1]")).texts()).containsExactly("eth0.pcap[1]@4");
        assertThatThrownBy(() -> read(place("ring/*.erf")))
                .isInstanceOf(CaptureException.class)
                .hasMessage(place("ring/*.erf") + ": no such file, and no file matches the pattern");
    }

    @Test
    void numbers_in_names_count_by_their_value() {
        List<File> files = new ArrayList<>();
        for (String name : List.of("t.pcap10", "t.pcap9", "t.pcap", "t.pcap09", "s2-1", "s02-3")) {
            files.add(new File(name));
        }

        files.sort(FileOrder.INSTANCE);

        assertThat(files)
                .extracting(File::getPath)
                .containsExactly("s2-1", "s02-3", "t.pcap", "t.pcap09", "t.pcap9", "t.pcap10");
    }

    @Test
    void standard_input_is_one_of_the_inputs() throws IOException {
        byte[] piped = Files.readAllBytes(Path.of(capture("piped", 2, 4)));

        Reading reading = Reading.of(
                List.of(capture("a", 1, 3), "-", "-"),
                new CaptureOptions(new ByteArrayInputStream(piped), CaptureOptions.Order.BY_TIME));

        assertThat(reading.texts()).containsExactly("a@1", "piped@2", "a@3", "piped@4");
    }

    @Test
    void a_bad_input_among_good_ones_is_listed_with_its_reason() throws IOException {
        Reading reading = read(capture("a", 1), place("gone"), file("page.pcap", frame("<html>")), capture("b", 2));

        assertThat(reading.texts()).containsExactly("a@1", "b@2");
        assertThat(reading.files())
                .extracting(CaptureFile::end)
                .containsExactly(CaptureEnd.COMPLETE, CaptureEnd.DAMAGED, CaptureEnd.DAMAGED, CaptureEnd.COMPLETE);
        assertThat(reading.files().get(1).problems()).containsExactly("no such file");
        assertThat(reading.files().get(2).problems())
                .containsExactly("a web page, not a capture; the download may have ended on a login or error page");
        assertThat(reading.frames()).extracting(Reading.Frame::capture).containsExactly(0, 3);
    }

    @Test
    void when_nothing_can_be_read_the_first_reason_is_given() throws IOException {
        assertThatThrownBy(() -> read(place("gone")))
                .isInstanceOf(CaptureException.class)
                .hasMessage(place("gone") + ": no such file");
        assertThatThrownBy(() -> read(place("gone"), place("away")))
                .isInstanceOf(CaptureException.class)
                .hasMessage("none of the 2 inputs can be read; " + place("gone") + ": no such file");
        assertThatThrownBy(() -> read())
                .isInstanceOf(CaptureException.class)
                .hasMessageStartingWith("no input was named");
    }

    @Test
    void what_is_no_capture_is_named() throws IOException {
        assertThatThrownBy(() -> read(file("empty")))
                .isInstanceOf(CaptureException.class)
                .hasMessage(place("empty") + ": empty, there is nothing to read");
        assertThatThrownBy(() -> read(file("zip", frame("PK\3\4 and so on"))))
                .hasMessage(place("zip") + ": a zip archive, which is not supported; unpack it first");
        assertThatThrownBy(() -> read(file("netmon", frame("GMBU and so on"))))
                .hasMessageEndingWith("a Microsoft Network Monitor capture, which is not supported;"
                        + " convert it with: editcap FILE FILE.pcapng");
        assertThatThrownBy(() -> read(file("text", frame("15:01:27.799961 IP 10.0.0.89 > 10.0.0.27: S"))))
                .hasMessageEndingWith("text, not a capture; record with: tcpdump -w FILE");
        assertThatThrownBy(() -> read(file("noise", new byte[] {1, 2, 3, 4, 5, -6, 7, 8, 9})))
                .hasMessageEndingWith("not a capture in a known format (pcap, pcapng and snoop are read)");
        assertThatThrownBy(() -> read(file("zeros", new byte[4096])))
                .hasMessageEndingWith(
                        "only zero bytes where a capture should begin; the file was never written or was" + " lost");
        assertThatThrownBy(() -> read(file(
                        "cut",
                        CaptureBytes.pcap(PcapHeader.MICROSECONDS, false).bytes()[0],
                        (byte) 0xc3,
                        (byte) 0xb2,
                        (byte) 0xa1,
                        (byte) 2)))
                .hasMessageEndingWith("a pcap file that was cut after 5 bytes, inside its header");
    }

    @Test
    void formats_without_a_signature_are_named_with_what_converts_them() {
        CaptureBytes erf = new CaptureBytes(true);
        for (int i = 0; i < 3; i++) {
            erf.u32(i).u32(i).u16(0x0204).u16(80).u16(0).u16(60).raw(new byte[64]);
        }
        CaptureBytes eventTrace =
                new CaptureBytes(false).u32(0x1_0000).raw(new byte[68]).u32(0xc002_0002);

        assertThatThrownBy(() -> read(file("endace", erf.bytes())))
                .hasMessageEndingWith("an ERF capture of an Endace card, which is not supported;"
                        + " convert it with: editcap FILE FILE.pcapng");
        assertThatThrownBy(
                        () -> read(file("netsh", eventTrace.raw(new byte[900]).bytes())))
                .hasMessageEndingWith("a Windows event trace, which is not supported;"
                        + " convert it with: etl2pcapng FILE FILE.pcapng");
    }

    @Test
    void a_file_without_permission_is_named() throws IOException {
        String secret = capture("secret", 1);
        assumeFalse(
                !new File(secret).setReadable(false) || new File(secret).canRead(), "this user may read everything");

        assertThatThrownBy(() -> read(secret))
                .isInstanceOf(CaptureException.class)
                .hasMessage(secret + ": no permission to read this file");
    }

    @Test
    void progress_is_counted_in_bytes_of_the_files() throws IOException {
        String plain = capture("plain", 1, 2);
        String packed = file("packed.gz", Packing.GZIP.pack(Files.readAllBytes(Path.of(plain))));
        long total = new File(plain).length() + new File(packed).length();

        try (CaptureReader reader = Captures.open(List.of(plain, packed), CaptureOptions.defaults())) {
            assertThat(reader.bytesTotal()).isEqualTo(total);
            FrameView frame = new FrameView();
            while (reader.next(frame)) {
                assertThat(reader.bytesRead()).isPositive();
            }
            assertThat(reader.bytesRead()).isEqualTo(total);
        }
    }

    @Test
    void files_that_were_read_leave_no_memory_behind() throws IOException {
        int files = 1000;
        for (int i = 0; i < files; i++) {
            capture("many/" + i, i);
        }
        long before = used();
        try (CaptureReader reader = Captures.open(List.of(place("many")), CaptureOptions.defaults())) {
            FrameView frame = new FrameView();
            while (reader.next(frame)) {
                assertThat(frame.capturedLength()).isPositive();
            }

            assertThat(used() - before).isLessThan(files * (32L << 10));
            assertThat(reader.files()).hasSize(files).allMatch(file -> file.frames() == 1);
        }
    }

    private static long used() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}

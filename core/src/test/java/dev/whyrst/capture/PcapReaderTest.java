package dev.whyrst.capture;

import static dev.whyrst.capture.CaptureBytes.frame;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PcapReaderTest {

    private static final long SECOND = 1_000_000_000L;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void microseconds_are_read_in_either_byte_order(boolean bigEndian) throws IOException {
        Reading reading = Reading.of(CaptureBytes.pcap(PcapHeader.MICROSECONDS, bigEndian)
                .record(1_700_000_000L, 123_456, frame("first"))
                .record(4_000_000_000L, 999_999, frame("after 2038"))
                .bytes());

        assertThat(reading.frames())
                .containsExactly(
                        new Reading.Frame(1, 0, 1, 1_700_000_000L * SECOND + 123_456_000, 5, "first"),
                        new Reading.Frame(2, 0, 1, 4_000_000_000L * SECOND + 999_999_000, 10, "after 2038"));
        assertThat(reading.file().format()).isEqualTo("pcap (microseconds)");
        assertThat(reading.file().end()).isEqualTo(CaptureEnd.COMPLETE);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void nanoseconds_are_read_in_either_byte_order(boolean bigEndian) throws IOException {
        Reading reading = Reading.of(CaptureBytes.pcap(PcapHeader.NANOSECONDS, bigEndian)
                .record(7, 123_456_789, frame("x"))
                .bytes());

        assertThat(reading.frames().get(0).timeNanos()).isEqualTo(7 * SECOND + 123_456_789);
        assertThat(reading.file().format()).isEqualTo("pcap (nanoseconds)");
    }

    @Test
    void a_frame_cut_by_the_snap_length_keeps_its_original_length() throws IOException {
        Reading reading = Reading.of(CaptureBytes.pcap(PcapHeader.MICROSECONDS, false)
                .u32(1)
                .u32(2)
                .u32(3)
                .u32(1514)
                .raw(frame("abc"))
                .bytes());

        assertThat(reading.frames()).containsExactly(new Reading.Frame(1, 0, 1, SECOND + 2000, 1514, "abc"));
    }

    @Test
    void before_version_2_3_the_original_length_came_first() throws IOException {
        Reading reading = Reading.of(CaptureBytes.pcap(PcapHeader.MICROSECONDS, true, 2, 2, 1)
                .u32(1)
                .u32(0)
                .u32(1514)
                .u32(3)
                .raw(frame("abc"))
                .bytes());

        assertThat(reading.frames()).containsExactly(new Reading.Frame(1, 0, 1, SECOND, 1514, "abc"));
    }

    @Test
    void version_2_3_was_written_both_ways_and_the_smaller_length_counts() throws IOException {
        Reading reading = Reading.of(CaptureBytes.pcap(PcapHeader.MICROSECONDS, false, 2, 3, 1)
                .u32(1)
                .u32(0)
                .u32(1514)
                .u32(3)
                .raw(frame("abc"))
                .u32(2)
                .u32(0)
                .u32(2)
                .u32(60)
                .raw(frame("de"))
                .bytes());

        assertThat(reading.texts()).containsExactly("abc", "de");
        assertThat(reading.frames().get(0).originalLength()).isEqualTo(1514);
        assertThat(reading.frames().get(1).originalLength()).isEqualTo(60);
    }

    @Test
    void a_file_without_frames_is_a_capture() throws IOException {
        Reading reading =
                Reading.of(CaptureBytes.pcap(PcapHeader.MICROSECONDS, false).bytes());

        assertThat(reading.frames()).isEmpty();
        assertThat(reading.file().end()).isEqualTo(CaptureEnd.COMPLETE);
        assertThat(reading.file().firstNanos()).isZero();
    }

    @Test
    void frames_larger_than_the_window_are_read_whole() throws IOException {
        byte[] large = new byte[FrameLimits.ORDINARY];
        Arrays.fill(large, (byte) 'z');
        CaptureBytes capture = CaptureBytes.pcap(PcapHeader.MICROSECONDS, false);
        for (int i = 0; i < 5; i++) {
            capture.record(i, 0, large).record(i, 1, frame("small"));
        }

        Reading reading = Reading.of(capture.bytes());

        assertThat(reading.frames()).hasSize(10);
        assertThat(reading.frames().get(8).text()).isEqualTo("z".repeat(FrameLimits.ORDINARY));
        assertThat(reading.frames().get(9).text()).isEqualTo("small");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void record_headers_of_the_patched_libpcaps_are_recognised(boolean bigEndian) throws IOException {
        for (int magic : new int[] {PcapHeader.PATCHED, PcapHeader.MICROSECONDS}) {
            CaptureBytes capture = CaptureBytes.pcap(magic, bigEndian);
            for (int i = 0; i < 3; i++) {
                capture.u32(7).u32(i).u32(5).u32(5).u32(2).u16(0x800).raw((byte) 0, (byte) 0x7f);
                capture.raw(frame("five" + i));
            }

            Reading reading = Reading.of(capture.bytes());

            assertThat(reading.texts()).containsExactly("five0", "five1", "five2");
            assertThat(reading.file().format()).isEqualTo("pcap (microseconds, modified)");
        }
    }

    @Test
    void record_headers_of_suse_6_3_are_recognised() throws IOException {
        CaptureBytes capture = CaptureBytes.pcap(PcapHeader.PATCHED, false);
        for (int i = 0; i < 3; i++) {
            capture.u32(7)
                    .u32(i)
                    .u32(5)
                    .u32(5)
                    .u32(2)
                    .u16(0x800)
                    .raw(new byte[6])
                    .raw(frame("five" + i));
        }

        assertThat(Reading.of(capture.bytes()).texts()).containsExactly("five0", "five1", "five2");
    }

    @Test
    void record_headers_of_nokia_are_recognised() throws IOException {
        CaptureBytes capture = CaptureBytes.pcap(PcapHeader.MICROSECONDS, true);
        for (int i = 0; i < 3; i++) {
            capture.u32(7).u32(i).u32(5).u32(5).u32(0x9fbfb601).raw(frame("five" + i));
        }

        assertThat(Reading.of(capture.bytes()).texts()).containsExactly("five0", "five1", "five2");
    }

    @Test
    void ixia_files_have_a_longer_header() throws IOException {
        CaptureBytes capture = CaptureBytes.pcap(0x1c0001ac, false).u32(12_345).record(7, 123_456_789, frame("x"));

        assertThat(Reading.of(capture.bytes()).frames())
                .containsExactly(new Reading.Frame(1, 0, 1, 7 * SECOND + 123_456_789, 1, "x"));
    }

    @Test
    void aix_counts_nanoseconds_and_has_other_link_types() throws IOException {
        CaptureBytes capture = CaptureBytes.pcap(PcapHeader.MICROSECONDS, true, 2, 2, 9)
                .u32(7)
                .u32(123_456_789)
                .u32(60)
                .u32(1)
                .raw(frame("x"));

        assertThat(Reading.of(capture.bytes()).frames())
                .containsExactly(new Reading.Frame(1, 0, 6, 7 * SECOND + 123_456_789, 60, "x"));
    }

    @Test
    void the_length_of_frame_check_sequences_is_no_part_of_the_link_type() throws IOException {
        CaptureBytes capture = CaptureBytes.pcap(PcapHeader.MICROSECONDS, false, 2, 4, 0x2400_0001)
                .record(7, 0, frame("x"));

        assertThat(Reading.of(capture.bytes()).frames().get(0).linkType()).isEqualTo(1);
    }
}

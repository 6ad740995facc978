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
}

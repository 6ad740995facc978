package dev.whyrst.capture;

import static dev.whyrst.capture.CaptureBytes.frame;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PcapngReaderTest {

    private static final long SECOND = 1_000_000_000L;
    private static final int ETHERNET = 1;
    private static final int RAW = 101;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void enhanced_packets_are_read_in_either_byte_order(boolean bigEndian) throws IOException {
        Reading reading = Reading.of(CaptureBytes.pcapng(bigEndian)
                .onInterface(ETHERNET, 65_535)
                .packet(0, 1_700_000_000_123_456L, frame("hello"))
                .bytes());

        assertThat(reading.frames())
                .containsExactly(new Reading.Frame(1, 0, ETHERNET, 1_700_000_000_123_456_000L, 5, "hello"));
        assertThat(reading.file().end()).isEqualTo(CaptureEnd.COMPLETE);
    }

    @Test
    void each_interface_has_its_own_link_type_and_clock() throws IOException {
        CaptureBytes capture = CaptureBytes.pcapng(false);
        Reading reading = Reading.of(capture.onInterface(ETHERNET, 0)
                .onInterface(RAW, 0, capture.option(9, (byte) 9))
                .onInterface(RAW, 0, capture.option(9, (byte) (0x80 | 10)))
                .packet(1, 5 * SECOND + 7, frame("nanoseconds"))
                .packet(0, 5_000_007, frame("microseconds"))
                .packet(2, (5 << 10) + 512, frame("1024ths"))
                .bytes());

        assertThat(reading.frames())
                .containsExactly(
                        new Reading.Frame(1, 0, RAW, 5 * SECOND + 7, 11, "nanoseconds"),
                        new Reading.Frame(2, 0, ETHERNET, 5 * SECOND + 7000, 12, "microseconds"),
                        new Reading.Frame(3, 0, RAW, 5 * SECOND + 500_000_000, 7, "1024ths"));
    }

    @Test
    void a_time_offset_moves_the_epoch() throws IOException {
        CaptureBytes capture = CaptureBytes.pcapng(true);
        byte[] offset = capture.option(14, capture.body().u64(1_600_000_000L).bytes());
        Reading reading = Reading.of(capture.onInterface(ETHERNET, 0, offset)
                .packet(0, 250_000, frame("x"))
                .bytes());

        assertThat(reading.frames().get(0).timeNanos()).isEqualTo(1_600_000_000L * SECOND + 250_000_000);
    }

    @Test
    void a_new_section_may_change_byte_order_and_interfaces() throws IOException {
        Reading reading = Reading.of(CaptureBytes.pcapng(false)
                .onInterface(ETHERNET, 0)
                .packet(0, 1, frame("little"))
                .raw(CaptureBytes.pcapng(true)
                        .onInterface(RAW, 0)
                        .packet(0, 2, frame("big"))
                        .bytes())
                .bytes());

        assertThat(reading.frames())
                .containsExactly(
                        new Reading.Frame(1, 0, ETHERNET, 1000, 6, "little"),
                        new Reading.Frame(2, 0, RAW, 2000, 3, "big"));
    }

    @Test
    void simple_packets_have_no_time_and_are_cut_by_the_snap_length() throws IOException {
        CaptureBytes capture = CaptureBytes.pcapng(false).onInterface(ETHERNET, 4);
        Reading reading = Reading.of(capture.block(3, capture.body().u32(6).raw(frame("cut ")))
                .block(3, capture.body().u32(3).raw(frame("all")))
                .bytes());

        assertThat(reading.frames())
                .containsExactly(
                        new Reading.Frame(1, 0, ETHERNET, 0, 6, "cut "),
                        new Reading.Frame(2, 0, ETHERNET, 0, 3, "all"));
    }

    @Test
    void the_obsolete_packet_block_is_read() throws IOException {
        CaptureBytes capture = CaptureBytes.pcapng(true).onInterface(ETHERNET, 0);
        CaptureBytes packet =
                capture.body().u16(0).u16(9).u32(0).u32(3).u32(2).u32(60).raw(frame("ab"));
        Reading reading = Reading.of(capture.block(2, packet).bytes());

        assertThat(reading.frames()).containsExactly(new Reading.Frame(1, 0, ETHERNET, 3000, 60, "ab"));
    }

    @Test
    void other_blocks_are_skipped_and_custom_ones_take_a_number_as_in_wireshark() throws IOException {
        CaptureBytes capture = CaptureBytes.pcapng(false).onInterface(ETHERNET, 0);
        CaptureBytes custom = capture.body().u32(32_473).u32(1);
        Reading reading = Reading.of(capture.block(0x1234, capture.body().u32(1))
                .packet(0, 1, frame("one"))
                .block(5, capture.body().u32(0).u64(0))
                .block(0xbad, custom)
                .packet(0, 2, frame("three"))
                .bytes());

        assertThat(reading.frames())
                .containsExactly(
                        new Reading.Frame(1, 0, ETHERNET, 1000, 3, "one"),
                        new Reading.Frame(3, 0, ETHERNET, 2000, 5, "three"));
        assertThat(reading.file().frames()).isEqualTo(2);
    }

    @Test
    void the_names_of_interfaces_stand_in_the_format() throws IOException {
        CaptureBytes capture = CaptureBytes.pcapng(false);
        assertThat(Reading.of(capture.onInterface(ETHERNET, 0, capture.option(2, frame("eth0")))
                                .packet(0, 1, frame("x"))
                                .onInterface(ETHERNET, 0, capture.option(2, frame("e\33[1m")))
                                .bytes())
                        .file()
                        .format())
                .isEqualTo("pcapng (eth0, e?[1m)");
    }

    @Test
    void times_too_large_for_any_calendar_are_negative_ones_or_the_end_of_time() throws IOException {
        CaptureBytes capture = CaptureBytes.pcapng(false);
        byte[] year300000 =
                capture.option(14, capture.body().u64(300_000L * 31_556_952L).bytes());
        Reading reading = Reading.of(capture.onInterface(ETHERNET, 0)
                .onInterface(ETHERNET, 0, year300000)
                .onInterface(ETHERNET, 0, capture.option(9, (byte) (0x80 | 127)))
                .onInterface(ETHERNET, 0, capture.option(9, (byte) 127))
                .packet(0, -505_000_001, frame("before the epoch"))
                .packet(0, Long.MAX_VALUE, frame("too late"))
                .packet(1, 0, frame("too late"))
                .packet(2, -1, frame("nothing"))
                .packet(3, -1, frame("nothing"))
                .bytes());

        assertThat(reading.frames())
                .extracting(Reading.Frame::timeNanos)
                .containsExactly(-505_000_001_000L, Long.MAX_VALUE, Long.MAX_VALUE, 0L, 0L);
    }

    @Test
    void a_length_without_its_padding_is_understood() throws IOException {
        CaptureBytes capture = CaptureBytes.pcapng(false).onInterface(ETHERNET, 0);
        capture.u32(6)
                .u32(33)
                .u32(0)
                .u32(0)
                .u32(1)
                .u32(1)
                .u32(60)
                .raw(frame("x\0\0\0"))
                .u32(33);

        Reading reading = Reading.of(capture.packet(0, 2, frame("next")).bytes());

        assertThat(reading.texts()).containsExactly("x", "next");
        assertThat(reading.file().end()).isEqualTo(CaptureEnd.COMPLETE);
    }

    @Test
    void huge_blocks_that_are_not_needed_are_passed_over() throws IOException {
        CaptureBytes capture = CaptureBytes.pcapng(true).onInterface(ETHERNET, 0);

        Reading reading = Reading.of(capture.packet(0, 1, frame("before"))
                .block(10, capture.body().raw(new byte[5 << 20]))
                .block(0xbad, capture.body().raw(new byte[5 << 20]))
                .packet(0, 2, frame("behind"))
                .bytes());

        assertThat(reading.texts()).containsExactly("before", "behind");
        assertThat(reading.frames().get(1).number()).isEqualTo(3);
        assertThat(reading.file().end()).isEqualTo(CaptureEnd.COMPLETE);
    }
}

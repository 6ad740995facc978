package dev.whyrst.capture;

import static dev.whyrst.capture.CaptureBytes.frame;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Cut and damaged files: what was read is given, what was lost is said with its place, and reading goes on after it.
 */
class DamageTest {

    private static final int ABSURD = 0x7000_0000;
    private static final int NOON = 1_700_000_000;

    private static CaptureBytes pcap() {
        return CaptureBytes.pcap(PcapHeader.MICROSECONDS, false);
    }

    private static CaptureBytes pcapng() {
        return CaptureBytes.pcapng(false).onInterface(1, 0);
    }

    @Test
    void a_cut_pcap_gives_its_whole_frames_and_the_offset_of_the_cut() throws IOException {
        byte[] whole = pcap().record(NOON, 0, frame("one"))
                .record(NOON, 1, frame("two"))
                .bytes();

        Reading reading = Reading.of(Arrays.copyOf(whole, whole.length - 1));

        assertThat(reading.texts()).containsExactly("one");
        assertThat(reading.file().end()).isEqualTo(CaptureEnd.TRUNCATED);
        assertThat(reading.file().problems()).containsExactly("the file ends inside the record that begins at byte 43");
    }

    @Test
    void a_pcap_cut_inside_a_record_header_is_truncated_too() throws IOException {
        Reading reading =
                Reading.of(pcap().record(NOON, 0, frame("one")).raw(new byte[7]).bytes());

        assertThat(reading.texts()).containsExactly("one");
        assertThat(reading.file().end()).isEqualTo(CaptureEnd.TRUNCATED);
    }

    @Test
    void a_cut_pcapng_gives_its_whole_frames_and_the_offset_of_the_cut() throws IOException {
        CaptureBytes capture = pcapng().packet(0, 1, frame("one"));
        int cut = capture.bytes().length;
        byte[] whole = capture.packet(0, 2, frame("two")).bytes();

        Reading reading = Reading.of(Arrays.copyOf(whole, whole.length - 5));

        assertThat(reading.texts()).containsExactly("one");
        assertThat(reading.file().end()).isEqualTo(CaptureEnd.TRUNCATED);
        assertThat(reading.file().problems())
                .containsExactly("the file ends inside the block that begins at byte " + cut);
    }

    @Test
    void reading_goes_on_behind_a_pcap_record_with_an_absurd_length() throws IOException {
        CaptureBytes damaged = pcap().record(NOON, 0, frame("one"));
        int from = damaged.bytes().length;
        damaged.u32(NOON).u32(1).u32(ABSURD).u32(60).raw(new byte[60]);
        int to = damaged.bytes().length;
        damaged.record(NOON + 1, 0, frame("two")).record(NOON + 2, 0, frame("three"));

        Reading reading = Reading.of(damaged.bytes());

        assertThat(reading.texts()).containsExactly("one", "two", "three");
        assertThat(reading.file().end()).isEqualTo(CaptureEnd.DAMAGED);
        assertThat(reading.file().problems())
                .containsExactly("the record at byte " + from + " claims a frame of " + ABSURD
                        + " bytes, more than the 262144 that are possible; 76 bytes were lost, reading went on at byte "
                        + to);
    }

    @Test
    void a_hole_of_many_megabytes_is_crossed() throws IOException {
        byte[] hole = new byte[5 << 20];
        new Random(7).nextBytes(hole);
        CaptureBytes damaged =
                pcap().record(NOON, 0, frame("one")).u32(-1).u32(-1).u32(-1).raw(hole);
        for (int i = 0; i < 1000; i++) {
            damaged.record(NOON + i, i, frame("frame " + i));
        }

        Reading reading = Reading.of(damaged.bytes());

        assertThat(reading.frames()).hasSize(1001);
        assertThat(reading.file().problems()).hasSize(1);
    }

    @Test
    void a_single_last_record_is_believed_when_it_ends_with_the_file() throws IOException {
        Reading reading = Reading.of(pcap().record(NOON, 0, frame("one"))
                .u32(NOON)
                .u32(1)
                .u32(ABSURD)
                .u32(60)
                .record(NOON + 1, 0, frame("last"))
                .bytes());

        assertThat(reading.texts()).containsExactly("one", "last");
    }

    @Test
    void a_lone_record_behind_damage_a_year_later_is_not_believed() throws IOException {
        Reading reading = Reading.of(pcap().record(NOON, 0, frame("one"))
                .u32(NOON)
                .u32(1)
                .u32(ABSURD)
                .u32(60)
                .record(NOON + 365 * 86_400, 0, frame("two"))
                .bytes());

        assertThat(reading.texts()).containsExactly("one");
        assertThat(reading.file().problems().get(0)).endsWith("nothing readable follows");
    }

    @Test
    void captures_pasted_together_are_read_on() throws IOException {
        byte[] one = pcap().record(NOON, 0, frame("one")).bytes();
        byte[] two = pcap().record(NOON, 5, frame("two"))
                .record(NOON, 6, frame("three"))
                .bytes();

        Reading reading = Reading.of(new CaptureBytes(false).raw(one).raw(two).bytes());

        // Wireshark too takes the second file header for an empty frame.
        assertThat(reading.texts()).containsExactly("one", "", "two", "three");
        assertThat(reading.file().end()).isEqualTo(CaptureEnd.DAMAGED);
    }

    @Test
    void reading_goes_on_behind_a_damaged_pcapng_block() throws IOException {
        CaptureBytes damaged = pcapng().packet(0, 1, frame("one"));
        int from = damaged.bytes().length;
        damaged.u32(6).u32(ABSURD).raw(new byte[44]);
        int to = damaged.bytes().length;

        Reading reading = Reading.of(damaged.packet(0, 2, frame("two")).bytes());

        assertThat(reading.texts()).containsExactly("one", "two");
        assertThat(reading.file().end()).isEqualTo(CaptureEnd.DAMAGED);
        assertThat(reading.file().problems())
                .containsExactly("the block at byte " + from
                        + " has an impossible length or byte order; 52 bytes were lost, reading went on at byte " + to);
    }

    @Test
    void a_pcapng_that_lost_bytes_that_are_no_multiple_of_four_is_read_on() throws IOException {
        byte[] first = pcapng().packet(0, 1, frame("one"))
                .packet(0, 2, frame("harmed"))
                .bytes();
        byte[] rest = new CaptureBytes(false).packet(0, 3, frame("three")).bytes();

        Reading reading = Reading.of(new CaptureBytes(false)
                .raw(Arrays.copyOf(first, first.length - 7))
                .raw(rest)
                .bytes());

        assertThat(reading.texts()).containsExactly("one", "three");
        assertThat(reading.file().end()).isEqualTo(CaptureEnd.DAMAGED);
    }

    @Test
    void a_pcapng_block_whose_second_length_alone_is_wrong_is_believed() throws IOException {
        CaptureBytes damaged = pcapng();
        byte[] harmed = damaged.body().packet(0, 1, frame("harmed")).bytes();
        harmed[harmed.length - 4] ^= 0x40;

        Reading reading =
                Reading.of(damaged.raw(harmed).packet(0, 2, frame("two")).bytes());

        assertThat(reading.texts()).containsExactly("harmed", "two");
        assertThat(reading.file().end()).isEqualTo(CaptureEnd.DAMAGED);
    }

    @Test
    void a_frame_of_an_unknown_interface_is_skipped() throws IOException {
        Reading reading = Reading.of(pcapng().packet(3, 1, frame("whose?"))
                .packet(0, 2, frame("ours"))
                .bytes());

        assertThat(reading.texts()).containsExactly("ours");
        assertThat(reading.file().problems())
                .containsExactly(
                        "the block at byte 48 holds a frame of an interface that the section does not describe;"
                                + " it was skipped");
    }

    @Test
    void a_length_that_promises_gigabytes_costs_no_memory() throws IOException {
        CaptureBytes usb = CaptureBytes.pcap(PcapHeader.MICROSECONDS, false, 2, 4, 249);
        byte[] promise = usb.u32(NOON)
                .u32(0)
                .u32(100 << 20)
                .u32(100 << 20)
                .raw(new byte[1000])
                .bytes();
        ByteWindow window = new ByteWindow(new ByteArrayInputStream(promise), ByteWindow.DEFAULT_SIZE);

        assertThat(window.require(100 << 20)).isFalse();
        assertThat(window.bytes).hasSize(ByteWindow.DEFAULT_SIZE);
    }

    @Test
    void the_list_of_problems_is_bounded() throws IOException {
        CaptureBytes damaged = pcapng();
        for (int i = 0; i < 1000; i++) {
            damaged.packet(9, i, frame("?"));
        }

        Reading reading = Reading.of(damaged.bytes());

        assertThat(reading.file().problems())
                .hasSize(21)
                .last()
                .isEqualTo("980 more problems of this file are not listed");
    }

    @Test
    @Timeout(60)
    void damage_all_over_a_large_file_costs_no_more_than_reading_it() throws IOException {
        CaptureBytes damaged = pcap();
        for (int i = 0; i < 200_000; i++) {
            damaged.record(NOON, i, frame("one")).record(NOON, i, frame("two"));
            damaged.u32(NOON).u32(0).u32(ABSURD).u32(60);
        }

        Reading reading = Reading.of(damaged.bytes());

        assertThat(reading.frames()).hasSize(400_000);
    }
}

package dev.whyrst.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.capture.CaptureEnd;
import dev.whyrst.capture.CaptureFile;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A folder of recordings is not taken for one trace in silence. */
class FarApartTest {

    private static final long SECOND = 1_000_000_000L;
    private static final long MINUTE = 60 * SECOND;
    private static final long BEGIN = 1_700_000_000 * SECOND;

    @Test
    void two_recordings_of_other_days_are_told_with_the_option_that_parts_them() {
        assertThat(FarApart.note(
                        List.of(file("a/tuesday.pcap", 60 * 24 * MINUTE, MINUTE), file("a/monday.pcap", 0, MINUTE))))
                .contains(
                        "The 2 files were taken for parts of one trace, but 23 h 59 min lie between the end of a/monday.pcap"
                                + " and the begin of a/tuesday.pcap: if they are recordings of their own, analyse them with"
                                + " --per-file");
    }

    @Test
    void parts_of_a_ring_follow_each_other() {
        assertThat(FarApart.note(List.of(
                        file("r1", 0, 60 * MINUTE),
                        file("r2", 61 * MINUTE, 60 * MINUTE),
                        file("r3", 130 * MINUTE, MINUTE))))
                .isEmpty();
    }

    @Test
    void a_quiet_hour_in_a_day_of_recording_is_none() {
        assertThat(FarApart.note(List.of(file("r1", 0, 600 * MINUTE), file("r2", 720 * MINUTE, 600 * MINUTE))))
                .isEmpty();
    }

    @Test
    void captures_of_two_places_at_one_time_overlap() {
        assertThat(FarApart.note(List.of(
                        file("client", 0, 60 * MINUTE),
                        file("server", MINUTE, MINUTE),
                        file("late", 59 * MINUTE, MINUTE))))
                .isEmpty();
    }

    @Test
    void files_without_frames_or_without_times_have_no_place_in_time() {
        CaptureFile empty = new CaptureFile("e", "pcap", 0, 0, 0, CaptureEnd.COMPLETE, List.of());
        CaptureFile timeless = new CaptureFile("t", "pcapng", 5, 0, 0, CaptureEnd.COMPLETE, List.of());

        assertThat(FarApart.note(List.of(empty, timeless, file("a", 0, MINUTE))))
                .isEmpty();
    }

    private static CaptureFile file(String path, long afterBegin, long lasts) {
        return new CaptureFile(
                path, "pcap", 9, BEGIN + afterBegin, BEGIN + afterBegin + lasts, CaptureEnd.COMPLETE, List.of());
    }
}

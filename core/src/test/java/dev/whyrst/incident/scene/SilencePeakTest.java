package dev.whyrst.incident.scene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.incident.KnownTimer;
import dev.whyrst.incident.KnownTimer.Ending;
import java.util.Arrays;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** When silences count as alike, and when they fit a timer. */
class SilencePeakTest {

    private static final long SECOND = 1_000_000_000L;

    @Test
    void three_silences_within_a_second_or_a_hundredth_are_a_peak() {
        assertThat(SilencePeak.of(seconds(60, 60.9, 61))).containsExactly(new SilencePeak(60 * SECOND, 61 * SECOND, 3));
        assertThat(SilencePeak.of(seconds(60, 60.9, 61.1))).isEmpty();
        assertThat(SilencePeak.of(seconds(600, 603, 606))).hasSize(1);
        assertThat(SilencePeak.of(seconds(600, 600))).isEmpty();
        assertThat(SilencePeak.of(seconds(3, 3.5, 3.9))).isEmpty();
    }

    @Test
    void peaks_are_told_apart_the_fullest_first() {
        assertThat(SilencePeak.of(seconds(75, 75, 75, 350, 350, 350, 350)))
                .containsExactly(
                        new SilencePeak(350 * SECOND, 350 * SECOND, 4), new SilencePeak(75 * SECOND, 75 * SECOND, 3));
    }

    @Test
    void silences_of_all_lengths_are_no_peak() {
        assertThat(SilencePeak.of(
                        LongStream.range(300, 500).map(s -> s * SECOND).toArray()))
                .isEmpty();
    }

    @Test
    void a_peak_fits_a_timer_within_its_tolerance() {
        SilencePeak peak = new SilencePeak(349 * SECOND, 351 * SECOND, 5);

        assertThat(peak.fits(timer(350))).isTrue();
        assertThat(peak.fits(timer(354))).isTrue();
        assertThat(peak.fits(timer(360))).isFalse();
        assertThat(peak.fits(timer(300))).isFalse();
    }

    @Test
    void a_short_timer_must_be_met_more_closely() {
        assertThat(new SilencePeak(4_600_000_000L, 4_600_000_000L, 3).fits(timer(5)))
                .isTrue();
        assertThat(new SilencePeak(4_200_000_000L, 4_200_000_000L, 3).fits(timer(5)))
                .isFalse();
    }

    @Test
    void the_timers_that_ship_are_sound_and_named_once() {
        assertThat(KnownTimer.shipped()).isNotEmpty().allSatisfy(timer -> {
            assertThat(timer.nanos()).isPositive();
            assertThat(timer.ending()).isNotNull();
        });
        assertThat(KnownTimer.shipped()).extracting(KnownTimer::name).doesNotHaveDuplicates();
    }

    private static KnownTimer timer(long seconds) {
        return new KnownTimer("a device", seconds * SECOND, Ending.BOTH_ENDS);
    }

    private static long[] seconds(double... values) {
        return Arrays.stream(values).mapToLong(s -> Math.round(s * SECOND)).toArray();
    }
}

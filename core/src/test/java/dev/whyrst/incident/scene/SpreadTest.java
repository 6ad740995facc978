package dev.whyrst.incident.scene;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SpreadTest {

    private static final long MILLI = 1_000_000L;

    @Test
    void equal_waits_are_alike_though_a_few_differ() {
        assertThat(Spread.alike(millis(900, 1000, 1000, 1010, 1020, 1030, 1040, 9000, 9500)))
                .isTrue();
    }

    @Test
    void two_values_prove_no_habit() {
        assertThat(Spread.alike(millis(1000, 1000))).isFalse();
    }

    @Test
    void waits_all_over_the_place_are_not_alike() {
        assertThat(Spread.alike(millis(100, 500, 1000, 2000, 4000, 8000))).isFalse();
    }

    @Test
    void a_metronome_is_steady_and_a_burst_is_not() {
        assertThat(Spread.steady(millis(0, 250, 500, 751, 1001, 1249))).isTrue();
        assertThat(Spread.steady(millis(0, 1, 700, 702, 703, 2000))).isFalse();
    }

    @Test
    void the_fullest_moment_is_counted() {
        assertThat(Spread.inFullest(millis(0, 5000, 5100, 5200, 9000))).isEqualTo(3);
    }

    @Test
    void the_width_leaves_out_the_outliers() {
        assertThat(Spread.width(millis(0, 10, 11, 12, 13, 14, 15, 100_000))).isEqualTo(4 * MILLI);
    }

    private static long[] millis(long... values) {
        long[] nanos = new long[values.length];
        for (int i = 0; i < values.length; i++) {
            nanos[i] = values[i] * MILLI;
        }
        return nanos;
    }
}

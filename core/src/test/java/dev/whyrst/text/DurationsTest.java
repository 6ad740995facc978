package dev.whyrst.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.net.Nanos;
import org.junit.jupiter.api.Test;

class DurationsTest {

    @Test
    void a_sentence_rounds_to_the_unit_that_people_remember() {
        assertThat(Durations.rough(161_900)).isEqualTo("0 ms");
        assertThat(Durations.rough(22_400_000)).isEqualTo("22 ms");
        assertThat(Durations.rough(4_230_000_000L)).isEqualTo("4.2 s");
        assertThat(Durations.rough(Nanos.HOUR)).isEqualTo("60 min 0 s");
    }

    @Test
    void evidence_says_what_was_measured() {
        assertThat(Durations.measured(40_000)).isEqualTo("40 µs");
        assertThat(Durations.measured(40_190)).isEqualTo("40.2 µs");
        assertThat(Durations.measured(161_925_400)).isEqualTo("161.925 ms");
        assertThat(Durations.measured(7_200 * Nanos.MILLI)).isEqualTo("7200 ms");
        assertThat(Durations.measured(72_249 * Nanos.MILLI)).isEqualTo("72.2 s");
        assertThat(Durations.measured(-161_900 * Nanos.MICRO)).isEqualTo("-161.9 ms");
    }

    @Test
    void a_table_never_shows_more_than_there_was() {
        assertThat(Durations.listed(999)).isEqualTo("999 ns");
        assertThat(Durations.listed(31_999)).isEqualTo("31 µs");
        assertThat(Durations.listed(161_925_999)).isEqualTo("161.925 ms");
        assertThat(Durations.listed(58_200 * Nanos.MILLI)).isEqualTo("58.2 s");
        assertThat(Durations.listed(350 * Nanos.SECOND)).isEqualTo("5 min 50 s");
        assertThat(Durations.listed(131 * Nanos.MINUTE)).isEqualTo("2 h 11 min");
        assertThat(Durations.listed(Nanos.HOUR)).isEqualTo("1 h");
    }

    @Test
    void a_clock_that_went_backwards_leaves_a_minus() {
        assertThat(Durations.listed(-31_000)).isEqualTo("\u221231 µs");
        assertThat(Durations.listed(Long.MIN_VALUE)).startsWith("\u2212");
    }

    @Test
    void the_ends_of_a_range_are_told_once_where_they_are_equal() {
        assertThat(Durations.range(350_010 * Nanos.MILLI, 350_040 * Nanos.MILLI))
                .isEqualTo("350 s");
        assertThat(Durations.range(349_900 * Nanos.MILLI, 350_400 * Nanos.MILLI))
                .isEqualTo("349.9 to 350.4 s");
        assertThat(Durations.seconds(7_500 * Nanos.MILLI)).isEqualTo("7.5");
    }
}

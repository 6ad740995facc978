package dev.whyrst.incident;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordsTest {

    private static final long SECOND = 1_000_000_000L;

    @Test
    void durations_are_told_in_the_unit_that_fits() {
        assertThat(Words.duration(161_900)).isEqualTo("0 ms");
        assertThat(Words.duration(22_400_000)).isEqualTo("22 ms");
        assertThat(Words.duration(4_230_000_000L)).isEqualTo("4.2 s");
        assertThat(Words.duration(3_600 * SECOND)).isEqualTo("60 min 0 s");
    }

    @Test
    void no_time_at_all_is_not_told() {
        assertThat(Words.over(0)).isEmpty();
        assertThat(Words.within(2 * SECOND)).isEqualTo(" within 2.0 s");
    }

    @Test
    void one_is_singular() {
        assertThat(Words.count(1, "connection")).isEqualTo("1 connection");
        assertThat(Words.count(0, "try", "tries")).isEqualTo("0 tries");
    }

    @Test
    void large_numbers_are_told_in_groups() {
        assertThat(Words.count(999, "reset")).isEqualTo("999 resets");
        assertThat(Words.count(1_196_732, "reset")).isEqualTo("1,196,732 resets");
    }
}

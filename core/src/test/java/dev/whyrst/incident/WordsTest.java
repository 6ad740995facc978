package dev.whyrst.incident;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordsTest {

    private static final long SECOND = 1_000_000_000L;

    @Test
    void a_moment_is_told_by_the_clock_in_utc() {
        assertThat(Words.at(54_087 * SECOND)).isEqualTo("at 15:01:27");
        assertThat(Words.at(86_400 * SECOND * 20_000 + 59 * SECOND)).isEqualTo("at 00:00:59");
    }

    @Test
    void a_time_before_1970_has_a_clock_too() {
        assertThat(Words.at(-1)).isEqualTo("at 23:59:59");
    }

    @Test
    void what_lasted_is_told_by_both_ends() {
        assertThat(Words.between(0, 999_999_999)).isEqualTo("at 00:00:00");
        assertThat(Words.between(0, SECOND)).isEqualTo("from 00:00:00 to 00:00:01");
    }

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

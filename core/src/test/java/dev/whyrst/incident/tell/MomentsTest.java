package dev.whyrst.incident.tell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.incident.cases.CaseRows;
import org.junit.jupiter.api.Test;

class MomentsTest {

    private static final long SECOND = 1_000_000_000L;
    private static final long DAY = 86_400 * SECOND;

    private final Moments ofOneDay = Moments.within(0, DAY - 1);
    private final Moments ofSeveralDays = Moments.within(0, DAY);

    @Test
    void a_moment_is_told_by_the_clock_in_utc() {
        assertThat(ofOneDay.at(54_087 * SECOND)).isEqualTo("at 15:01:27");
        assertThat(ofOneDay.at(DAY * 20_000 + 59 * SECOND)).isEqualTo("at 00:00:59");
    }

    @Test
    void a_time_before_1970_has_a_clock_too() {
        assertThat(ofOneDay.at(-1)).isEqualTo("at 23:59:59");
        assertThat(ofSeveralDays.at(-1)).isEqualTo("at 1969-12-31 23:59:59");
    }

    @Test
    void what_lasted_is_told_by_both_ends() {
        assertThat(ofOneDay.between(0, 999_999_999)).isEqualTo("at 00:00:00");
        assertThat(ofOneDay.between(0, SECOND)).isEqualTo("from 00:00:00 to 00:00:01");
    }

    @Test
    void resets_of_several_days_are_told_with_the_date() {
        assertThat(ofSeveralDays.between(0, 999_999_999)).isEqualTo("at 1970-01-01 00:00:00");
        assertThat(ofSeveralDays.between(0, SECOND)).isEqualTo("from 1970-01-01 00:00:00 to 00:00:01");
        assertThat(ofSeveralDays.between(0, DAY)).isEqualTo("from 1970-01-01 00:00:00 to 1970-01-02 00:00:00");
    }

    @Test
    void an_input_without_resets_has_no_days() {
        assertThat(Moments.of(new CaseRows().cases()).at(0)).isEqualTo("at 00:00:00");
    }
}

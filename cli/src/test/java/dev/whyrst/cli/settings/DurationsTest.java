package dev.whyrst.cli.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {

    @ParameterizedTest
    @CsvSource({
        "100ms, 100000000",
        "1.5s,  1500000000",
        "2m,    120000000000",
        "1h,    3600000000000",
        "7us,   7000",
        "1ns,   1",
        "0.5us, 500",
        "20 s,  20000000000"
    })
    void a_number_and_a_unit_are_a_duration(String text, long nanos) {
        assertThat(Durations.parseNanos(text)).isEqualTo(nanos);
    }

    @Test
    void a_bare_number_is_refused_because_its_unit_would_be_a_guess() {
        assertThatThrownBy(() -> Durations.parseNanos("100"))
                .isInstanceOf(UsageException.class)
                .hasMessage("100 has no unit: did you mean 100ms or 100s?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ms", "-1s", "1d", "1..5s", "1e3s", "100MS", "1s2", "0x10s", "١s"})
    void anything_else_is_no_duration(String text) {
        assertThatThrownBy(() -> Durations.parseNanos(text))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("ns, us, ms, s, m");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0s", "0.1ns", "9999999999999999m"})
    void a_timeout_is_neither_nothing_nor_for_ever(String text) {
        assertThatThrownBy(() -> Durations.parseNanos(text))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("out of range");
    }
}

package dev.whyrst.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalTest {

    @ParameterizedTest
    @CsvSource({"100, 100", "10, 40", "500, 120", "0, 80", "'', 80", "wide, 80", "-5, 80", "99999, 80", ", 80"})
    void the_width_is_that_of_the_terminal_within_what_can_be_read(String columns, int width) {
        assertThat(Terminal.width(columns)).isEqualTo(width);
    }
}

package dev.whyrst.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.attribution.Cause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExplainCommandTest {

    private final ConsoleProbe console = new ConsoleProbe();

    @Test
    void without_a_cause_it_lists_them_all() {
        assertThat(console.run("explain")).isEqualTo(ExitStatus.DONE);
        for (Cause cause : Cause.values()) {
            assertThat(console.out()).containsPattern("(?m)^" + cause.id() + " ");
        }
    }

    @ParameterizedTest
    @EnumSource(Cause.class)
    void every_cause_has_a_page_that_says_what_to_do(Cause cause) {
        assertThat(console.run("explain", cause.id())).isEqualTo(ExitStatus.DONE);
        assertThat(console.out()).contains(cause.title(), "What it means", "What to do");
        assertThat(console.err()).isEmpty();
    }

    @Test
    void an_unknown_cause_is_answered_with_the_nearest() {
        assertThat(console.run("explain", "data-after-closing")).isEqualTo(ExitStatus.USAGE);
        assertThat(console.err())
                .isEqualTo("whyrst: there is no cause 'data-after-closing', did you mean data-after-close?"
                        + " (whyrst explain lists them all)\n");
    }
}

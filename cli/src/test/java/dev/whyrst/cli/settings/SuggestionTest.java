package dev.whyrst.cli.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SuggestionTest {

    private static final List<String> CAUSES = List.of("data-after-close", "listen-overflow", "time-wait");

    @Test
    void the_nearest_word_is_suggested() {
        assertThat(Suggestion.of("data-after-clsoe", CAUSES)).isEqualTo(", did you mean data-after-close?");
        assertThat(Suggestion.of("timewait", CAUSES)).isEqualTo(", did you mean time-wait?");
    }

    @Test
    void the_beginning_of_a_word_is_enough() {
        assertThat(Suggestion.of("listen", CAUSES)).isEqualTo(", did you mean listen-overflow?");
    }

    @Test
    void nothing_is_suggested_for_a_word_that_is_near_to_none() {
        assertThat(Suggestion.of("firewall", CAUSES)).isEmpty();
    }
}

package dev.whyrst.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The pages of a catalogue. */
class ReferencePageTest {

    private static final List<String> ALL = List.of("rain", "snow", "hail");

    @Test
    void what_names_it_as_confused_with_it_is_named_back() {
        assertThat(confusion("snow")).isEqualTo("- `hail`: it hurts.\n- `rain`: its page tells the two apart.");
    }

    @Test
    void a_page_that_names_it_by_itself_stays_as_it_is() {
        assertThat(confusion("hail")).isEqualTo("- `rain`: it is wet.\n- `snow`: it is soft.");
        assertThat(confusion("rain")).isEqualTo("- `snow`: it is white.\n- `hail`: it hurts.");
    }

    @Test
    void other_sections_keep_their_text_and_their_order() {
        assertThat(ReferencePage.sections("/pages/", "snow", ALL))
                .containsKeys("What it means", "What it is confused with")
                .containsEntry("What it means", "Flakes.");
        assertThat(ReferencePage.sections("/pages/", "snow", ALL).keySet())
                .first()
                .isEqualTo("What it means");
    }

    @Test
    void a_page_that_is_not_there_is_named() {
        assertThatIllegalStateException()
                .isThrownBy(() -> ReferencePage.sections("/pages/", "fog", ALL))
                .withMessageContaining("/pages/fog.md");
    }

    private static String confusion(String id) {
        return ReferencePage.sections("/pages/", id, ALL).get("What it is confused with");
    }
}

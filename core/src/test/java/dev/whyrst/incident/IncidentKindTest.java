package dev.whyrst.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The catalogue of kinds. */
class IncidentKindTest {

    @ParameterizedTest
    @EnumSource(IncidentKind.class)
    void an_id_follows_the_name_and_leads_back_to_its_kind(IncidentKind kind) {
        assertThat(kind.id()).matches("[a-z]+(-[a-z]+)*");
        assertThat(kind.id().replace('-', '_')).isEqualToIgnoringCase(kind.name());
        assertThat(IncidentKind.byId(kind.id())).contains(kind);
    }

    @ParameterizedTest
    @EnumSource(IncidentKind.class)
    void a_title_is_no_sentence_and_a_remedy_is_one(IncidentKind kind) {
        assertThat(kind.title()).matches("[A-Z].*[^.]");
        assertThat(kind.remedy()).matches("[A-Z].*\\.");
    }

    @Test
    void only_what_does_no_harm_is_benign() {
        assertThat(Stream.of(IncidentKind.values()).filter(IncidentKind::benign))
                .containsExactly(IncidentKind.SCAN, IncidentKind.NORMAL_NOISE);
    }

    @Test
    void titles_are_unique() {
        assertThat(Stream.of(IncidentKind.values()).map(IncidentKind::title)).doesNotHaveDuplicates();
    }
}

package dev.whyrst.incident;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.attribution.Cause;
import dev.whyrst.timeline.FailureKind;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Guards that each kind of failure without a RST has its page, and that pages keep their form. */
class FailurePagesTest {

    private static final List<String> HEADINGS = List.of(
            "What it means",
            "How to recognise it",
            "What looks like it",
            "What to do",
            "How to capture it better",
            "References");

    private static final int MAX_LINES = 45;
    private static final int MAX_COLUMNS = 120;
    private static final Pattern ID = Pattern.compile("`([a-z]+(?:-[a-z]+)+)`");

    @ParameterizedTest
    @EnumSource(FailureKind.class)
    void every_kind_has_a_short_page_with_all_headings_filled(FailureKind kind) throws Exception {
        FailurePage page = FailurePage.of(kind);
        List<String> lines = Files.readAllLines(pages().resolve(kind.id() + ".md"));

        assertThat(page.sections().keySet()).containsExactlyElementsOf(HEADINGS);
        assertThat(page.sections().values()).allSatisfy(text -> assertThat(text).isNotBlank());
        assertThat(lines.get(0)).isEqualTo("# " + kind.title());
        assertThat(lines).hasSizeLessThanOrEqualTo(MAX_LINES).allSatisfy(line -> assertThat(line)
                .hasSizeLessThanOrEqualTo(MAX_COLUMNS));
    }

    @ParameterizedTest
    @EnumSource(FailureKind.class)
    void what_looks_like_a_name_is_one(FailureKind kind) {
        String lookalikes = FailurePage.of(kind).sections().get("What looks like it");

        assertThat(ID.matcher(lookalikes).results().map((MatchResult name) -> name.group(1)))
                .allMatch(id -> FailureKind.byId(id).isPresent()
                        || Cause.byId(id).isPresent()
                        || IncidentKind.byId(id).isPresent());
    }

    @Test
    void no_page_is_without_a_kind_and_no_kind_is_called_like_a_cause_or_an_incident() throws Exception {
        try (Stream<Path> files = Files.list(pages())) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(Stream.of(FailureKind.values())
                            .map(kind -> kind.id() + ".md")
                            .toList());
        }
        assertThat(FailureKind.values())
                .noneMatch(kind -> Cause.byId(kind.id()).isPresent()
                        || IncidentKind.byId(kind.id()).isPresent());
    }

    private static Path pages() throws URISyntaxException {
        return Path.of(FailurePage.class.getResource("/failures").toURI());
    }
}

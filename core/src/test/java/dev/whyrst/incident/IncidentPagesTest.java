package dev.whyrst.incident;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.attribution.Cause;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Guards that each kind of incident has its page, that pages keep their form, and that they name each other both ways. */
class IncidentPagesTest {

    private static final List<String> HEADINGS = List.of(
            "What it means",
            "How to recognise it",
            "What it is confused with",
            "What the users noticed",
            "What to do",
            "How to capture it better",
            "References");

    private static final int MIN_LINES = 25;
    private static final int MAX_LINES = 50;
    private static final int MAX_COLUMNS = 120;
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    private static final Map<String, IncidentKind> KINDS =
            Stream.of(IncidentKind.values()).collect(Collectors.toMap(IncidentKind::id, Function.identity()));

    @ParameterizedTest
    @EnumSource(IncidentKind.class)
    void every_kind_has_a_page_with_all_headings_filled(IncidentKind kind) {
        IncidentPage page = IncidentPage.of(kind);

        assertThat(page.sections().keySet()).containsExactlyElementsOf(HEADINGS);
        assertThat(page.sections().values()).allSatisfy(text -> assertThat(text).isNotBlank());
        assertThat(page.meaning()).isEqualTo(page.sections().get("What it means"));
        assertThat(page.remedy()).isEqualTo(page.sections().get("What to do"));
    }

    @ParameterizedTest
    @EnumSource(IncidentKind.class)
    void every_page_says_what_proves_it_and_what_cures_it(IncidentKind kind) {
        assertThat(IncidentPage.of(kind).commands())
                .contains("- Prove", "- Cure", "`")
                .doesNotContain("## ");
    }

    @ParameterizedTest
    @EnumSource(IncidentKind.class)
    void a_page_is_short_and_begins_with_the_title_of_its_kind(IncidentKind kind) throws Exception {
        List<String> lines = Files.readAllLines(pages().resolve(kind.id() + ".md"));

        assertThat(lines.get(0)).isEqualTo("# " + kind.title());
        assertThat(lines).hasSizeBetween(MIN_LINES, MAX_LINES);
        assertThat(lines).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(MAX_COLUMNS));
        assertThat(lines).noneMatch(line -> line.contains("<") && line.contains(">"));
    }

    @ParameterizedTest
    @EnumSource(IncidentKind.class)
    void the_meaning_stands_alone_in_a_few_sentences(IncidentKind kind) {
        String meaning = IncidentPage.of(kind).meaning();

        assertThat(meaning).doesNotContain("\n\n").doesNotContain("\n- ").endsWith(".");
        assertThat(meaning.split("\\.(\\s|$)")).hasSizeBetween(2, 5);
    }

    @ParameterizedTest
    @EnumSource(IncidentKind.class)
    void what_a_kind_is_confused_with_is_confused_with_it(IncidentKind kind) {
        Set<IncidentKind> rivals = rivals(kind);

        assertThat(rivals).isNotEmpty().doesNotContain(kind);
        assertThat(rivals).allSatisfy(rival -> assertThat(rivals(rival))
                .as("what %s names", rival.id())
                .contains(kind));
    }

    @ParameterizedTest
    @EnumSource(IncidentKind.class)
    void what_looks_like_the_name_of_a_kind_or_cause_is_one(IncidentKind kind) {
        List<String> named = codeIn(IncidentPage.of(kind).sections().get("What it is confused with"))
                .filter(code -> code.matches("[a-z]+(-[a-z]+)+"))
                .toList();

        assertThat(named).isNotEmpty().allMatch(KINDS::containsKey);
    }

    @Test
    void no_page_is_without_a_kind_and_no_kind_is_called_like_a_cause() throws Exception {
        try (Stream<Path> files = Files.list(pages())) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            KINDS.keySet().stream().map(id -> id + ".md").toList());
        }
        assertThat(KINDS.keySet()).noneMatch(id -> Cause.byId(id).isPresent());
        assertThat(Stream.of(IncidentKind.values()).map(IncidentKind::title)).doesNotHaveDuplicates();
    }

    private static Set<IncidentKind> rivals(IncidentKind kind) {
        return codeIn(IncidentPage.of(kind).sections().get("What it is confused with"))
                .filter(KINDS::containsKey)
                .map(KINDS::get)
                .collect(Collectors.toSet());
    }

    private static Stream<String> codeIn(String text) {
        return CODE.matcher(text).results().map((MatchResult code) -> code.group(1));
    }

    private static Path pages() throws URISyntaxException {
        URL url = IncidentPage.class.getResource("/incidents");
        assertThat(url).as("the folder of pages").isNotNull();
        return Path.of(url.toURI());
    }
}

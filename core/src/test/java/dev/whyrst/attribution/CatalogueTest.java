package dev.whyrst.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Guards that the catalogue, the pages and the sample folders agree. */
class CatalogueTest {

    private static final List<String> HEADINGS = List.of(
            "What it means",
            "How to recognise it",
            "What it is confused with",
            "What the applications saw",
            "What to do",
            "References");

    private static final int MAX_LINES = 60;
    private static final int MAX_COLUMNS = 120;

    @Test
    void the_catalogue_holds_the_eight_documented_causes_and_more() {
        assertThat(Cause.values()).hasSizeGreaterThanOrEqualTo(22);
        assertThat(Stream.of(Cause.values()).filter(Cause::documented)).hasSize(8);
    }

    @Test
    void ids_and_titles_are_unique_and_ids_follow_the_names() {
        assertThat(Stream.of(Cause.values()).map(Cause::id)).doesNotHaveDuplicates();
        assertThat(Stream.of(Cause.values()).map(Cause::title)).doesNotHaveDuplicates();
        for (Cause cause : Cause.values()) {
            assertThat(cause.id()).matches("[a-z0-9]+(-[a-z0-9]+)*");
            assertThat(cause.id().replace('-', '_')).isEqualToIgnoringCase(cause.name());
            assertThat(Cause.byId(cause.id())).contains(cause);
        }
    }

    @ParameterizedTest
    @EnumSource(Cause.class)
    void every_cause_has_a_page_with_all_headings_filled(Cause cause) {
        CausePage page = CausePage.of(cause);
        assertThat(page.sections().keySet()).containsExactlyElementsOf(HEADINGS);
        assertThat(page.sections().values()).allSatisfy(text -> assertThat(text).isNotBlank());
        assertThat(page.meaning()).isEqualTo(page.sections().get("What it means"));
        assertThat(page.remedy()).isEqualTo(page.sections().get("What to do"));
    }

    @ParameterizedTest
    @EnumSource(Cause.class)
    void a_page_is_short_and_begins_with_the_title_of_its_cause(Cause cause) throws Exception {
        List<String> lines = Files.readAllLines(pages().resolve(cause.id() + ".md"));
        assertThat(lines.get(0)).isEqualTo("# " + cause.title());
        assertThat(lines).hasSizeLessThanOrEqualTo(MAX_LINES);
        assertThat(lines).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(MAX_COLUMNS));
        assertThat(lines).noneMatch(line -> line.contains("<") && line.contains(">"));
    }

    @ParameterizedTest
    @EnumSource(Cause.class)
    void the_meaning_stands_alone_in_a_few_sentences(Cause cause) {
        String meaning = CausePage.of(cause).meaning();
        assertThat(meaning).doesNotContain("\n\n").doesNotContain("\n- ").endsWith(".");
        assertThat(meaning.split("\\.(\\s|$)")).hasSizeBetween(2, 4);
    }

    @ParameterizedTest
    @EnumSource(Cause.class)
    void a_page_names_only_causes_that_exist(Cause cause) {
        String rivals = CausePage.of(cause).sections().get("What it is confused with");
        List<String> named = Stream.of(rivals.split("\n"))
                .filter(line -> line.startsWith("- `"))
                .map(line -> line.substring(3, line.indexOf('`', 3)))
                .toList();
        assertThat(named).isNotEmpty().allMatch(id -> Cause.byId(id).isPresent());
    }

    @ParameterizedTest
    @EnumSource(Cause.class)
    void what_a_cause_is_confused_with_is_confused_with_it(Cause cause) {
        assertThat(CausePage.of(cause).rivals()).isNotEmpty().allSatisfy(rival -> assertThat(
                        CausePage.of(rival).rivals())
                .as("what %s names", rival.id())
                .contains(cause));
    }

    @ParameterizedTest
    @EnumSource(Cause.class)
    void what_the_programs_learn_is_what_the_page_says(Cause cause) {
        String saw = CausePage.of(cause).sections().get("What the applications saw");

        assertThat(saw).containsAnyOf(errors(cause.receiverLearns()));
        assertThat(saw).containsAnyOf(errors(cause.senderLearns()));
    }

    /** The error names of which the page has to name one; of who learns nothing the page may say it in its own words. */
    private static String[] errors(Learned learned) {
        return switch (learned) {
            case NOTHING, NOTHING_IT_CLOSED ->
                new String[] {"nothing", "More cannot be said", "The other end: the same"};
            case REFUSED_OR_RESET -> new String[] {"ECONNREFUSED"};
            case HANDSHAKE_REJECTED -> new String[] {"`accept()`"};
            case CONNECT_GAVE_UP, TIMED_OUT -> new String[] {"ETIMEDOUT"};
            case RESET, RESET_ON_READ, RESET_IF_CONNECTED, RESET_IF_ACCEPTABLE -> new String[] {"ECONNRESET"};
            case ABORTED_BY_OPERATOR -> new String[] {"ECONNABORTED"};
        };
    }

    @Test
    void no_page_is_without_a_cause() throws Exception {
        List<String> ids = namesIn(pages());
        assertThat(ids).isNotEmpty();
        assertThat(ids)
                .containsExactlyInAnyOrderElementsOf(Stream.of(Cause.values())
                        .map(cause -> cause.id() + ".md")
                        .toList());
    }

    @Test
    void every_cause_has_a_folder_of_samples() throws IOException {
        Path samples = Path.of("..", "samples");
        assumeTrue(Files.isDirectory(samples), "the samples are not beside core");
        List<String> folders = namesIn(samples);
        for (Cause cause : Cause.values()) {
            assertThat(folders).as("folders of samples").contains(cause.id());
            assertThat(namesIn(samples.resolve(cause.id())))
                    .as("what is written by hand in samples/%s", cause.id())
                    .contains("scenario.txt", "near-miss.txt", "README.md");
        }
    }

    private static Path pages() throws URISyntaxException {
        URL url = CausePage.class.getResource("/causes");
        assertThat(url).as("the folder of pages").isNotNull();
        return Path.of(url.toURI());
    }

    private static List<String> namesIn(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(path -> path.getFileName().toString()).toList();
        }
    }
}

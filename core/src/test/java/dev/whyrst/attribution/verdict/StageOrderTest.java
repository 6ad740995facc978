package dev.whyrst.attribution.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The description of the package tells the stages of a verdict as they are done. */
class StageOrderTest {

    private static final Path FOLDER = Path.of("src", "main", "java", "dev", "whyrst", "attribution", "verdict");

    @Test
    void the_description_lists_the_stages_in_their_order() throws IOException {
        String code = Files.readString(FOLDER.resolve("Stages.java"));
        String list = code.substring(code.indexOf("List.of("), code.indexOf(");", code.indexOf("List.of(")));
        List<String> done = found("(?:new )?(\\w+)(?:::\\w+|\\(RuleCatalogue)", list);

        String description = Files.readString(FOLDER.resolve("package-info.java"));
        List<String> told = found("<li>\\{@code (\\w+)", description);

        assertThat(done).hasSize(Stages.ALL.size()).isEqualTo(told);
    }

    private static List<String> found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}

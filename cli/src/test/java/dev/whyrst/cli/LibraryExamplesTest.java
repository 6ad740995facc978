package dev.whyrst.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What README.md and docs/library.md show of whyrst as a library is run as a reader would run it. */
class LibraryExamplesTest {

    private static final Pattern EXAMPLE = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern CLASS = Pattern.compile("^class (\\w+)", Pattern.MULTILINE);
    private static final Path SAMPLE = Path.of("../samples/handshake-timeout/article.pcap");

    @TempDir
    private Path folder;

    @Test
    void the_example_of_the_readme_tells_the_cause() throws Exception {
        assertThat(run(example("README.md", 0))).isEqualTo("The connect request timed out: 10.0.0.89:49152\n");
    }

    @Test
    void the_first_example_of_the_library_tells_cause_evidence_and_incident() throws Exception {
        assertThat(run(example("docs/library.md", 0)))
                .startsWith("frame 3 to 10.0.0.27:8888: The connect request timed out (certain)\n  ")
                .contains("gave up connecting to 10.0.0.27:8888");
    }

    @Test
    void the_second_one_counts_without_keeping() throws Exception {
        assertThat(run(example("docs/library.md", 1))).isEqualTo("0 of 1 RSTs cost data\n");
    }

    @Test
    void examples_come_in_by_the_front_door() throws IOException {
        for (String document : List.of("README.md", "docs/library.md")) {
            assertThat(examples(document))
                    .allSatisfy(example -> assertThat(example).contains("import dev.whyrst.api."));
        }
    }

    private String run(String source) throws IOException, InterruptedException {
        assumeThat(SAMPLE).isRegularFile();
        Matcher name = CLASS.matcher(source);
        assertThat(name.find()).isTrue();
        Path file = Files.writeString(folder.resolve(name.group(1) + ".java"), source);
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        file.toString(),
                        SAMPLE.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return told;
    }

    private static String example(String document, int index) throws IOException {
        return examples(document).get(index);
    }

    private static List<String> examples(String document) throws IOException {
        return EXAMPLE.matcher(Files.readString(Path.of("..", document)))
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}

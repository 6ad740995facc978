package dev.whyrst.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The pages about capturing. */
class HowToCaptureTest {

    private static final int LONGEST_LINE = 78;
    private static final int MOST_LINES = 30;
    private static final String COMMAND = "    ";
    private static final Path BASH = Path.of("/bin/bash");

    private final ConsoleProbe console = new ConsoleProbe();

    @ParameterizedTest
    @EnumSource(CaptureTopic.class)
    void every_place_has_a_short_page_with_commands_that_no_placeholder_was_filled_into(CaptureTopic topic) {
        assertThat(console.run("how-to-capture", topic.word().toUpperCase(java.util.Locale.ROOT)))
                .isEqualTo(ExitStatus.DONE);
        assertThat(console.out()).isEqualTo(topic.page());
        assertThat(topic.page().lines()).hasSizeLessThanOrEqualTo(MOST_LINES).anyMatch(l -> l.startsWith(COMMAND));
        assertThat(topic.page().lines().filter(line -> !line.startsWith(COMMAND)))
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(LONGEST_LINE));
        assertThat(topic.page()).isASCII().doesNotContain("${");
    }

    @ParameterizedTest
    @EnumSource(
            value = CaptureTopic.class,
            names = {"WINDOWS"},
            mode = EnumSource.Mode.EXCLUDE)
    void a_shell_understands_the_commands(CaptureTopic topic) throws Exception {
        assumeTrue(Files.isExecutable(BASH));
        String commands = topic.page()
                .lines()
                .filter(line -> line.startsWith(COMMAND))
                .collect(Collectors.joining("\n", "", "\n"));
        Process process = new ProcessBuilder(BASH.toString(), "-n", "-c", commands)
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(said).isZero();
    }

    @Test
    void without_a_place_it_shows_the_usual_way_and_lists_the_others() {
        assertThat(console.run("how-to-capture")).isEqualTo(ExitStatus.DONE);
        assertThat(console.out()).startsWith(CaptureTopic.LINUX.page());
        for (String word : HowToCaptureCommand.words()) {
            assertThat(word.equals("linux") || console.out().contains("whyrst how-to-capture " + word + " "))
                    .as(word)
                    .isTrue();
        }
    }

    @Test
    void an_unknown_place_is_answered_with_the_nearest() {
        assertThat(console.run("how-to-capture", "dokcer")).isEqualTo(ExitStatus.USAGE);
        assertThat(console.err()).contains("on 'dokcer', did you mean docker? (there are linux, ring,");
    }
}

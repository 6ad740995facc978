package dev.whyrst.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The manual page in docs is the one that the tables make; {@code -Dgolden.update=true} writes it anew. */
class ManPageTest {

    private static final Path PAGE = Path.of("..", "docs", "whyrst.1");

    private final ConsoleProbe console = new ConsoleProbe();

    @Test
    void the_published_page_is_that_of_the_tables() throws IOException {
        assertThat(console.run("help", "man")).isEqualTo(ExitStatus.DONE);
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(PAGE, console.out());
        }
        assertThat(console.out())
                .as("docs/whyrst.1; -Dgolden.update=true writes it anew")
                .isEqualTo(Files.readString(PAGE));
    }

    @Test
    void it_tells_of_every_command_option_and_exit_status_and_no_text_is_taken_for_a_request() {
        String page = ManPage.text();

        for (Command command : Command.values()) {
            assertThat(page).contains(command.word().replace("-", "\\-"));
        }
        for (Option option : Option.values()) {
            if (option != Option.VERSION) {
                assertThat(page)
                        .contains("\n.B " + String.join(", ", option.names()).replace("-", "\\-"));
            }
        }
        assertThat(page.lines().filter(line -> line.startsWith(".")))
                .allMatch(line -> line.matches("\\.(TH|SH|B|TP|PP|br|nf|fi)( .*)?"));
        assertThat(page.lines()).noneMatch(line -> line.startsWith("'"));
    }
}

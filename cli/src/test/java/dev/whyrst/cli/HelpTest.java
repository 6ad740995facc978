package dev.whyrst.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HelpTest {

    private final ConsoleProbe console = new ConsoleProbe();

    @Test
    void the_help_of_a_command_lists_all_its_options_and_every_exit_status() {
        assertThat(console.run("analyze", "--help")).isEqualTo(ExitStatus.DONE);
        for (Option option : Command.ANALYZE.options()) {
            assertThat(console.out()).contains(option.longName());
        }
        for (ExitStatus status : ExitStatus.values()) {
            assertThat(console.out()).containsPattern("(?m)^ +" + status.code() + " ");
        }
    }

    @Test
    void without_a_command_the_help_goes_to_standard_error() {
        assertThat(console.run()).isEqualTo(ExitStatus.USAGE);
        assertThat(console.err()).startsWith("Usage: whyrst COMMAND").contains("analyze", "explain");
        assertThat(console.out()).isEmpty();
    }

    @Test
    void help_with_a_command_is_the_help_of_that_command_and_examples_come_before_options() {
        console.run("check", "--help");
        ConsoleProbe other = new ConsoleProbe();

        assertThat(other.run("help", "check")).isEqualTo(ExitStatus.DONE);
        assertThat(other.out())
                .isEqualTo(console.out())
                .containsSubsequence("Examples:\n", "  whyrst check", "Options:");
        assertThat(other.run("help", "chekc")).isEqualTo(ExitStatus.USAGE);
        assertThat(other.err()).contains("unknown command chekc, did you mean check?");
        assertThat(other.run("help")).isEqualTo(ExitStatus.DONE);
    }

    @Test
    void examples_are_command_lines_that_can_be_understood() {
        for (Command command : Command.values()) {
            for (String example : CommandExamples.of(command)) {
                String[] words = example.replaceFirst(" >.*", "")
                        .replace("'tcp port 443'", "tcp")
                        .split(" ");
                assertThat(CommandLineParser.parse(words).command()).as(example).isNotEqualTo(Command.NONE);
            }
        }
    }

    @Test
    void the_version_is_the_one_that_was_built() {
        assertThat(console.run("--version")).isEqualTo(ExitStatus.DONE);
        assertThat(console.out())
                .matches(
                        "whyrst [0-9]+\\.[0-9]+\\.[0-9]+\\S*( \\([0-9a-f]{7,}, 20[0-9-]{8}\\))?\nJava .+\n.*libpcap.*\n");
    }
}

package dev.whyrst.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Scripts that complete what users type; bash runs its own, the others are looked at. */
class ShellTest {

    private static final Path BASH = Path.of("/bin/bash");

    @TempDir
    private Path folder;

    private final ConsoleProbe console = new ConsoleProbe();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "whyrst an | analyze",
                "whyrst analyze --so | --so-rcvtimeo",
                "whyrst analyze --color a | auto always",
                "whyrst check t.pcap --policy str | strict",
                "whyrst explain keep-alive- | keep-alive-race",
                "whyrst how-to-capture ku | kubernetes",
                "whyrst help how | how-to-capture",
                "whyrst analyze --config x | ''",
                "whyrst analyze trace | ''"
            })
    void bash_completes_commands_options_and_words(String typed, String expected) throws Exception {
        assertThat(completed(typed)).isEqualTo(expected.replace("''", ""));
    }

    private String completed(String typed) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(BASH));
        Path script = Files.writeString(
                folder.resolve("test.sh"),
                Shell.BASH.script() + "COMP_WORDS=(" + typed + ")\nCOMP_CWORD=$((${#COMP_WORDS[@]} - 1))\n_whyrst\n"
                        + "echo \"${COMPREPLY[*]}\"\n");
        Process process = new ProcessBuilder(BASH.toString(), "-u", script.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        process.waitFor();
        return said;
    }

    @ParameterizedTest
    @EnumSource(Shell.class)
    void every_command_and_every_option_is_in_every_script(Shell shell) {
        assertThat(console.run("completion", shell.name())).isEqualTo(ExitStatus.DONE);
        assertThat(console.out()).contains(Choices.commands());
        for (Option option : Option.values()) {
            String name = shell == Shell.FISH && option != Option.VERSION
                    ? "-l " + option.longName().substring(2)
                    : option.longName();
            assertThat(shell != Shell.BASH && option == Option.VERSION
                            || console.out().contains(name))
                    .as(name)
                    .isTrue();
        }
    }

    @Test
    void what_stands_in_descriptions_cannot_end_a_quotation() {
        for (String line : Shell.ZSH.script().lines().toList()) {
            assertThat(line.replace("'\\''", "").chars().filter(c -> c == '\'').count() % 2)
                    .as(line)
                    .isZero();
        }
        for (String line : Shell.FISH.script().lines().toList()) {
            assertThat(line.replace("\\'", "").chars().filter(c -> c == '\'').count() % 2)
                    .as(line)
                    .isZero();
        }
    }

    @Test
    void another_shell_is_answered_with_those_there_are() {
        assertThat(console.run("completion", "bsh")).isEqualTo(ExitStatus.USAGE);
        assertThat(console.err()).contains("completion is for bash, zsh, fish, not 'bsh', did you mean bash?");
        assertThat(List.of(Shell.values())).hasSize(3);
    }
}

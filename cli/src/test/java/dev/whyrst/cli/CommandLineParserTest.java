package dev.whyrst.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whyrst.cli.settings.UsageException;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineParserTest {

    @Test
    void options_may_stand_before_between_and_behind_the_captures() {
        Arguments arguments = CommandLineParser.parse(
                "analyze", "-o", "out", "a.pcap", "--so-rcvtimeo=100ms", "b.pcap", "--quiet", "--format", "json");

        assertThat(arguments.command()).isEqualTo(Command.ANALYZE);
        assertThat(arguments.operands()).containsExactly("a.pcap", "b.pcap");
        assertThat(arguments.given())
                .isEqualTo(Map.of(
                        Option.OUT, "out",
                        Option.SO_RCVTIMEO, "100ms",
                        Option.QUIET, "",
                        Option.FORMAT, "json"));
    }

    @Test
    void a_dash_is_standard_input_and_no_option() {
        assertThat(CommandLineParser.parse("analyze", "-").operands()).containsExactly("-");
    }

    @Test
    void behind_two_dashes_everything_is_a_capture() {
        assertThat(CommandLineParser.parse("analyze", "--", "--quiet").operands())
                .containsExactly("--quiet");
    }

    @Test
    void a_capture_whose_name_begins_with_an_at_sign_is_a_capture() {
        assertThat(CommandLineParser.parse("analyze", "@list", "-ox").operands())
                .containsExactly("@list");
    }

    @Test
    void what_people_type_every_day_is_understood_without_picocli() {
        assertThat(PlainParser.parse("analyze", "a.pcap", "-o", "out", "--format", "html,json", "--so-rcvtimeo=1s"))
                .isNotNull();
        assertThat(PlainParser.parse("explain", "data-after-close")).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "analyze a --formt json | unknown option --formt, did you mean --format?",
                "analyze a --quite      | unknown option --quite, did you mean --quiet?",
                "analyze a --zzzzzzzz   | unknown option --zzzzzzzz (",
                "analyse a              | unknown command analyse, did you mean analyze?",
                "a.pcap                 | unknown command a.pcap, did you mean whyrst analyze a.pcap?",
                "analyze                | analyze needs a CAPTURE",
                "analyze a --out        | missing required parameter for option '--out'",
                "analyze a -o b -o c    | --out is given twice",
                "explain a b            | explain takes no more than 1 NAME, 'b' is too much",
            })
    void a_wrong_command_line_is_answered_with_what_is_wrong(String line, String complaint) {
        assertThatThrownBy(() -> CommandLineParser.parse(line.split(" +", -1)))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith(complaint);
    }

    @Property
    void the_plain_parser_agrees_with_picocli_on_all_that_it_takes(@ForAll("lines") List<String> line) {
        String[] words = line.toArray(new String[0]);
        Arguments plain = PlainParser.parse(words);

        Statistics.collect(plain == null ? "left to picocli" : "taken");
        if (plain != null) {
            assertThat(PicocliParser.parse(words)).isEqualTo(plain);
        }
    }

    @Provide
    Arbitrary<List<String>> lines() {
        Arbitrary<String> words = Arbitraries.of(
                "a.pcap",
                "b",
                "-",
                "--",
                "-o",
                "--out",
                "--out=x",
                "--out=",
                "-ox",
                "-f",
                "json",
                "--quiet",
                "--quiet=true",
                "--per-file",
                "--filter",
                "tcp port 80",
                "--filter=host 10.0.0.27",
                "--so-rcvtimeo",
                "100ms",
                "--color",
                "",
                "never",
                "--he",
                "-V",
                "\"a b\"",
                "--max-conversations=5",
                "analyze",
                "explain",
                "-x",
                "a=b",
                "@a");
        Arbitrary<String> commands = Arbitraries.of("analyze", "explain", "analyze", "--quiet", "--version");
        return commands.flatMap(command -> words.list().ofMaxSize(6).map(rest -> {
            rest.add(0, command);
            return rest;
        }));
    }
}

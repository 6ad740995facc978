package dev.whyrst.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whyrst.cli.settings.EndpointPattern;
import dev.whyrst.cli.settings.UsageException;
import dev.whyrst.incident.KnownTimer;
import dev.whyrst.incident.KnownTimer.Ending;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigFileTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                """
                # what the programs are configured with
                timeouts:
                  - endpoint: 10.0.0.27:8888
                    soRcvTimeo: 100ms
                  - soRcvTimeo: 2s
                    endpoint: "*"
                """,
                """
                timeouts: [{endpoint: "10.0.0.27:8888", soRcvTimeo: 100ms}, {endpoint: "*", soRcvTimeo: 2s}]
                """,
                """
                {timeouts: [{endpoint: "10.0.0.27:8888", soRcvTimeo: 100ms}, {endpoint: "*", soRcvTimeo: 2s}]}
                """,
                """
                {
                \t"timeouts": [
                \t\t{"endpoint": "10.0.0.27:8888", "soRcvTimeo": "100ms"},
                \t\t{"endpoint": "*", "soRcvTimeo": "2s"}
                \t]
                }
                """
            })
    void yaml_and_json_say_the_same(String text) throws IOException {
        assertThat(ConfigFile.read(file(text)).timeouts())
                .containsExactly(
                        new ConfiguredTimeouts.Rule(EndpointPattern.parse("10.0.0.27:8888"), 100_000_000),
                        new ConfiguredTimeouts.Rule(EndpointPattern.parse("*"), 2_000_000_000));
    }

    @Test
    void timers_stand_beside_timeouts() throws IOException {
        Configuration read = ConfigFile.read(
                file(
                        """
                        timers:
                          - name: our firewall
                            idle: 30m
                            then: both-ends
                          - {then: fin, idle: 7.5s, name: "our proxy"}
                        timeouts:
                          - endpoint: "*"
                            soRcvTimeo: 2s
                        """));

        assertThat(read.timers())
                .containsExactly(
                        new KnownTimer("our firewall", 1_800_000_000_000L, Ending.BOTH_ENDS),
                        new KnownTimer("our proxy", 7_500_000_000L, Ending.FIN));
        assertThat(read.timeouts()).hasSize(1);
    }

    @Test
    void a_timer_that_cannot_be_understood_is_named_with_its_place() throws IOException {
        assertComplaint(
                "timers:\n  - name: fw\n    idle: 30\n",
                ", line 3, column 11: idle: 30 has no unit: did you mean 30ms or 30s?");
        assertComplaint(
                "timers:\n  - name: fw\n    idle: 30m\n    then: both\n",
                ", line 4, column 11: then: 'both' is unknown, did you mean both-ends?"
                        + " (known here: next-segment, both-ends, fin, nothing)");
        assertComplaint("timers:\n  - name: fw\n    idle: 30m\n", ", line 2, column 5: one of the timers has no then");
        assertComplaint("timers:\n  - {idle: 30m, then: fin}\n", ", line 2, column 5: one of the timers has no name");
        assertComplaint("timers:\n  - {name: ' ', idle: 1m}\n", ": name: a name has 1 to 100 characters");
        assertComplaint(
                "timers:\n  - {nam: fw}\n", ": unknown key 'nam', did you mean name? (known here: name, idle, then)");
        assertComplaint("timers: 7\n", ", line 1, column 9: timers should be a list, but is a number");
    }

    @Test
    void an_unknown_key_is_named_with_its_place() throws IOException {
        assertComplaint(
                "timeouts:\n  - endpoint: 10.0.0.27:8888\n    soRcvTimeout: 100ms\n",
                ", line 3, column 5: unknown key 'soRcvTimeout', did you mean soRcvTimeo?"
                        + " (known here: endpoint, soRcvTimeo)");
    }

    @Test
    void a_number_without_unit_is_named_with_its_place() throws IOException {
        assertComplaint(
                "{\"timeouts\": [{\"endpoint\": \"*\",\n  \"soRcvTimeo\": 100}]}",
                ", line 2, column 17: soRcvTimeo: 100 has no unit: did you mean 100ms or 100s?");
    }

    @Test
    void a_wrong_type_is_named_with_its_place() throws IOException {
        assertComplaint(
                "timeouts:\n  endpoint: 10.0.0.27:8888\n",
                ", line 2, column 3: timeouts should be a list," + " but is a mapping of keys to values");
        assertComplaint(
                "timeouts: [7]\n",
                ", line 1, column 12: each of the timeouts should be a mapping of keys to"
                        + " values, but is a number");
        assertComplaint(
                "timeouts: [{endpoint: [a], soRcvTimeo: 1s}]",
                ", line 1, column 23: endpoint should be text, but" + " is a list");
        assertComplaint(
                "just text\n",
                ", line 1, column 1: a configuration should be a mapping of keys to values, but is" + " text");
    }

    @Test
    void a_wrong_endpoint_is_named_with_its_place() throws IOException {
        assertComplaint(
                "timeouts:\n- {endpoint: db.example.com, soRcvTimeo: 1s}\n",
                ", line 2, column 14: endpoint: 'db.example.com' is no IP address (captures hold addresses, not names)");
    }

    @Test
    void a_missing_key_is_named_with_the_place_of_its_entry() throws IOException {
        assertComplaint(
                "timeouts:\n- endpoint: 10.0.0.27\n", ", line 2, column 3: one of the timeouts has no soRcvTimeo");
    }

    @Test
    void broken_syntax_is_named_with_its_place() throws IOException {
        assertComplaint("timeouts: [{endpoint: *}]\n", ", line 1, column ");
        assertComplaint("{\"timeouts\": [}", ", line 1, column 15: cannot be understood: ");
        assertComplaint("timeouts:\n\t- endpoint: a\n", ", line 2, column 1: no valid YAML: ");
        assertComplaint("timeouts: []\ntimeouts: []\n", ", line 2, column ");
    }

    @Test
    void an_empty_file_is_no_configuration() throws IOException {
        assertComplaint("", "the configuration ");
        assertComplaint("# nothing\n", " is empty; it should hold timeouts");
    }

    @Test
    void every_complaint_is_one_line() throws IOException {
        for (String text :
                new String[] {"a: b: c", "[", "{\"a", "\u0000", "%YAML 9.9\n---\n", "&a [*a, *a]", "--- a\n--- b"}) {
            Path file = file(text);
            assertThatThrownBy(() -> ConfigFile.read(file))
                    .isInstanceOf(UsageException.class)
                    .hasMessageNotContaining("\n")
                    .hasMessageContaining(file.toString());
        }
    }

    @Test
    void a_folder_or_a_huge_file_is_no_configuration() throws IOException {
        assertThatThrownBy(() -> ConfigFile.read(folder)).hasMessageContaining("it is a folder");
        Path huge = file("#".repeat(2 << 20));
        assertThatThrownBy(() -> ConfigFile.read(huge)).hasMessageContaining("larger than 1 MiB");
        assertThatThrownBy(() -> ConfigFile.read(folder.resolve("none.yaml")))
                .hasMessage("there is no configuration file " + folder.resolve("none.yaml"));
    }

    private void assertComplaint(String text, String complaint) throws IOException {
        Path file = file(text);
        assertThatThrownBy(() -> ConfigFile.read(file))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining(complaint);
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("whyrst.conf"), text);
    }
}

package dev.whyrst.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.Confidence;
import dev.whyrst.attribution.Emitter;
import dev.whyrst.incident.IncidentKind;
import dev.whyrst.scenario.ExpectedIncident.Told;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScenarioParserTest {

    private static final String START = "2026-11-20T15:00:00Z ";

    @Test
    void a_scenario_begins_with_its_name_and_version() {
        assertThatExceptionOfType(ScenarioException.class)
                .isThrownBy(() -> Scenario.parse("host A 10.0.0.1\n"))
                .withMessage("line 1: a scenario begins with \"# whyrst scenario 1\"");
    }

    @Test
    void a_scenario_without_a_segment_is_refused() {
        assertThatExceptionOfType(ScenarioException.class)
                .isThrownBy(() -> ReadBack.play(ReadBack.HOSTS))
                .withMessageContaining("no segment is sent");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "A > C SYN                               | there is no host \"C\"; known: [A, B]",
                "A > B SYN,AKC                           | \"AKC\" is no TCP flag; flags are written as SYN,ACK",
                "A > B                                   | a segment is written: +1ms A > B SYN",
                "A > B SYN mms=1460                      | \"mms\" means nothing here",
                "A > B SYN mss=1460 mss=1460             | \"mss\" stands twice",
                "A > B SYN mss=large                     | mss needs a number from 0 to 65535, not \"large\"",
                "A > B SYN win=65536                     | win needs a number from 0 to 65535, not \"65536\"",
                "A > B PSH,ACK data=\"GET                | a quote is opened and not closed",
                "A > B PSH,ACK data=\"\\x\"              | \"\\x\" is no escape",
                "A > B PSH,ACK data=hex:0g               | \"0g\" is not hexadecimal",
                "A > B RST                               | a RST needs its expectation: # expect CAUSE",
                "A > B SYN # expect undetermined         | only a RST has an expectation",
                "A > B RST # expect lunch                | there is no cause \"lunch\"",
                "A > B RST # expect undetermined surely  | \"surely\" is no confidence; write certain, high, high+ or <=medium",
                "A > B RST # expect undetermined by B    | \"b\" is no emitter",
                "A > B RST # expect undetermined not     | the expectation ends behind \"not\"",
                "A > B:99999 SYN                         | the port needs a number from 0 to 65535, not \"99999\"",
                "A > B RST answers # expect undetermined | there is no segment from B:80 to answer",
                "A > B SYN # expect incident scan        | only a RST has an expectation",
                "A > B SYN by=M                          | there is no host \"M\"",
                "A > B ACK again                         | A:40000 has sent no such segment that could come again",
                "A > B ACK before=x                      | no segment before is named \"x\"",
                "A > B SYN ipid=mirror                   | there is no segment from B:80 to mirror"
            })
    void a_mistake_is_told_in_one_sentence_with_its_line(String mistake, String sentence) {
        assertThatExceptionOfType(ScenarioException.class)
                .isThrownBy(() -> ReadBack.play(ReadBack.HOSTS + START + mistake + "\n"))
                .withMessageStartingWith("line 4: ")
                .withMessageContaining(sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "host A                   | a host has a name and an address: host A 10.0.0.89",
                "host A server.example    | \"server.example\" is no IP address",
                "host A 10.0.0.1.2        | \"10.0.0.1.2\" is no IP address",
                "host A 10.0.0.1 stack=os | there is no stack \"os\"",
                "capture format=pcapx     | \"pcapx\" is no format",
                "capture link=wlan        | \"wlan\" is no link",
                "conversation A           | a conversation is written: conversation A:49152 > B:8888",
                "hello                    | \"hello\" is neither a time nor capture, tool, host or conversation"
            })
    void a_mistake_in_the_settings_is_told_too(String line, String sentence) {
        assertThatExceptionOfType(ScenarioException.class)
                .isThrownBy(() -> ReadBack.play(line + "\n"))
                .withMessage("line 2: " + sentence);
    }

    @ParameterizedTest
    @CsvSource({"+1ms", "+5", "+5days", "15:00", "+1.0000000001s"})
    void a_time_that_is_none_is_refused(String time) {
        assertThatExceptionOfType(ScenarioException.class)
                .isThrownBy(() -> ReadBack.play(ReadBack.HOSTS + time + " A > B SYN\n"))
                .withMessageStartingWith("line 4: ");
    }

    @Test
    void two_hosts_of_one_name_are_refused() {
        assertThatExceptionOfType(ScenarioException.class)
                .isThrownBy(() -> ReadBack.play(ReadBack.HOSTS + "host A 10.0.0.3\n"))
                .withMessage("line 4: there are two hosts A");
    }

    @Test
    void a_host_without_a_port_needs_one_in_the_line() {
        assertThatExceptionOfType(ScenarioException.class)
                .isThrownBy(() -> ReadBack.play("host A 10.0.0.1\nhost B 10.0.0.2\n" + START + "A > B SYN\n"))
                .withMessage("line 4: host A has no port; write A:PORT");
    }

    @Test
    void an_expectation_says_cause_confidence_rivals_and_emitter() {
        Expectation expectation = Expectation.parse(
                1,
                "expect idle-timeout medium+ or firewall-reject not injected-rst by middlebox repeat; as seen before");
        assertThat(expectation.causes()).containsExactly(Cause.IDLE_TIMEOUT, Cause.FIREWALL_REJECT);
        assertThat(expectation.confidence()).isEqualTo(new ConfidenceBound(Confidence.MEDIUM, Confidence.CERTAIN));
        assertThat(expectation.forbidden()).containsExactly(Cause.INJECTED_RST);
        assertThat(expectation.emitter()).contains(Emitter.MIDDLEBOX);
        assertThat(expectation.repeat()).isTrue();
    }

    @Test
    void what_is_expected_of_incidents_stands_in_lines_of_its_own() {
        Scenario scenario = Scenario.parse("# whyrst scenario 1\n# expect incident keep-alive-race at B:80 ; as ever\n"
                + "# expect no incident scan\n# expect no incident server-restart at C\n" + ReadBack.HOSTS
                + "host C 2001:db8::1\n" + START + "A > B SYN\n");
        assertThat(scenario.incidents())
                .containsExactly(
                        new ExpectedIncident(
                                true,
                                IncidentKind.KEEP_ALIVE_RACE,
                                Optional.of("10.0.9.2:80"),
                                2,
                                "expect incident keep-alive-race at B:80"),
                        new ExpectedIncident(false, IncidentKind.SCAN, Optional.empty(), 3, "expect no incident scan"),
                        new ExpectedIncident(
                                false,
                                IncidentKind.SERVER_RESTART,
                                Optional.of("2001:db8::1"),
                                4,
                                "expect no incident server-restart at C"));
    }

    @Test
    void an_incident_is_expected_by_kind_and_place() {
        List<Told> told = List.of(new Told("scan", "10.0.0.1"), new Told("service-down", "10.0.9.2:80"));
        assertThat(List.of("scan", "scan at A", "service-down at B:80"))
                .allMatch(incident -> expectation("expect incident " + incident).isMetBy(told))
                .noneMatch(incident ->
                        expectation("expect no incident " + incident).isMetBy(told));
        assertThat(List.of("keep-alive-race", "scan at B", "service-down at B:81"))
                .noneMatch(
                        incident -> expectation("expect incident " + incident).isMetBy(told))
                .allMatch(incident ->
                        expectation("expect no incident " + incident).isMetBy(told));
    }

    @Test
    void a_failure_without_a_reset_is_expected_by_kind_and_service_or_none_is() {
        List<Told> told = List.of(new Told("path-mtu", "10.0.9.2:80"));
        assertThat(List.of("path-mtu", "path-mtu at B:80"))
                .allMatch(failure -> failure("expect failure " + failure).isMetBy(told))
                .noneMatch(failure -> failure("expect no failure " + failure).isMetBy(told));
        assertThat(List.of("zero-window", "path-mtu at B:81"))
                .noneMatch(failure -> failure("expect failure " + failure).isMetBy(told))
                .allMatch(failure -> failure("expect no failure " + failure).isMetBy(told));
        assertThat(failure("expect no failure ; at all").isMetBy(told)).isFalse();
        assertThat(failure("expect no failure").isMetBy(List.of())).isTrue();
    }

    private static ExpectedFailure failure(String comment) {
        return Scenario.parse("# whyrst scenario 1\n# " + comment + "\n" + ReadBack.HOSTS + START + "A > B SYN\n")
                .failures()
                .get(0);
    }

    private static ExpectedIncident expectation(String comment) {
        return Scenario.parse("# whyrst scenario 1\n# " + comment + "\n" + ReadBack.HOSTS + START + "A > B SYN\n")
                .incidents()
                .get(0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "expect incident lunch      | there is no kind of incident \"lunch\"",
                "expect incident            | there is no kind of incident \"\"",
                "expect incident scan by A  | write: expect incident KIND at B:8080",
                "expect no incident scan at | write: expect incident KIND at B:8080",
                "expect incident scan at D  | there is no host \"D\"; known: [A, B]",
                "expect undetermined        | an expectation stands in the line of its RST"
            })
    void a_mistake_in_what_is_expected_of_incidents_is_told(String comment, String sentence) {
        assertThatExceptionOfType(ScenarioException.class)
                .isThrownBy(() -> expectation(comment))
                .withMessageStartingWith("line 2: ")
                .withMessageContaining(sentence);
    }

    @ParameterizedTest
    @CsvSource({
        "high,     high,            certain medium low",
        "high+,    high certain,    medium low",
        "<=medium, medium low,      high certain",
        "certain,  certain,         high medium low"
    })
    void a_confidence_may_be_exact_or_bounded(String text, String allowed, String refused) {
        ConfidenceBound bound = ConfidenceBound.parse(text).orElseThrow();
        assertThat(allowed.split(" ")).allMatch(bound::allows);
        assertThat(refused.split(" ")).noneMatch(bound::allows);
        assertThat(bound).hasToString(text);
    }

    @Test
    void options_for_the_tool_and_the_hosts_are_kept() {
        Scenario scenario = Scenario.parse("# whyrst scenario 1\ntool --so-rcvtimeo 100ms\n" + ReadBack.HOSTS + START
                + "A > B SYN   # a comment\n\n# another one\n");
        assertThat(scenario.toolOptions()).isEqualTo(List.of("--so-rcvtimeo", "100ms"));
        assertThat(scenario.hosts()).extracting(Host::name).containsExactly("A", "B");
        assertThat(scenario.steps()).hasSize(1);
    }
}

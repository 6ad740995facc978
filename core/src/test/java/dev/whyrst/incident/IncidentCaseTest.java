package dev.whyrst.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.whyrst.scenario.Case;
import org.junit.jupiter.api.Test;

/** Incidents of stories that are played in memory. */
class IncidentCaseTest {

    private static final String KNOCK =
            """
            +10ms A > B:%1$d SYN
            +10ms B:%1$d > A RST,ACK answers # expect port-not-listening
            """;

    @Test
    void all_recognisers_tell_what_the_story_expects() {
        Case story = Case.of(knocks(8) + "# expect incident scan at A\n# expect no incident service-down");

        assertThat(IncidentCase.incidents(story)).extracting(Incident::count).containsExactly(8L);
    }

    @Test
    void what_the_story_expects_and_nobody_tells_fails() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> IncidentCase.incidents(Case.of(knocks(8) + "# expect incident scan at B")))
                .withMessageContaining("told: [scan at 10.0.0.1]");
    }

    @Test
    void a_verdict_that_the_story_expects_otherwise_fails() {
        Case story = Case.of(knocks(1).replace("port-not-listening", "firewall-reject"));

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> IncidentCase.incidents(story))
                .withMessageContaining("rst-1: expected firewall-reject, said port-not-listening");
    }

    private static String knocks(int ports) {
        StringBuilder lines = new StringBuilder();
        for (int port = 9000; port < 9000 + ports; port++) {
            lines.append(KNOCK.formatted(port));
        }
        return lines.toString();
    }
}

package dev.whyrst.incident.recognise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.scenario.Case;
import dev.whyrst.scenario.ExpectedIncident.Told;
import org.junit.jupiter.api.Test;

/** Knocks at many ports. */
class ScansTest {

    private static final String KNOCK =
            """
            +10ms A > B:%1$d SYN
            +10ms B:%1$d > A RST,ACK answers # expect port-not-listening
            """;

    @Test
    void who_knocks_at_eight_ports_scans() {
        assertThat(RecogniserCase.found(new Scans(), Case.of(knocks(8)))).containsExactly(new Told("scan", "10.0.0.1"));
    }

    @Test
    void who_knocks_at_seven_does_not() {
        assertThat(RecogniserCase.found(new Scans(), Case.of(knocks(7)))).isEmpty();
    }

    private static String knocks(int ports) {
        StringBuilder lines = new StringBuilder();
        for (int port = 9000; port < 9000 + ports; port++) {
            lines.append(KNOCK.formatted(port));
        }
        return lines.toString();
    }
}

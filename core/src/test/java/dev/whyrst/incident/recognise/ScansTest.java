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

    @Test
    void a_balancer_that_comes_back_to_backends_that_are_down_does_not() {
        assertThat(RecogniserCase.found(new Scans(), Case.of(knocks(9).repeat(3))))
                .isEmpty();
    }

    @Test
    void a_client_of_one_service_whose_dozen_hosts_are_down_does_not() {
        assertThat(RecogniserCase.found(new Scans(), Case.of(sweep(12)))).isEmpty();
    }

    @Test
    void who_tries_one_port_of_very_many_hosts_does() {
        assertThat(RecogniserCase.found(new Scans(), Case.of(sweep(40)))).containsExactly(new Told("scan", "10.0.0.1"));
    }

    private static String sweep(int hosts) {
        StringBuilder lines = new StringBuilder();
        for (int host = 0; host < hosts; host++) {
            lines.append("host H%1$d 10.7.0.%1$d ttl=64\n".formatted(host + 1));
        }
        for (int host = 1; host <= hosts; host++) {
            lines.append("+10ms A > H%1$d:22 SYN\n+10ms H%1$d:22 > A RST,ACK answers\n".formatted(host));
        }
        return lines.toString();
    }

    private static String knocks(int ports) {
        StringBuilder lines = new StringBuilder();
        for (int port = 9000; port < 9000 + ports; port++) {
            lines.append(KNOCK.formatted(port));
        }
        return lines.toString();
    }
}

package dev.whyrst.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A port that refuses some and accepts others by turns is another story than one whose listener was away. */
class PortsInTurnTest {

    private static final String HOSTS =
            """
            host A    10.31.0.10  stack=linux     hops=0
            host C    10.31.0.11  stack=linux     hops=0
            host B    10.31.7.40  stack=linux     hops=2
            """;

    private static final String ACCEPTED =
            """
            conversation C:%d > B:8443
            %s     C > B  SYN
            +8.1ms      B > C  SYN,ACK
            +30us       C > B  ACK
            """;

    private static final String REFUSED =
            """
            conversation A:%d > B:8443
            +50ms       A > B  SYN
            +8.2ms      B > A  RST,ACK answers  # expect port-not-listening or firewall-reject
            """;

    @TempDir
    private Path folder;

    @Test
    void a_rule_of_the_host_itself_may_refuse_one_client_while_others_are_accepted() throws IOException {
        StringBuilder lines = new StringBuilder(HOSTS + ACCEPTED.formatted(42_000, "2026-11-22T05:00:00Z"));
        for (int i = 0; i < 4; i++) {
            lines.append(REFUSED.formatted(41_000 + i)).append(ACCEPTED.formatted(42_001 + i, "+50ms"));
        }

        PlayedReport report = PlayedReport.of(folder, lines.toString());

        assertThat(report.verdicts()).containsOnly("port-not-listening medium");
        assertThat(report.reasons())
                .contains("against, weak: The port accepted others between its refusals, 4 times in turn: a rule of the"
                        + " host itself may refuse some")
                .anyMatch(reason -> reason.startsWith("firewall-reject: for, weak: The port accepts some and refuses"));
    }

    @Test
    void a_listener_that_was_away_once_is_no_rule() throws IOException {
        StringBuilder lines = new StringBuilder(HOSTS + ACCEPTED.formatted(42_000, "2026-11-22T05:00:00Z"));
        for (int i = 0; i < 4; i++) {
            lines.append(REFUSED.formatted(41_000 + i));
        }

        PlayedReport report = PlayedReport.of(folder, lines + ACCEPTED.formatted(42_001, "+50ms"));

        assertThat(report.verdicts()).containsOnly("port-not-listening certain");
        assertThat(report.reasons()).noneMatch(reason -> reason.contains("firewall-reject"));
    }
}

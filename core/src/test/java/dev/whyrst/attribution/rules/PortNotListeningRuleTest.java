package dev.whyrst.attribution.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.attribution.Confidence;
import dev.whyrst.attribution.Emitter;
import org.junit.jupiter.api.Test;

/** SYNs that are answered by RST. */
class PortNotListeningRuleTest {

    private static final Rule RULE = new PortNotListeningRule();

    @Test
    void a_host_that_never_sent_anything_else_refuses() {
        RuleCase refused = RuleCase.of(
                RULE,
                """
                +0s   A > B SYN
                +10ms B > A RST,ACK answers
                """);

        assertThat(refused.claim().confidence()).isEqualTo(Confidence.HIGH);
        assertThat(refused.claim().emitter()).isEqualTo(Emitter.RESPONDER);
        assertThat(refused.evidence()).first().asString().startsWith("for (decisive): The RST acknowledges the SYN");
    }

    @Test
    void from_another_distance_than_the_host_it_is_hardly_the_hosts() {
        RuleCase refused = RuleCase.of(
                RULE,
                """
                +0s   A:40001 > B SYN
                +10ms B > A:40001 SYN,ACK
                +40us A:40001 > B ACK
                +1s   A > B:9090 SYN
                +10ms B:9090 > A RST,ACK answers by=M
                """);

        assertThat(refused.claim().confidence()).isEqualTo(Confidence.LOW);
        assertThat(refused.evidence())
                .contains("against (strong): Its TTL 63 is not that of the host's other segments (61)");
    }

    @Test
    void a_connection_that_was_accepted_met_a_listener() {
        RuleCase accepted = RuleCase.of(
                RULE,
                """
                +0s   A > B SYN
                +10ms B > A SYN,ACK
                +40us A > B ACK
                +1s   B > A RST,ACK
                """);

        assertThat(accepted.refusal()).isNotBlank();
    }
}

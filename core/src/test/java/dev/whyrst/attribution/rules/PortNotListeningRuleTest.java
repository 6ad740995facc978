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
        Claim refused = RuleCase.of(
                        """
                +0s   A > B SYN
                +10ms B > A RST,ACK answers
                """)
                .claim(RULE);

        assertThat(refused.confidence()).isEqualTo(Confidence.HIGH);
        assertThat(refused.emitter()).isEqualTo(Emitter.RESPONDER);
        assertThat(RuleCase.evidence(refused)).first().asString().startsWith("The RST acknowledges the SYN");
    }

    @Test
    void from_another_distance_than_the_host_it_is_hardly_the_hosts() {
        Claim refused = RuleCase.of(
                        """
                +0s   A:40001 > B SYN
                +10ms B > A:40001 SYN,ACK
                +40us A:40001 > B ACK
                +1s   A > B:9090 SYN
                +10ms B:9090 > A RST,ACK answers by=M
                """)
                .claim(RULE);

        assertThat(refused.confidence()).isEqualTo(Confidence.LOW);
        assertThat(RuleCase.evidence(refused)).contains("Its TTL 63 is not that of the host's other segments (61)");
    }

    @Test
    void a_connection_that_was_accepted_met_a_listener() {
        RuleCase accepted = RuleCase.of(
                """
                +0s   A > B SYN
                +10ms B > A SYN,ACK
                +40us A > B ACK
                +1s   B > A RST,ACK
                """);

        assertThat(accepted.because(RULE)).isNotBlank();
    }
}

package dev.whyrst.attribution.rules;

import static dev.whyrst.attribution.Confidence.CERTAIN;
import static dev.whyrst.attribution.Confidence.HIGH;
import static dev.whyrst.attribution.Confidence.MEDIUM;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Clients that come back without their state, from the same port. */
class HalfOpenClientRestartedRuleTest {

    private static final String OLD_CONNECTION =
            """
            +0s   A > B SYN iss=1000
            +10ms B > A SYN,ACK
            +40us A > B PSH,ACK data=200
            +10ms B > A PSH,ACK data=120
            """;

    private static final String CHALLENGED =
            """
            +9s   A restarts
            +30s  A > B SYN iss=700
            +10ms B > A ACK
            +40us A > B RST answers
            """;

    private final Rule rule = new HalfOpenClientRestartedRule();

    @Test
    void a_syn_that_meets_the_old_connection_is_challenged_with_its_numbers() {
        Claim claim = RuleCase.of(OLD_CONNECTION + CHALLENGED + "+9ms A > B SYN again")
                .claim(rule);

        assertThat(claim.confidence()).isEqualTo(CERTAIN);
        assertThat(RuleCase.evidence(claim))
                .containsExactly(
                        "The SYN was answered by an ACK of another connection (a challenge ACK), and the RST answers that ACK",
                        "An earlier connection on the same ports is in the capture",
                        "The same SYN was sent again after the RST");
    }

    @Test
    void an_old_connection_that_was_closed_is_in_time_wait() {
        RuleCase closed = RuleCase.of(OLD_CONNECTION
                + """
                +1s   B > A FIN,ACK
                +40us A > B FIN,ACK
                +10ms B > A ACK
                """
                + CHALLENGED);
        Claim claim = closed.claim(rule);

        assertThat(claim.confidence()).isEqualTo(MEDIUM);
        assertThat(RuleCase.limits(claim)).containsExactly("That connection had been closed");
        assertThat(closed.claim(new TimeWaitRule()).beats(claim)).isTrue();
    }

    @Test
    void an_old_connection_that_was_not_captured_may_have_been_closed() {
        Claim claim = RuleCase.of(
                        """
                        +0s   A > B SYN
                        +10ms B > A ACK seq=500 ack=700
                        +40us A > B RST answers
                        """)
                .claim(rule);

        assertThat(claim.confidence()).isEqualTo(MEDIUM);
        assertThat(RuleCase.limits(claim))
                .containsExactly(
                        "That connection is not in the capture: it may have been closed, and its other side be in TIME_WAIT");
    }

    @Test
    void a_syn_that_came_another_way_may_be_of_another_host_behind_a_nat() {
        Claim claim = RuleCase.of(OLD_CONNECTION + CHALLENGED.replace("iss=700", "iss=700 ttl=40"))
                .claim(rule);

        assertThat(claim.confidence()).isEqualTo(MEDIUM);
        assertThat(RuleCase.limits(claim))
                .containsExactly(
                        "The SYN came another way than the earlier connection: behind a NAT another host may have got the port");
    }

    @Test
    void numbers_beyond_what_was_captured_may_hide_a_close() {
        Claim claim = RuleCase.of(OLD_CONNECTION + "+1s B > A PSH,ACK data=77 uncaptured\n" + CHALLENGED)
                .claim(rule);

        assertThat(claim.confidence()).isEqualTo(HIGH);
        assertThat(RuleCase.limits(claim))
                .containsExactly(
                        "The ACK does not bear the numbers at which that connection was last seen: its close may have been missed");
    }

    @Test
    void an_answer_to_the_syn_is_no_challenge() {
        assertThat(RuleCase.of("+0s A > B SYN\n+10ms B > A SYN,ACK\n+40us A > B RST answers")
                        .because(rule))
                .isEqualTo("the RST does not answer a segment with ACK and without SYN");
        assertThat(RuleCase.of("+0s A > B SYN\n+10ms B > A FIN,ACK seq=1 ack=1\n+40us A > B RST answers")
                        .because(rule))
                .isEqualTo("what the RST answers acknowledges the SYN: it is of no other connection");
        assertThat(RuleCase.of(
                                """
                                +0s   A > B SYN
                                +10ms B > A SYN,ACK
                                +10ms B > A ACK seq=500 ack=700
                                +40us A > B RST answers
                                """)
                        .because(rule))
                .isEqualTo("the SYN had been answered by a SYN,ACK before");
    }

    @Test
    void whoever_has_the_connection_did_not_restart() {
        assertThat(RuleCase.of(OLD_CONNECTION + "+60s A > B PSH,ACK data=100\n+10ms B > A RST answers")
                        .because(rule))
                .isEqualTo("the RST is not the initiator's");
        assertThat(RuleCase.of(OLD_CONNECTION + "+1s B > A PSH,ACK data=120\n+40us A > B RST answers")
                        .because(rule))
                .isEqualTo("the initiator had sent more than its part of a handshake");
        assertThat(RuleCase.of(
                                """
                                +0s   A > B ACK
                                +10ms B > A PSH,ACK data=100
                                +40us A > B RST answers
                                """)
                        .because(rule))
                .isEqualTo("no SYN of the initiator was captured");
    }
}

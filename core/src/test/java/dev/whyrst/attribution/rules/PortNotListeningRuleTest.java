package dev.whyrst.attribution.rules;

import static dev.whyrst.attribution.Confidence.CERTAIN;
import static dev.whyrst.attribution.Confidence.HIGH;
import static dev.whyrst.attribution.Confidence.LOW;
import static dev.whyrst.attribution.Confidence.MEDIUM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.attribution.Emitter;
import org.junit.jupiter.api.Test;

/** SYNs that nobody listens for. */
class PortNotListeningRuleTest {

    private static final String REFUSED =
            """
            +1s   A > B SYN
            +10ms B > A RST,ACK answers # expect port-not-listening
            """;

    /** Shows the TTL of B. */
    private static final String OTHER_PORT =
            """
            +0s   A > B:22 SYN
            +10ms B:22 > A SYN,ACK
            """;

    private static final String ACCEPTED =
            """
            +1s   A:40001 > B SYN
            +10ms B > A:40001 SYN,ACK
            """;

    private static final String ACCEPTED_LATER = ACCEPTED.replace("A:40001", "A:40002");

    private static final String WINDOWS = "host B 10.0.9.2 port=8080 stack=windows hops=3\n";

    private static final String CLOSED_BEFORE =
            """
            +0s   A > B SYN iss=1000
            +10ms B > A SYN,ACK
            +40us A > B FIN,ACK
            +10ms B > A FIN,ACK
            +40us A > B ACK
            """;

    private static final String ANSWERED_FROM_TIME_WAIT = CLOSED_BEFORE
            + """
            +1s   A > B SYN iss=900
            +10ms B > A ACK
            +40us A > B RST answers
            +1s   A > B SYN again
            +10ms B > A RST,ACK answers # expect port-not-listening
            """;

    private static final String SYN_NOT_CAPTURED =
            "+1s B > A RST,ACK seq=raw:0 ack=raw:7001 # expect port-not-listening\n";

    private final Rule rule = new PortNotListeningRule();

    @Test
    void a_refusal_with_the_ttl_of_its_host_is_certain() {
        Claim claim = RuleCase.of(OTHER_PORT + REFUSED).claim(rule);

        assertThat(claim.confidence()).isEqualTo(CERTAIN);
        assertThat(claim.emitter()).isEqualTo(Emitter.RESPONDER);
        assertThat(RuleCase.evidence(claim)).contains("Its TTL 61 is that of the host's other segments");
    }

    @Test
    void a_linux_that_refuses_after_it_has_accepted_was_stopped() {
        assertThat(RuleCase.of(ACCEPTED + REFUSED + ACCEPTED_LATER).claim(rule).confidence())
                .isEqualTo(CERTAIN);
    }

    @Test
    void a_host_of_which_nothing_else_is_known_may_not_have_answered_itself() {
        Claim claim = RuleCase.of(REFUSED).claim(rule);

        assertThat(claim.confidence()).isEqualTo(HIGH);
        assertThat(RuleCase.limits(claim))
                .containsExactly(
                        "No other segment of the host shows that its TTL is the host's own: a device may have answered");
    }

    @Test
    void a_port_that_had_accepted_may_have_a_full_queue_unless_linux_refuses() {
        Claim claim = RuleCase.of(WINDOWS + ACCEPTED + REFUSED).claim(rule);

        assertThat(claim.confidence()).isEqualTo(HIGH);
        assertThat(RuleCase.limits(claim))
                .containsExactly(
                        "The port had listened before, and a stack like this answers so while its accept queue is full");
    }

    @Test
    void a_port_that_accepts_before_and_after_has_rather_a_full_queue_unless_linux_refuses() {
        Claim claim = RuleCase.of(WINDOWS + ACCEPTED + REFUSED + ACCEPTED_LATER).claim(rule);

        assertThat(claim.confidence()).isEqualTo(MEDIUM);
        assertThat(RuleCase.limits(claim)).containsExactly("The port accepted 2 other connections in this capture");
    }

    @Test
    void a_port_that_refuses_and_accepts_in_turn_may_follow_a_rule() {
        Claim claim = RuleCase.of(turn(40001) + turn(40003) + turn(40005)).claim(rule);

        assertThat(claim.confidence()).isEqualTo(MEDIUM);
        assertThat(RuleCase.limits(claim))
                .containsExactly(
                        "The port accepted others between its refusals, 3 times in turn: a rule of the host itself may refuse some");
    }

    @Test
    void a_refusal_from_another_distance_is_rather_a_devices() {
        RuleCase nearer = RuleCase.of(OTHER_PORT + REFUSED.replace("answers", "answers by=M"));
        Claim claim = nearer.claim(rule);

        assertThat(claim.confidence()).isEqualTo(LOW);
        assertThat(RuleCase.limits(claim)).containsExactly("Its TTL 63 is not that of the host's other segments (61)");
        assertThat(nearer.claim(new FirewallRejectRule()).beats(claim)).isTrue();
    }

    @Test
    void a_refusal_without_ack_is_none_to_an_initiator_that_waits() {
        Claim claim = RuleCase.of(
                        """
                        +0s   A > B SYN
                        +10ms B > A RST seq=raw:0
                        """)
                .claim(rule);

        assertThat(claim.confidence()).isEqualTo(MEDIUM);
        assertThat(RuleCase.limits(claim))
                .containsExactly("It has no ACK, so that an initiator in SYN-SENT takes no notice of it");
    }

    @Test
    void refusals_as_a_known_forger_makes_them_are_rather_forged() {
        Claim claim = RuleCase.of(
                        """
                        +0s   A > B:443 SYN as=syn
                        +10ms B:443 > A RST,ACK answers=syn win=1980
                        +1us  B:443 > A RST,ACK answers=syn win=1981
                        +1us  B:443 > A RST,ACK answers=syn win=1982
                        """)
                .claim(rule);

        assertThat(claim.confidence()).isEqualTo(LOW);
        assertThat(RuleCase.limits(claim)).containsExactly("A device that forges resets was seen to make such RSTs");
    }

    @Test
    void ports_that_had_carried_a_connection_may_be_in_time_wait() {
        Claim claim = RuleCase.of(CLOSED_BEFORE + REFUSED).claim(rule);

        assertThat(claim.confidence()).isEqualTo(MEDIUM);
        assertThat(RuleCase.limits(claim)).containsExactly("The same ports had carried a connection before");
    }

    @Test
    void a_syn_may_be_refused_when_the_time_wait_that_answered_the_first_is_over() {
        Claim claim = RuleCase.of(ANSWERED_FROM_TIME_WAIT).claim(rule);

        assertThat(claim.confidence()).isEqualTo(MEDIUM);
        assertThat(RuleCase.limits(claim))
                .containsExactly(
                        "That what had answered was a TIME_WAIT, so that nobody need have listened, is inferred");
    }

    @Test
    void a_responder_that_had_answered_is_not_refusing() {
        assertThat(RuleCase.of(
                                """
                                +0s   A > B SYN as=syn
                                +10ms B > A SYN,ACK
                                +1ms  B > A RST,ACK answers=syn
                                """)
                        .because(rule))
                .isEqualTo("the responder had answered, and no RST of the initiator had ended what answered");
        assertThat(RuleCase.of(
                                """
                                +0s   A > B SYN as=syn
                                +10ms B > A SYN,ACK
                                +40us A > B RST answers
                                +1ms  B > A RST,ACK answers=syn
                                """)
                        .because(rule))
                .isEqualTo("the responder had sent a SYN,ACK");
        assertThat(RuleCase.of(ANSWERED_FROM_TIME_WAIT.replace("RST,ACK answers", "RST,ACK answers seq=raw:77"))
                        .because(rule))
                .isEqualTo("the RST does not have the form of a refusal (SEQ 0, ACK)");
        assertThat(RuleCase.of(ANSWERED_FROM_TIME_WAIT
                                .replace(CLOSED_BEFORE, "")
                                .replace("B > A ACK", "B > A ACK ack=500"))
                        .because(rule))
                .isEqualTo("no earlier connection on the same ports was captured");
        assertThat(RuleCase.of(ANSWERED_FROM_TIME_WAIT.replace("RST,ACK answers", "RST,ACK answers by=M"))
                        .because(rule))
                .isEqualTo("the RST came from another distance than its sender's segments");
    }

    @Test
    void a_refusal_of_a_syn_that_was_not_captured_is_known_by_its_form() {
        Claim claim = RuleCase.of(SYN_NOT_CAPTURED.replace("> A", "> A:40001") + SYN_NOT_CAPTURED)
                .claim(rule);

        assertThat(claim.confidence()).isEqualTo(MEDIUM);
        assertThat(RuleCase.limits(claim)).containsExactly("That there was a SYN is inferred from the RST alone");
    }

    @Test
    void a_capture_that_has_other_segments_of_the_initiator_should_have_its_syn() {
        Claim claim = RuleCase.of(OTHER_PORT + SYN_NOT_CAPTURED).claim(rule);

        assertThat(claim.confidence()).isEqualTo(LOW);
        assertThat(RuleCase.limits(claim))
                .containsExactly(
                        "Other segments of the host that it is sent to were captured, so that its SYN should have been too");
    }

    @Test
    void a_lone_rst_of_another_form_or_origin_refuses_no_syn() {
        assertThat(RuleCase.of(SYN_NOT_CAPTURED.replace("raw:0", "raw:5")).because(rule))
                .isEqualTo("the RST does not have the form of the answer to a SYN (SEQ 0, ACK), and none was captured");
        assertThat(RuleCase.of(OTHER_PORT + SYN_NOT_CAPTURED.replace("raw:7001", "raw:7001 ttl=40"))
                        .because(rule))
                .isEqualTo("the RST came from another distance than its sender's segments");
        assertThat(RuleCase.of(SYN_NOT_CAPTURED).because(rule))
                .isEqualTo("nothing else of its sender's host was captured");
    }

    @Test
    void only_a_responder_refuses_and_only_a_syn() {
        assertThat(RuleCase.of("+0s A > B SYN\n+10ms B > A SYN,ACK\n+40us A > B RST answers")
                        .because(rule))
                .isEqualTo("the RST is not the responder's");
        assertThat(RuleCase.of("+0s A > B SYN\n+10ms B > A SYN,ACK\n+40us A > B ACK\n+10ms B > A RST answers")
                        .because(rule))
                .isEqualTo("the RST does not answer a SYN");
    }

    private static String turn(int port) {
        return """
               +1s   A:%1$d > B SYN
               +10ms B > A:%1$d SYN,ACK
               +1s   A:%2$d > B SYN
               +10ms B > A:%2$d RST,ACK answers
               """
                .formatted(port, port + 1);
    }
}

package dev.whyrst.attribution.rules;

import static dev.whyrst.attribution.Confidence.LOW;
import static dev.whyrst.attribution.Confidence.MEDIUM;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Accept queues that are full. */
class ListenOverflowRuleTest {

    private static final String HANDSHAKE =
            """
            +0s   A > B SYN
            +10ms B > A SYN,ACK
            +40us A > B ACK
            """;

    private static final String OVERFLOW = HANDSHAKE + "+10ms B > A RST answers\n";

    private static final String RESPONDER_ONLY =
            """
            +0s   A > B SYN uncaptured
            +40us B > A SYN,ACK
            +10ms A > B ACK uncaptured
            +30us B > A RST answers
            """;

    private final Rule rule = new ListenOverflowRule();

    @Test
    void an_answer_to_the_last_ack_of_the_handshake_tells_of_a_full_queue() {
        Claim claim = RuleCase.of(OVERFLOW).claim(rule);

        assertThat(claim.confidence()).isEqualTo(MEDIUM);
        assertThat(RuleCase.evidence(claim))
                .contains(
                        "The RST answers the segment that completed the handshake, 10 ms after it; the responder never sent more than"
                                + " its SYN,ACK");
        assertThat(RuleCase.limits(claim))
                .containsExactly(
                        "A path that leads to another host, or a SYN cookie that does not fit, looks the same");
    }

    @Test
    void a_port_that_then_refuses_had_lost_its_listener() {
        RuleCase gone = RuleCase.of(
                        OVERFLOW
                                + """
                        +1s   A:40001 > B SYN
                        +10ms B > A:40001 RST,ACK answers
                        """)
                .about(0);
        Claim claim = gone.claim(rule);

        assertThat(claim.confidence()).isEqualTo(LOW);
        assertThat(RuleCase.limits(claim))
                .containsExactly("Soon after its SYN,ACK the port refused new connections: its listener was gone");
        assertThat(gone.claim(new ListenerClosedRule()).beats(claim)).isTrue();
    }

    @Test
    void a_port_that_closed_all_connections_in_that_moment_had_lost_its_listener() {
        RuleCase gone = RuleCase.of(
                ListenerClosedRuleTest.THREE_SERVED
                        + """
                +1s   A > B SYN
                +10ms B > A SYN,ACK
                +1ms  B > A:40001 FIN,ACK
                +1ms  B > A:40002 FIN,ACK
                +1ms  B > A:40003 FIN,ACK
                +40us A > B ACK
                +10ms B > A RST answers
                """);
        Claim claim = gone.claim(rule);

        assertThat(claim.confidence()).isEqualTo(LOW);
        assertThat(RuleCase.limits(claim))
                .containsExactly("The port had closed its connections in that moment and accepted none afterwards");
        assertThat(gone.claim(new ListenerClosedRule()).beats(claim)).isTrue();
    }

    @Test
    void an_answer_in_the_form_of_an_abort_may_be_one() {
        Claim claim = RuleCase.of(
                        """
                        host B 10.0.9.2 port=8080 stack=lwip hops=3
                        """
                                + HANDSHAKE
                                + "+14ms B > A RST,ACK answers")
                .claim(rule);

        assertThat(claim.confidence()).isEqualTo(LOW);
        assertThat(RuleCase.limits(claim)).containsExactly("The RST has the form of an abort, not of an answer");
    }

    @Test
    void a_request_that_is_answered_as_if_there_were_no_connection_met_a_dropped_ack() {
        String story = HANDSHAKE
                + """
                +1s   B > A SYN,ACK again
                +1s   A > B PSH,ACK data=100
                +10ms B > A RST answers
                """;
        Claim claim = RuleCase.of(story).claim(rule);

        assertThat(claim.confidence()).isEqualTo(MEDIUM);
        assertThat(RuleCase.evidence(claim))
                .contains("It repeated its SYN,ACK although that had been acknowledged: the last ACK was dropped");
        assertThat(RuleCase.limits(claim)).containsExactly("A restart between handshake and request looks the same");
        assertThat(RuleCase.of(story.replace("+1s   A", "+200s A")).because(rule))
                .isEqualTo("what the RST answers came later than any stack keeps a handshake that is not complete");
    }

    @Test
    void with_the_responders_direction_alone_its_form_and_its_time_must_do() {
        Claim claim = RuleCase.of(RESPONDER_ONLY).claim(rule);

        assertThat(claim.confidence()).isEqualTo(MEDIUM);
        assertThat(RuleCase.limits(claim)).containsExactly("What it answers was not captured");
    }

    @Test
    void with_the_responders_direction_alone_another_form_number_or_time_does_not_do() {
        assertThat(RuleCase.of(RESPONDER_ONLY.replace("RST answers", "RST,ACK")).because(rule))
                .isEqualTo("the RST does not have the form of an answer to a segment with ACK");
        assertThat(RuleCase.of(RESPONDER_ONLY.replace("RST answers", "RST answers seq=500"))
                        .because(rule))
                .isEqualTo("the RST does not bear the number that the end of the handshake acknowledges");
        assertThat(RuleCase.of(RESPONDER_ONLY.replace("10ms", "2s")).because(rule))
                .isEqualTo("the RST came too long after the SYN,ACK to answer the end of the handshake");
        assertThat(RuleCase.of(RESPONDER_ONLY.replace("RST answers", "RST answers ttl=40"))
                        .because(rule))
                .isEqualTo("the RST came from another distance than the responder's segments");
    }

    @Test
    void only_a_responder_that_has_sent_its_syn_ack_and_no_more_has_a_queue_that_overflows() {
        assertThat(RuleCase.of("+0s A > B SYN\n+10ms B > A SYN,ACK\n+40us A > B RST answers")
                        .because(rule))
                .isEqualTo("the RST is not the responder's");
        assertThat(RuleCase.of("+0s A > B SYN\n+10ms B > A RST,ACK answers").because(rule))
                .isEqualTo("no SYN,ACK of the responder was captured");
        assertThat(RuleCase.of(HANDSHAKE + "+10ms B > A ACK\n+1ms B > A RST,ACK")
                        .because(rule))
                .isEqualTo("the responder had sent more than its SYN,ACK");
    }

    @Test
    void what_the_rst_answers_must_end_the_handshake() {
        assertThat(RuleCase.of("+0s A > B SYN\n+10ms B > A SYN,ACK\n+3s B > A RST,ACK")
                        .because(rule))
                .isEqualTo("nothing that the initiator sent after the SYN,ACK was captured");
        assertThat(RuleCase.of(HANDSHAKE + "+10ms B > A RST seq=500").because(rule))
                .isEqualTo("the RST answers no segment that was captured");
        assertThat(RuleCase.of(OVERFLOW.replace("A > B ACK", "A > B ACK ack=500"))
                        .because(rule))
                .isEqualTo("the initiator had acknowledged data of the responder");
        assertThat(RuleCase.of(HANDSHAKE + "+10s A > B ACK probe\n+10ms B > A RST answers")
                        .because(rule))
                .isEqualTo("the RST answers a SYN or a keep-alive probe");
        assertThat(RuleCase.of(HANDSHAKE + "+3s B > A RST,ACK").because(rule))
                .isEqualTo("the RST came later after what it would answer than the SYN,ACK after the SYN");
    }

    @Test
    void another_distance_or_a_client_that_had_given_up_tells_another_story() {
        assertThat(RuleCase.of(OVERFLOW.replace("RST answers", "RST answers ttl=40"))
                        .because(rule))
                .isEqualTo("the RST came from another distance than the responder's segments");
        assertThat(RuleCase.of("tool --so-rcvtimeo 5ms\n" + OVERFLOW).because(rule))
                .isEqualTo("the SYN,ACK came after the configured timeout of the initiator was over");
    }
}

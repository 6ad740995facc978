package dev.whyrst.attribution.rules;

import static dev.whyrst.attribution.Confidence.CERTAIN;
import static dev.whyrst.attribution.Confidence.HIGH;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Segments that meet a TIME_WAIT, and answers of one. */
class TimeWaitRuleTest {

    private static final String OPENED =
            """
            +0s   A > B SYN iss=9000000
            +10ms B > A SYN,ACK
            +40us A > B PSH,ACK data=100 as=request
            +10ms B > A PSH,ACK data=300
            """;

    private static final String CLOSED = OPENED
            + """
            +1ms  B > A FIN,ACK
            +40us A > B ACK
            +40us A > B FIN,ACK
            +10ms B > A ACK
            """;

    private static final String OLD_SYN_ANSWERED = CLOSED
            + """
            +9s   A > B SYN iss=8000000
            +10ms B > A ACK
            +40us A > B RST answers
            """;

    private static final String SYN_IN_OLD_WINDOW =
            """
            +5s   A > B SYN iss=9000202
            +10ms B > A RST,ACK answers
            """;

    private static final String OLD_DUPLICATE =
            """
            +4s   A > B PSH,ACK copy=request
            +10ms B > A ACK
            +40us A > B RST answers
            """;

    private static final String LWIP = "host B 10.0.9.2 port=8080 stack=lwip hops=3\n";

    private final Rule rule = new TimeWaitRule();

    @Test
    void what_a_syn_draws_from_a_time_wait_is_rejected_by_the_host_that_sent_it() {
        Claim claim = RuleCase.of(OLD_SYN_ANSWERED).claim(rule);

        assertThat(claim.confidence()).isEqualTo(HIGH);
        assertThat(RuleCase.evidence(claim))
                .containsExactly(
                        "The same ports carried a connection that was closed 9000 ms before the SYN; the host without it rejects what the"
                                + " SYN drew from the side in TIME_WAIT");
        assertThat(RuleCase.limits(claim))
                .containsExactly(
                        "That it was the TIME_WAIT which answered the SYN is inferred from the close before it");
    }

    @Test
    void an_initiator_that_goes_on_did_not_reject_an_answer_to_an_old_syn() {
        assertThat(RuleCase.of(CLOSED + "+9s A > B SYN iss=8000000\n+1s A > B RST seq=1")
                        .because(rule))
                .isEqualTo("the RST does not answer a segment with ACK");
        assertThat(RuleCase.of(OLD_SYN_ANSWERED.replace(
                                "+10ms B > A ACK\n+40us A > B RST",
                                "+1s A > B SYN again\n+10ms B > A ACK\n+40us A > B RST"))
                        .because(rule))
                .isEqualTo("the initiator had sent its SYN again");
        assertThat(RuleCase.of(
                                CLOSED
                                        + """
                                +9s   A > B SYN iss=9800000
                                +10ms B > A SYN,ACK
                                +40us A > B PSH,ACK data=100
                                +10ms B > A PSH,ACK data=100
                                +40us A > B RST answers
                                """)
                        .because(rule))
                .isEqualTo("the initiator had gone on with the connection after its SYN");
    }

    @Test
    void some_stacks_reset_a_syn_in_the_window_of_the_old_connection() {
        Claim claim = RuleCase.of(LWIP + CLOSED + SYN_IN_OLD_WINDOW).claim(rule);

        assertThat(claim.confidence()).isEqualTo(HIGH);
        assertThat(RuleCase.limits(claim))
                .containsExactly(
                        "A port that nobody listened on in that moment, or whose queue was full, is answered alike by such a stack");
    }

    @Test
    void linux_resets_no_syn_that_meets_a_time_wait() {
        RuleCase refusal = RuleCase.of(CLOSED + SYN_IN_OLD_WINDOW);

        assertThat(refusal.because(rule))
                .isEqualTo("the RST is made as by Linux, which resets no SYN that meets a TIME_WAIT");
        assertThat(refusal.verdict().cause()).isEqualTo(new PortNotListeningRule().cause());
    }

    @Test
    void a_syn_that_no_time_wait_refuses_is_refused_for_another_reason() {
        assertThat(RuleCase.of(LWIP + CLOSED + SYN_IN_OLD_WINDOW.replace("9000202", "8000000"))
                        .because(rule))
                .isEqualTo("the number of the SYN does not lie in the window of the earlier connection");
        assertThat(RuleCase.of(LWIP + CLOSED.replace("SYN,ACK", "SYN,ACK uncaptured") + SYN_IN_OLD_WINDOW)
                        .because(rule))
                .isEqualTo("the port accepted no connection in the capture");
        assertThat(RuleCase.of(LWIP + CLOSED
                                + "+5s A > B SYN iss=9000202 as=syn\n+10ms B > A ACK\n+1ms B > A RST,ACK answers=syn")
                        .because(rule))
                .isEqualTo("the responder had answered otherwise before");
        assertThat(RuleCase.of(LWIP + CLOSED + "+5s A > B SYN iss=9000202\n+10ms B > A RST seq=500")
                        .because(rule))
                .isEqualTo("the RST does not answer a SYN");
    }

    @Test
    void there_must_have_been_a_close_and_not_too_long_ago() {
        assertThat(RuleCase.of(SYN_IN_OLD_WINDOW).because(rule))
                .isEqualTo("neither the conversation nor an earlier one on the same ports was closed by both sides");
        assertThat(RuleCase.of(OPENED + SYN_IN_OLD_WINDOW).because(rule))
                .isEqualTo("the earlier connection on the same ports was not closed by both sides");
        assertThat(RuleCase.of(CLOSED + SYN_IN_OLD_WINDOW.replace("+5s ", "+5min "))
                        .because(rule))
                .isEqualTo("the earlier connection on the same ports was over for longer than a TIME_WAIT lasts");
    }

    @Test
    void an_old_duplicate_draws_an_ack_from_the_time_wait_that_meets_no_socket() {
        Claim claim = RuleCase.of(CLOSED + OLD_DUPLICATE).claim(rule);

        assertThat(claim.confidence()).isEqualTo(CERTAIN);
        assertThat(RuleCase.evidence(claim))
                .containsExactly(
                        "Both sides had closed and acknowledged it; the RST answers a late bare ACK of the side in TIME_WAIT");
    }

    @Test
    void an_answer_with_another_ttl_may_be_a_devices() {
        Claim claim = RuleCase.of(CLOSED + OLD_DUPLICATE.replace("answers", "answers ttl=60"))
                .claim(rule);

        assertThat(claim.confidence()).isEqualTo(HIGH);
        assertThat(RuleCase.limits(claim))
                .containsExactly(
                        "Its TTL is not that of its sender's other segments: a device on the path may have answered");
    }

    @Test
    void after_a_close_only_an_answer_to_a_late_bare_ack_tells_of_a_time_wait() {
        assertThat(RuleCase.of(CLOSED + "+1s B > A PSH,ACK data=100\n+40us A > B RST answers")
                        .because(rule))
                .isEqualTo("the RST does not answer a bare ACK");
        assertThat(RuleCase.of(CLOSED + OLD_DUPLICATE.replace("+40us", "+1s")).because(rule))
                .isEqualTo("the RST came later after the ACK than an answer would");
        assertThat(RuleCase.of(CLOSED + "+40us A > B RST answers").because(rule))
                .isEqualTo("the ACK that the RST answers is the one that ends the close");
        assertThat(RuleCase.of(
                                OPENED
                                        + """
                                +1ms  A > B FIN,ACK
                                +10ms B > A ACK
                                +1ms  B > A FIN,ACK as=fin
                                +40us A > B RST answers=fin # expect time-wait
                                """)
                        .because(rule))
                .isEqualTo("the RST does not answer a bare ACK");
    }

    @Test
    void a_side_that_had_not_seen_the_close_answers_out_of_another_reason() {
        assertThat(RuleCase.of(CLOSED.replace("+40us A > B ACK\n", "").replace("A > B FIN,ACK", "A > B FIN,ACK ack=301")
                                + OLD_DUPLICATE)
                        .because(rule))
                .isEqualTo("the sender of the RST had not acknowledged the other side's FIN");
        assertThat(RuleCase.of(
                                OPENED
                                        + """
                                +1ms  A > B FIN,ACK
                                +10ms B > A ACK as=late
                                +1ms  B > A FIN,ACK ack=101
                                +40us A > B RST answers=late
                                """)
                        .because(rule))
                .isEqualTo("the ACK that the RST answers is not known to come after the FIN of the same side");
    }
}

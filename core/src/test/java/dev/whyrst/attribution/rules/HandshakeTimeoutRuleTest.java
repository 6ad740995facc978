package dev.whyrst.attribution.rules;

import static dev.whyrst.attribution.Confidence.CERTAIN;
import static dev.whyrst.attribution.Confidence.HIGH;
import static dev.whyrst.attribution.Confidence.LOW;
import static dev.whyrst.attribution.Confidence.MEDIUM;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Handshakes that took longer than the program, or a stack, was willing to wait. */
class HandshakeTimeoutRuleTest {

    private static final String TIMEOUT = "tool --so-rcvtimeo 100ms\n";

    private static final String USUAL =
            """
            +0s   A:40001 > B SYN
            +10ms B > A:40001 SYN,ACK
            +40us A:40001 > B ACK
            """;

    private static final String SLOW =
            """
            +0s    A > B SYN
            +161ms B > A SYN,ACK
            +40us  A > B RST answers
            """;

    private static final String AT_THE_RESPONDER =
            """
            host A 10.0.0.1 port=40000 hops=3
            host B 10.0.9.2 port=8080 hops=0
            """;

    private static final String UNSEEN_SYN_ACK =
            """
            +0s    A > B SYN
            +161ms B > A SYN,ACK uncaptured
            +40us  A > B RST answers
            """;

    private final Rule rule = new HandshakeTimeoutRule();

    @Test
    void a_syn_ack_that_comes_after_the_configured_timeout_meets_no_socket() {
        Claim claim = RuleCase.of(TIMEOUT + SLOW).claim(rule);

        assertThat(claim.confidence()).isEqualTo(CERTAIN);
        assertThat(RuleCase.evidence(claim))
                .containsExactly(
                        "The SYN,ACK came 161 ms after the first SYN and was answered by RST: the initiator's socket was gone",
                        "The handshake took longer than the configured timeout of 100 ms (by 61 ms)");
    }

    @Test
    void a_syn_ack_that_comes_before_the_configured_timeout_is_in_time() {
        assertThat(RuleCase.of(TIMEOUT + SLOW.replace("161ms", "99ms")).because(rule))
                .isEqualTo("the SYN,ACK came before the configured timeout was over");
    }

    @Test
    void far_from_the_initiator_only_its_rst_tells_when_the_syn_ack_came_there() {
        Claim claim = RuleCase.of(
                        TIMEOUT + AT_THE_RESPONDER
                                + """
                        +0s    A > B SYN
                        +40us  B > A SYN,ACK
                        +260ms A > B RST answers
                        """)
                .claim(rule);

        assertThat(claim.confidence()).isEqualTo(HIGH);
        assertThat(RuleCase.limits(claim))
                .containsExactly(
                        "How late the SYN,ACK came to the initiator is only inferred from when its RST passed");
    }

    @Test
    void a_syn_without_options_may_be_a_scanners() {
        Claim claim = RuleCase.of(TIMEOUT + SLOW.replace("A > B SYN", "A > B SYN no-options"))
                .claim(rule);

        assertThat(claim.confidence()).isEqualTo(MEDIUM);
        assertThat(RuleCase.limits(claim))
                .containsExactly("Its SYN has no options, as scanners make them, whose hosts reset every answer");
    }

    @Test
    void without_a_configured_timeout_a_slow_syn_ack_makes_one_likely() {
        Claim claim = RuleCase.of(USUAL + SLOW).claim(rule);

        assertThat(claim.confidence()).isEqualTo(MEDIUM);
        assertThat(RuleCase.limits(claim))
                .containsExactly("No timeout was configured for this endpoint: that there was one is inferred");
        assertThat(RuleCase.evidence(claim)).contains("The host has answered handshakes in 10 ms in this capture");
        assertThat(RuleCase.of(USUAL + SLOW.replace("161ms", "30ms")).because(rule))
                .isEqualTo("the SYN,ACK came soon after the only SYN, and no timeout was configured");
    }

    @Test
    void without_a_configured_timeout_a_repeated_syn_makes_one_likelier() {
        Claim claim = RuleCase.of(
                        """
                        +0s    A > B SYN
                        +1s    A > B SYN again
                        +402ms B > A SYN,ACK
                        +40us  A > B RST answers
                        """)
                .claim(rule);

        assertThat(claim.confidence()).isEqualTo(HIGH);
        assertThat(RuleCase.limits(claim))
                .containsExactly("No timeout was configured for this endpoint: that there was one is inferred");
        assertThat(RuleCase.evidence(claim)).contains("The SYN was sent 2 times before: the initiator had waited");
    }

    @Test
    void where_the_capture_has_the_syn_ack_before_its_syn_the_rst_tells_how_late_it_was() {
        String story =
                """
                +0s    B > A SYN,ACK seq=raw:5000 ack=raw:1001
                +1ms   A > B SYN iss=1000
                +160ms A > B RST seq=raw:1001
                """;
        Claim claim = RuleCase.of(TIMEOUT + story).claim(rule);

        assertThat(claim.confidence()).isEqualTo(MEDIUM);
        assertThat(RuleCase.limits(claim))
                .containsExactly("The capture has the SYN,ACK before its SYN, so that its times are not exact");
        assertThat(RuleCase.of(TIMEOUT + story.replace("160ms", "60ms")).because(rule))
                .isEqualTo("the SYN,ACK came before the configured timeout was over");
    }

    @Test
    void a_responder_that_resets_a_slow_handshake_contradicts_an_initiator_that_completed_it() {
        String story =
                """
                +0s    A > B SYN
                +250ms B > A SYN,ACK
                +40us  A > B ACK
                +2ms   B > A RST answers
                """;
        Claim claim = RuleCase.of(TIMEOUT + story).claim(rule);

        assertThat(claim.confidence()).isEqualTo(LOW);
        assertThat(RuleCase.limits(claim))
                .containsExactly("The initiator completed the handshake, so that its socket was there");
        assertThat(RuleCase.of(story).because(rule))
                .isEqualTo("the initiator completed the handshake, and no timeout was configured for it");
        assertThat(RuleCase.of(TIMEOUT + story.replace("+2ms   B > A RST answers", "+2s B > A RST,ACK"))
                        .because(rule))
                .isEqualTo("the RST did not come as the answer to what completed the handshake");
    }

    @Test
    void a_responder_may_give_up_a_handshake_itself() {
        String story =
                """
                +0s   A > B SYN
                +10ms B > A SYN,ACK
                +30s  B > A RST,ACK
                """;
        Claim claim = RuleCase.of(story).claim(rule);

        assertThat(claim.confidence()).isEqualTo(MEDIUM);
        assertThat(RuleCase.limits(claim))
                .containsExactly("That the responder's own timer ended the wait is inferred from the RST alone");
        assertThat(RuleCase.of(story.replace("RST,ACK", "RST")).because(rule))
                .isEqualTo("the RST does not have the form in which a stack gives up a handshake");
    }

    @Test
    void an_initiator_that_had_got_no_answer_aborts_when_its_timeout_runs_out() {
        Claim claim = RuleCase.of(
                        TIMEOUT
                                + """
                                +0s    A > B SYN
                                +101ms A > B RST,ACK ack=raw:0
                                """)
                .claim(rule);

        assertThat(claim.confidence()).isEqualTo(CERTAIN);
        assertThat(RuleCase.evidence(claim))
                .contains(
                        "The RST came when the configured timeout of 100 ms was over, and acknowledges nothing: its sender had got no"
                                + " SYN,ACK");
    }

    @Test
    void an_initiator_that_aborts_without_a_known_timeout_may_have_had_another_reason() {
        String story =
                """
                +0s    A > B SYN
                +300ms A > B RST,ACK ack=raw:0
                """;
        Claim unknown = RuleCase.of(story).claim(rule);
        Claim otherTime = RuleCase.of(TIMEOUT + story).claim(rule);

        assertThat(unknown.confidence()).isEqualTo(HIGH);
        assertThat(RuleCase.limits(unknown))
                .containsExactly("No timeout was configured for this endpoint: that there was one is inferred");
        assertThat(otherTime.confidence()).isEqualTo(HIGH);
        assertThat(RuleCase.limits(otherTime))
                .containsExactly("The RST did not come when the configured timeout ran out");
    }

    @Test
    void a_reset_attempt_without_acknowledgment_does_not_tell_what_had_come() {
        Claim claim = RuleCase.of(
                        TIMEOUT
                                + """
                                +0s    A > B SYN
                                +101ms A > B RST seq=0
                                """)
                .claim(rule);

        assertThat(claim.confidence()).isEqualTo(HIGH);
        assertThat(RuleCase.limits(claim))
                .containsExactly("The RST does not tell whether a SYN,ACK that was not captured had come before it");
    }

    @Test
    void a_syn_ack_that_was_not_captured_came_when_its_rst_did() {
        Claim claim = RuleCase.of(TIMEOUT + UNSEEN_SYN_ACK).claim(rule);

        assertThat(claim.confidence()).isEqualTo(MEDIUM);
        assertThat(RuleCase.limits(claim))
                .containsExactly(
                        "The SYN,ACK was not captured: that there was one, and when, is inferred from the RST");
        assertThat(RuleCase.of(TIMEOUT + UNSEEN_SYN_ACK.replace("161ms", "10ms"))
                        .because(rule))
                .isEqualTo("the RST came before the configured timeout was over");
    }

    @Test
    void an_unseen_syn_ack_that_came_soon_was_rather_not_wanted() {
        RuleCase soon = RuleCase.of(UNSEEN_SYN_ACK.replace("161ms", "10ms"));
        Claim claim = soon.claim(rule);

        assertThat(claim.confidence()).isEqualTo(LOW);
        assertThat(RuleCase.limits(claim))
                .containsExactly("The RST came soon after the only SYN: nothing tells that the initiator had given up");
        assertThat(soon.claim(new SynAckRejectedRule()).beats(claim)).isTrue();
    }

    @Test
    void a_rst_that_does_not_fit_the_syn_cancels_nothing() {
        assertThat(RuleCase.of(
                                """
                                +0s    A > B SYN
                                +300ms A > B RST seq=77
                                """)
                        .because(rule))
                .isEqualTo("the RST does not bear the number of the SYN, nor the one after it");
        assertThat(RuleCase.of(
                                """
                                +0s   A > B SYN
                                +10ms B > A SYN,ACK uncaptured
                                +1ms  A > B RST,ACK
                                """)
                        .because(rule))
                .isEqualTo("the RST acknowledges a number of the responder: the initiator had got its SYN,ACK");
        assertThat(RuleCase.of(
                                """
                                +0s   A > B SYN
                                +10ms B > A SYN
                                +1ms  A > B RST seq=1
                                """)
                        .because(rule))
                .isEqualTo("the responder had spoken, although not with a SYN,ACK");
    }

    @Test
    void a_handshake_must_have_been_under_way() {
        assertThat(RuleCase.of(
                                """
                                +0s  A > B ACK data=100
                                +1s  A > B RST,ACK
                                """)
                        .because(rule))
                .isEqualTo("no SYN of the conversation was captured");
        assertThat(RuleCase.of(
                                """
                                +0s   A > B SYN
                                +10ms B > A SYN,ACK
                                +40us A > B ACK
                                +1ms  A > B PSH,ACK data=100
                                +1s   A > B RST,ACK
                                """)
                        .because(rule))
                .isEqualTo("the conversation had gone on after its handshake");
        assertThat(RuleCase.of(
                                """
                                +0s   A > B SYN
                                +10ms B > A RST,ACK answers
                                """)
                        .because(rule))
                .isEqualTo("the responder had not answered the SYN with a SYN,ACK");
        assertThat(RuleCase.of(
                                """
                                +0s   A > B SYN
                                +10ms B > A SYN,ACK ack=77777
                                +40us A > B RST answers
                                """)
                        .because(rule))
                .isEqualTo("the RST does not answer a SYN,ACK that acknowledges the SYN");
    }
}

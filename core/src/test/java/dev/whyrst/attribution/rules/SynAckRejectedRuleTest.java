package dev.whyrst.attribution.rules;

import static dev.whyrst.attribution.Confidence.CERTAIN;
import static dev.whyrst.attribution.Confidence.HIGH;
import static dev.whyrst.attribution.Confidence.LOW;
import static dev.whyrst.attribution.Confidence.MEDIUM;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** SYN,ACKs that the initiator's host rejects. */
class SynAckRejectedRuleTest {

    private static final String TIMEOUT = "tool --so-rcvtimeo 500ms\n";
    private static final String LONG_TIMEOUT = "tool --so-rcvtimeo 2s\n";

    private static final String REJECTED =
            """
            +0s   A > B SYN
            +10ms B > A SYN,ACK
            +40us A > B RST answers
            """;

    /** Shows that A is next to the capture. */
    private static final String ELSEWHERE_OF_A =
            """
            +0s   A:40001 > B SYN
            +10ms B > A:40001 SYN,ACK
            +40us A:40001 > B ACK
            """;

    private static final String UNSEEN_SYN_ACK =
            """
            +0s   A > B SYN
            +10ms B > A SYN,ACK uncaptured
            +40us A > B RST answers
            """;

    private final Rule rule = new SynAckRejectedRule();

    @Test
    void a_syn_ack_that_acknowledges_another_number_is_rejected_for_certain() {
        Claim claim =
                RuleCase.of(REJECTED.replace("SYN,ACK", "SYN,ACK ack=77777")).claim(rule);

        assertThat(claim.confidence()).isEqualTo(CERTAIN);
        assertThat(RuleCase.evidence(claim))
                .containsExactly(
                        "The RST answers the SYN,ACK (SEQ = SEG.ACK)",
                        "The SYN,ACK acknowledges a number that the SYN does not have: unacceptable");
    }

    @Test
    void a_stack_that_aborts_without_ack_looks_like_one_that_rejects() {
        String story = TIMEOUT + ELSEWHERE_OF_A + "+1s A > B SYN ipid=77\n+10ms B > A SYN,ACK\n+40us A > B RST ";

        assertThat(RuleCase.of(story + "answers ipid=0").claim(rule).confidence())
                .as("made as Linux answers without a socket")
                .isEqualTo(CERTAIN);
        Claim bare = RuleCase.of(story + "answers ipid=78").claim(rule);
        assertThat(bare.confidence()).isEqualTo(MEDIUM);
        assertThat(RuleCase.evidence(bare))
                .contains("A stack that aborts without ACK ends a connection that it had just made in the same way");
    }

    @Test
    void a_device_may_have_renumbered_a_syn_that_was_captured_twice() {
        Claim claim = RuleCase.of(
                        """
                        +0s   A > B SYN iss=1000
                        +1ms  A > B SYN iss=9000
                        +10ms B > A SYN,ACK ack=raw:1001
                        +40us A > B RST answers
                        """)
                .claim(rule);

        assertThat(claim.confidence()).isEqualTo(MEDIUM);
        assertThat(RuleCase.limits(claim))
                .containsExactly(
                        "The SYN before it had another number: a device that renumbers may stand between two capture points");
    }

    @Test
    void a_program_cannot_have_given_up_before_its_configured_timeout() {
        Claim claim = RuleCase.of(TIMEOUT + REJECTED).claim(rule);

        assertThat(claim.confidence()).isEqualTo(CERTAIN);
        assertThat(RuleCase.evidence(claim)).contains("The answer came sooner than the configured timeout of 500 ms");
    }

    @Test
    void a_timeout_so_long_that_syns_are_repeated_may_have_begun_with_one_that_was_missed() {
        Claim claim = RuleCase.of(LONG_TIMEOUT + REJECTED).claim(rule);

        assertThat(claim.confidence()).isEqualTo(HIGH);
        assertThat(RuleCase.limits(claim)).containsExactly("A SYN before it may not have been captured");
        assertThat(RuleCase.of(LONG_TIMEOUT + ELSEWHERE_OF_A + REJECTED)
                        .claim(rule)
                        .confidence())
                .as("next to the initiator none is missed")
                .isEqualTo(CERTAIN);
    }

    @Test
    void half_of_the_timeout_is_near_its_end() {
        Claim claim = RuleCase.of(TIMEOUT + REJECTED.replace("10ms", "250ms")).claim(rule);

        assertThat(claim.confidence()).isEqualTo(HIGH);
        assertThat(RuleCase.limits(claim))
                .containsExactly(
                        "The SYN,ACK came when half of the configured timeout was over: it may have begun before the SYN passed");
    }

    @Test
    void a_repeated_syn_leaves_open_when_the_timeout_began() {
        Claim claim = RuleCase.of(
                        TIMEOUT
                                + """
                                +0s    A > B SYN
                                +200ms A > B SYN again
                                +10ms  B > A SYN,ACK
                                +40us  A > B RST answers
                                """)
                .claim(rule);

        assertThat(claim.confidence()).isEqualTo(HIGH);
        assertThat(RuleCase.limits(claim))
                .containsExactly(
                        "The SYN was sent again: another was answered than the one that began the configured timeout");
    }

    @Test
    void a_late_rst_leaves_open_when_the_syn_ack_came_to_the_initiator() {
        Claim claim = RuleCase.of(TIMEOUT + REJECTED.replace("40us", "80ms")).claim(rule);

        assertThat(claim.confidence()).isEqualTo(HIGH);
        assertThat(RuleCase.limits(claim))
                .containsExactly(
                        "The RST came later than an answer would: how late the SYN,ACK came to the initiator is not known");
    }

    @Test
    void without_a_configured_timeout_the_program_may_have_given_up() {
        Claim claim = RuleCase.of(REJECTED).claim(rule);

        assertThat(claim.confidence()).isEqualTo(MEDIUM);
        assertThat(RuleCase.limits(claim))
                .containsExactly(
                        "No timeout was configured for this endpoint: a program that gave up as soon as this looks the same");
    }

    @Test
    void after_the_configured_timeout_the_program_may_have_given_up() {
        RuleCase late = RuleCase.of(TIMEOUT + REJECTED.replace("10ms", "600ms"));
        Claim claim = late.claim(rule);

        assertThat(claim.confidence()).isEqualTo(MEDIUM);
        assertThat(RuleCase.limits(claim))
                .containsExactly("The configured timeout was over when the RST passed: the program may have given up");
        assertThat(late.claim(new HandshakeTimeoutRule()).beats(claim)).isTrue();
    }

    @Test
    void a_repeated_syn_tells_rather_of_a_program_that_waited() {
        RuleCase repeated = RuleCase.of(
                """
                +0s   A > B SYN
                +1s   A > B SYN again
                +10ms B > A SYN,ACK
                +40us A > B RST answers
                """);
        Claim claim = repeated.claim(rule);

        assertThat(claim.confidence()).isEqualTo(LOW);
        assertThat(RuleCase.limits(claim))
                .containsExactly("The SYN was sent again: the initiator had waited, and may have given up");
        assertThat(repeated.claim(new HandshakeTimeoutRule()).beats(claim)).isTrue();
    }

    @Test
    void where_the_capture_has_the_syn_ack_before_its_syn_how_long_it_took_is_not_known() {
        String story =
                """
                +0s   B > A SYN,ACK seq=raw:5000 ack=raw:1001
                +1ms  A > B SYN iss=1000
                +10ms A > B RST seq=raw:1001
                """;
        Claim soon = RuleCase.of(story).claim(rule);
        Claim late = RuleCase.of(story.replace("10ms", "80ms")).claim(rule);

        assertThat(soon.confidence()).isEqualTo(MEDIUM);
        assertThat(RuleCase.limits(soon))
                .containsExactly("The capture has the SYN,ACK before its SYN, so that how long it took is not known");
        assertThat(late.confidence()).isEqualTo(LOW);
        assertThat(RuleCase.limits(late))
                .containsExactly("The initiator may have waited for longer than a program does");
    }

    @Test
    void a_syn_ack_without_syn_may_be_backscatter() {
        Claim claim = RuleCase.of(
                        """
                        +0s   B > A SYN,ACK seq=raw:99990000 ack=raw:33330001
                        +40us A > B RST answers
                        """)
                .claim(rule);

        assertThat(claim.confidence()).isEqualTo(MEDIUM);
        assertThat(RuleCase.limits(claim))
                .containsExactly("Whether the initiator had sent a SYN, and when, the capture does not tell");
    }

    @Test
    void a_segment_in_the_place_of_the_syn_ack_is_rejected() {
        Claim claim = RuleCase.of(
                        """
                        +0s   A > B SYN
                        +10ms B > A FIN,ACK seq=1 ack=1
                        +40us A > B RST answers
                        """)
                .claim(rule);

        assertThat(claim.confidence()).isEqualTo(MEDIUM);
        assertThat(RuleCase.evidence(claim))
                .containsExactly(
                        "The initiator, which waited for a SYN,ACK, reset a FIN,ACK segment that came in its place");
        assertThat(RuleCase.limits(claim))
                .containsExactly(
                        "A SYN,ACK that was not captured may have come before: then the initiator had ended the connection itself");
    }

    @Test
    void a_challenge_of_another_connection_is_no_syn_ack() {
        assertThat(RuleCase.of(
                                """
                                +0s   A > B SYN
                                +10ms B > A ACK seq=500 ack=700
                                +40us A > B RST answers
                                """)
                        .because(rule))
                .isEqualTo("what the RST answers does not acknowledge the SYN: it is of another connection");
    }

    @Test
    void a_syn_ack_that_was_not_captured_may_have_been_rejected() {
        Claim claim = RuleCase.of(UNSEEN_SYN_ACK).claim(rule);

        assertThat(claim.confidence()).isEqualTo(MEDIUM);
        assertThat(RuleCase.limits(claim))
                .containsExactly(
                        "The SYN,ACK was not captured: that there was one, and when, is inferred from the RST");
    }

    @Test
    void an_unseen_syn_ack_that_came_late_was_rather_given_up() {
        RuleCase late = RuleCase.of(TIMEOUT + UNSEEN_SYN_ACK.replace("10ms", "600ms"));
        Claim claim = late.claim(rule);

        assertThat(claim.confidence()).isEqualTo(LOW);
        assertThat(RuleCase.limits(claim))
                .containsExactly(
                        "The RST came so long after the SYN that the initiator may have given up the handshake");
        assertThat(late.claim(new HandshakeTimeoutRule()).beats(claim)).isTrue();
    }

    @Test
    void an_initiator_that_took_the_syn_ack_did_not_reject_it() {
        assertThat(RuleCase.of(
                                """
                                +0s   A > B SYN
                                +10ms B > A SYN,ACK
                                +40us A > B ACK
                                +40us A > B RST,ACK
                                """)
                        .because(rule))
                .isEqualTo("the RST has the form of an abort: the initiator had taken the SYN,ACK");
        assertThat(RuleCase.of(
                                """
                                +0s   A > B SYN
                                +10ms B > A SYN,ACK
                                +40us A > B PSH,ACK data=100
                                +1s   B > A SYN,ACK again ack=1
                                +40us A > B RST answers
                                """)
                        .because(rule))
                .isEqualTo("the initiator had sent more than its part of the handshake");
    }

    @Test
    void only_an_initiator_rejects_and_only_a_syn_ack() {
        assertThat(RuleCase.of(
                                """
                                +0s   A > B SYN
                                +10ms B > A RST,ACK answers
                                """)
                        .because(rule))
                .isEqualTo("the RST is not the initiator's");
        assertThat(RuleCase.of(
                                """
                                +0s   A > B SYN
                                +10ms B > A SYN,ACK
                                +40us A > B PSH,ACK data=100
                                +10ms B > A PSH,ACK data=100
                                +40us A > B RST answers
                                """)
                        .because(rule))
                .isEqualTo("the RST does not answer a SYN,ACK");
    }
}

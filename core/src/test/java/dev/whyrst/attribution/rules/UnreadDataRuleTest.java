package dev.whyrst.attribution.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.Confidence;
import org.junit.jupiter.api.Test;

/** Programs that closed before they had read all. */
class UnreadDataRuleTest {

    private static final Rule RULE = new UnreadDataRule();

    private static final String CONNECTION =
            """
            +0s   A > B SYN
            +10ms B > A SYN,ACK
            +0s   A > B ACK
            """;

    private static final String LOOKS_THE_SAME = "SO_LINGER 0 and an operator's kill look the same on the wire";

    @Test
    void a_server_that_leaves_several_segments_unanswered_has_not_read_them() {
        RuleCase story = RuleCase.of(
                CONNECTION
                        + """
                +1ms  A > B ACK data=1000
                +1ms  A > B ACK data=1000
                +10ms B > A ACK
                +1s   B > A RST,ACK
                """);
        Claim claim = story.claim(RULE);

        assertThat(claim.confidence()).isEqualTo(Confidence.MEDIUM);
        assertThat(RuleCase.evidence(claim))
                .first()
                .isEqualTo(
                        "The RST,ACK has the form of an abort, and the last 2000 bytes that the initiator 10.0.0.1:40000 sent drew no answer");
        assertThat(RuleCase.limits(claim)).containsExactly(LOOKS_THE_SAME);
        assertThat(claim.beats(story.claim(new LingerZeroRule()))).isTrue();
    }

    @Test
    void the_windows_tell_of_a_queue() {
        assertThat(RuleCase.evidence(RuleCase.of(
                                CONNECTION
                                        + """
                                +1ms  A > B ACK data=1000
                                +10ms B > A ACK win=400
                                +1ms  A > B ACK data=1000
                                +10ms B > A ACK win=100
                                +1s   B > A RST,ACK win=100
                                """)
                        .claim(RULE)))
                .contains("The window had shrunk: the application was not reading");
        assertThat(RuleCase.evidence(RuleCase.of(
                                CONNECTION
                                        + """
                                +1s   A > B PSH,ACK data=100
                                +10ms B > A PSH,ACK data=100 win=400
                                +1s   B > A RST,ACK win=500
                                """)
                        .claim(RULE)))
                .contains("The window grew to 500 with the RST: close() threw away a receive queue that was not empty");
    }

    @Test
    void one_unanswered_segment_without_a_sign_of_a_queue_tells_little() {
        RuleCase story = RuleCase.of(
                CONNECTION
                        + """
                +1ms  A > B PSH,ACK data=100
                +10ms B > A PSH,ACK data=300
                +0s   A > B ACK
                +1s   A > B RST,ACK
                """);
        Claim claim = story.claim(RULE);

        assertThat(claim.confidence()).isEqualTo(Confidence.LOW);
        assertThat(RuleCase.limits(claim))
                .containsExactly(
                        "Neither the windows nor the traffic around the RST tell of a queue that was not read");
        assertThat(story.verdict().cause()).isEqualTo(Cause.LINGER_ZERO_ABORT);
    }

    @Test
    void data_that_comes_long_after_the_abort_meets_nobody() {
        RuleCase story = RuleCase.of(CONNECTION
                + """
                +1ms  A > B ACK data=1000
                +10ms B > A RST,ACK
                """
                + """
                +100ms A > B ACK data=1000
                +10ms  B > A RST answers
                """
                        .repeat(40));
        Claim claim = story.claim(RULE);

        assertThat(claim.confidence()).isEqualTo(Confidence.MEDIUM);
        assertThat(RuleCase.evidence(claim))
                .containsExactly(
                        "The responder 10.0.9.2:8080 had aborted the connection before; the RST answers what still came to it",
                        LOOKS_THE_SAME);
        assertThat(RuleCase.limits(claim)).containsExactly(LOOKS_THE_SAME);
    }

    @Test
    void an_answer_is_no_abort() {
        assertThat(RuleCase.of(
                                CONNECTION
                                        + """
                                +1s   A > B PSH,ACK data=100
                                +10ms B > A RST answers
                                """)
                        .because(RULE))
                .isEqualTo("the RST does not have the form of an abort");
    }

    @Test
    void what_was_answered_was_not_unread() {
        assertThat(RuleCase.of(
                                CONNECTION
                                        + """
                                +1ms  A > B PSH,ACK data=100
                                +10ms B > A PSH,ACK data=300
                                +1s   B > A RST,ACK
                                """)
                        .because(RULE))
                .isEqualTo("all that the peer had sent was answered, and the window shows no queue");
    }

    @Test
    void what_the_sender_answered_is_not_known_where_it_was_not_captured() {
        assertThat(RuleCase.of(
                                """
                                +0s   A > B SYN uncaptured
                                +10ms B > A SYN,ACK
                                +0s   A > B ACK uncaptured
                                +1ms  B > A ACK data=1000
                                +1s   A > B RST,ACK
                                """)
                        .because(RULE))
                .isEqualTo("nothing that the RST's sender said on the connection was captured");
    }
}

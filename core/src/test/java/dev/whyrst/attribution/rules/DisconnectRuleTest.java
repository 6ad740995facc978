package dev.whyrst.attribution.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.attribution.Confidence;
import org.junit.jupiter.api.Test;

/** Aborts that an operator may have ordered, and what is none. */
class DisconnectRuleTest {

    private static final Rule RULE = new DisconnectRule();

    @Test
    void any_abort_may_be_a_disconnect_but_more_often_is_not() {
        RuleCase story = RuleCase.of(
                """
                +0s   A > B SYN
                +10ms B > A SYN,ACK
                +0s   A > B ACK
                +1s   A > B RST,ACK
                """);
        Claim claim = story.claim(RULE);

        assertThat(claim.confidence()).isEqualTo(Confidence.LOW);
        assertThat(RuleCase.evidence(claim))
                .containsExactly(
                        "The RST,ACK has the form of an abort", "SO_LINGER 0 is far more common and looks the same");
        assertThat(RuleCase.limits(claim)).containsExactly("SO_LINGER 0 is far more common and looks the same");
        assertThat(story.claim(new LingerZeroRule()).beats(claim)).isTrue();
    }

    @Test
    void an_answer_destroys_no_connection() {
        assertThat(RuleCase.of(
                                """
                                +0s   A > B SYN
                                +10ms B > A SYN,ACK
                                +0s   A > B ACK
                                +1s   A > B PSH,ACK data=100
                                +10ms B > A RST answers
                                """)
                        .because(RULE))
                .isEqualTo("the RST does not have the form of an abort");
    }

    @Test
    void both_ends_must_have_been_heard() {
        assertThat(RuleCase.of(
                                """
                                +0s   A > B SYN uncaptured
                                +10ms B > A SYN,ACK
                                +0s   A > B ACK uncaptured
                                +1s   A > B RST,ACK
                                """)
                        .because(RULE))
                .isEqualTo("nothing that the RST's sender said on the connection was captured");
        assertThat(RuleCase.of(
                                """
                                +0s   A > B SYN
                                +10ms B > A SYN,ACK uncaptured
                                +0s   A > B ACK
                                +1s   A > B RST,ACK
                                """)
                        .because(RULE))
                .isEqualTo("nothing that the peer said on the connection was captured");
    }
}

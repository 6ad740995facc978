package dev.whyrst.attribution.rules;

import static dev.whyrst.attribution.Confidence.HIGH;
import static dev.whyrst.attribution.Confidence.LOW;
import static dev.whyrst.attribution.Confidence.MEDIUM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.attribution.Confidence;
import org.junit.jupiter.api.Test;

/** Sides that close and do not wait for the other's close. */
class Linger2RuleTest {

    private static final String TALK =
            """
            +0s   A > B SYN
            +10ms B > A SYN,ACK
            +30us A > B ACK
            +90us A > B PSH,ACK data=100
            +10ms B > A PSH,ACK data=400
            +40us A > B ACK
            """;

    private static final String CLOSED =
            TALK + """
            +10ms B > A FIN,ACK
            +40ms A > B ACK
            """;

    private final Rule rule = new Linger2Rule();

    @Test
    void the_bare_acknowledgment_of_a_fin_is_answered_by_a_reset() {
        Claim claim = assertLimited(
                CLOSED + "+10ms B > A RST answers",
                HIGH,
                "That the option was set is inferred: a stack that forgets a closed connection early answers so too");

        assertThat(claim.decisive()).isEqualTo(1);
        assertThat(RuleCase.evidence(claim))
                .containsExactly("The RST answers the bare acknowledgment of its sender's own FIN");
    }

    @Test
    void a_late_answer_is_less_sure() {
        assertLimited(
                CLOSED + "+200ms B > A RST answers",
                MEDIUM,
                "The RST came later after the acknowledgment than its sender's host takes to answer");
        assertThat(unclaimed("+10ms B > A FIN,ACK\n+40ms A > B ACK\n+3s B > A RST answers"))
                .isEqualTo("the RST came long after the acknowledgment of its sender's FIN");
    }

    @Test
    void data_on_its_way_may_have_drawn_the_reset() {
        assertLimited(
                TALK
                        + """
                        +10ms A > B PSH,ACK data=60 as=late
                        +1ms  B > A FIN,ACK before=late
                        +10us A > B ACK
                        +10ms B > A RST answers
                        """,
                MEDIUM,
                "Data of the peer was on its way that its sender never acknowledged: that may have drawn the RST");
    }

    @Test
    void an_abort_after_the_acknowledgment_of_the_fin_may_be_the_programs() {
        assertLimited(
                CLOSED + "+128ms B > A RST,ACK",
                MEDIUM,
                "A program that shuts down its direction and then aborts, with SO_LINGER 0, sends the same");
    }

    @Test
    void an_abort_of_a_client_that_waited_for_an_answer_is_outdone_by_a_deliberate_one() {
        RuleCase story = RuleCase.of(
                TALK
                        + """
                +1s    A > B PSH,ACK data=50
                +10ms  B > A ACK
                +700ms A > B FIN,ACK
                +10ms  B > A ACK
                +150ms A > B RST,ACK
                """);
        Claim claim = story.claim(rule);

        assertThat(claim.confidence()).isEqualTo(LOW);
        assertThat(RuleCase.limits(claim))
                .containsExactly("Its request had no answer: a program that gives up resets so, with SO_LINGER 0");
        assertThat(story.claim(new LingerZeroRule()).beats(claim)).isTrue();
    }

    @Test
    void without_a_fin_nobody_waits_for_anothers() {
        assertThat(unclaimed("+1s B > A RST,ACK")).isEqualTo("no FIN of its sender was captured before the RST");
    }

    @Test
    void after_both_fins_the_wait_is_over() {
        assertThat(unclaimed("+10ms B > A FIN,ACK\n+80us A > B FIN,ACK\n+10ms B > A RST answers"))
                .isEqualTo("the peer had closed as well");
    }

    @Test
    void an_answer_to_data_is_none_to_the_acknowledgment() {
        assertThat(unclaimed("+10ms B > A FIN,ACK\n+1s A > B PSH,ACK data=60\n+10ms B > A RST answers"))
                .isEqualTo("the RST does not answer a bare acknowledgment of its sender's FIN");
    }

    @Test
    void an_answer_to_a_probe_is_none_to_the_acknowledgment() {
        assertThat(
                        unclaimed(
                                "+10ms B > A FIN,ACK\n+40ms A > B ACK uncaptured\n+75s A > B ACK probe\n+10ms B > A RST answers"))
                .isEqualTo("the RST does not answer a bare acknowledgment of its sender's FIN");
    }

    @Test
    void a_reset_with_other_numbers_is_none_of_the_closed_side() {
        assertThat(unclaimed("+10ms B > A FIN,ACK\n+40ms A > B ACK\n+10ms B > A RST seq=+7"))
                .isEqualTo("the RST does not have the number after its sender's FIN");
    }

    @Test
    void a_reset_that_answers_nothing_is_none_to_the_acknowledgment() {
        assertThat(unclaimed("+10ms B > A FIN,ACK\n+40ms A > B ACK uncaptured\n+10ms B > A RST answers"))
                .isEqualTo("no segment of the peer has the numbers that the RST would answer");
    }

    @Test
    void a_side_whose_fin_is_on_its_way_does_not_wait_yet() {
        assertThat(unclaimed("+10ms B > A FIN,ACK as=fin\n+7us A > B ACK as=ack\n+5us B > A RST,ACK before=ack"))
                .isEqualTo("its sender cannot have had an acknowledgment of its FIN before the RST");
    }

    @Test
    void data_without_an_answer_may_have_been_unread() {
        assertThat(
                        unclaimed(
                                """
                        +10ms A > B PSH,ACK data=60
                        +10ms B > A FIN,ACK
                        +40ms A > B ACK
                        +90ms B > A RST,ACK
                        """))
                .isEqualTo("the last data of the peer drew no answer: it may have been unread");
    }

    @Test
    void data_that_was_never_taken_may_have_drawn_the_abort() {
        assertThat(
                        unclaimed(
                                """
                        +10ms B > A FIN,ACK
                        +40ms A > B ACK
                        +1s   A > B PSH,ACK data=60
                        +10ms B > A RST,ACK ack=101
                        """))
                .isEqualTo("data of the peer was on its way that its sender never acknowledged");
    }

    private String unclaimed(String end) {
        return RuleCase.of(TALK + end).because(rule);
    }

    private Claim assertLimited(String story, Confidence confidence, String... limits) {
        Claim claim = RuleCase.of(story).claim(rule);
        assertThat(claim.confidence()).isEqualTo(confidence);
        assertThat(RuleCase.limits(claim)).containsExactly(limits);
        return claim;
    }
}

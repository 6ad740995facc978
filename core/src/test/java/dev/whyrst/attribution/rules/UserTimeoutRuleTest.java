package dev.whyrst.attribution.rules;

import static dev.whyrst.attribution.Confidence.HIGH;
import static dev.whyrst.attribution.Confidence.LOW;
import static dev.whyrst.attribution.Confidence.MEDIUM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.attribution.Confidence;
import org.junit.jupiter.api.Test;

/** Sides that said the same again and again in vain. */
class UserTimeoutRuleTest {

    private static final String TALK =
            """
            +0s   A > B SYN
            +10ms B > A SYN,ACK
            +30us A > B ACK
            +90us A > B PSH,ACK data=100
            +10ms B > A PSH,ACK data=300
            +40ms A > B ACK
            """;

    private static final String FIVE_TRIES =
            """
            +10s   A > B PSH,ACK data=60 dropped
            +300ms A > B PSH,ACK again dropped
            +600ms A > B PSH,ACK again dropped
            +1.2s  A > B PSH,ACK again dropped
            +2.4s  A > B PSH,ACK again dropped
            """;

    private static final String THREE_TRIES_IN_TWO_SECONDS =
            """
            +10s   A > B PSH,ACK data=60 dropped
            +300ms A > B PSH,ACK again dropped
            +600ms A > B PSH,ACK again dropped
            """;

    private final Rule rule = new UserTimeoutRule();

    @Test
    void a_stack_gives_up_after_many_tries_and_a_long_wait() {
        Claim claim = assertLimited(
                TALK + FIVE_TRIES + "+4.8s A > B RST,ACK",
                HIGH,
                "A program that gives up by itself resets so too, and no capture shows whose timer ran out");

        assertThat(RuleCase.evidence(claim))
                .containsExactly(
                        "The initiator 10.0.0.1:40000 sent the same data 5 times in 4500 ms without an answer; then their"
                                + " sender reset the connection");
    }

    @Test
    void few_tries_with_growing_pauses_may_be_a_short_user_timeout() {
        RuleCase story = RuleCase.of(TALK + THREE_TRIES_IN_TWO_SECONDS + "+1s A > B RST,ACK");
        Claim claim = story.claim(rule);

        assertThat(claim.confidence()).isEqualTo(MEDIUM);
        assertThat(RuleCase.limits(claim)).contains("Stacks try more often before they give up, programs do not");
        assertThat(claim.beats(story.claim(new LingerZeroRule()))).isTrue();
    }

    @Test
    void within_a_second_a_program_gives_up_and_no_timer() {
        RuleCase story = RuleCase.of(
                TALK
                        + """
                        +10s   A > B PSH,ACK data=60 dropped
                        +200ms A > B PSH,ACK again dropped
                        +210ms A > B PSH,ACK again dropped
                        +100ms A > B RST,ACK
                        """);
        Claim claim = story.claim(rule);

        assertThat(claim.confidence()).isEqualTo(LOW);
        assertThat(RuleCase.limits(claim))
                .contains("Nobody sets TCP_USER_TIMEOUT to so little as the time that it had waited");
        assertThat(story.claim(new LingerZeroRule()).beats(claim)).isTrue();
    }

    @Test
    void few_tries_are_rather_a_programs_patience() {
        assertLimited(
                TALK + THREE_TRIES_IN_TWO_SECONDS + "+10s A > B RST,ACK",
                MEDIUM,
                "Stacks try more often before they give up, programs do not");
    }

    @Test
    void a_short_wait_is_rather_a_programs_patience() {
        assertLimited(
                TALK + FIVE_TRIES + "+1s A > B RST,ACK",
                MEDIUM,
                "Stacks wait longer before they give up, programs do not");
    }

    @Test
    void a_program_that_has_read_the_end_of_file_gives_up_by_itself() {
        assertLimited(
                TALK + "+1s B > A FIN,ACK\n" + FIVE_TRIES + "+4.8s A > B RST,ACK",
                MEDIUM,
                "The peer had closed: a program that has read the end of file gives up by itself");
    }

    @Test
    void a_stack_that_gave_up_silently_resets_what_comes_later() {
        Claim claim = assertLimited(
                TALK
                        + FIVE_TRIES
                        + """
                        +25s  B > A PSH,ACK data=150
                        +40us A > B RST answers
                        """,
                MEDIUM,
                "That it gave up is inferred: a host that restarted meanwhile answers the peer in the same way");

        assertThat(RuleCase.evidence(claim).get(0)).endsWith("then it was silent, and reset what the peer sent later");
    }

    @Test
    void a_fin_is_tried_again_too() {
        Claim claim = RuleCase.of(TALK
                        + FIVE_TRIES.replace("PSH,ACK data=60", "FIN,ACK").replace("PSH,ACK", "FIN,ACK")
                        + "+4.8s A > B RST,ACK")
                .claim(rule);

        assertThat(RuleCase.evidence(claim).get(0)).contains("sent the same FIN 5 times");
    }

    @Test
    void two_tries_are_no_exhaustion() {
        assertThat(
                        unclaimed(
                                """
                        +10s   A > B PSH,ACK data=60 dropped
                        +300ms A > B PSH,ACK again dropped
                        +30s   A > B RST,ACK
                        """))
                .isEqualTo("its sender had not sent the same again and again without an answer");
    }

    @Test
    void three_segments_that_are_under_way_are_no_tries() {
        assertThat(
                        unclaimed(
                                """
                        +10s A > B PSH,ACK data=60 dropped
                        +1ms A > B PSH,ACK data=60 dropped
                        +1ms A > B PSH,ACK data=60 dropped
                        +30s A > B RST,ACK
                        """))
                .isEqualTo("its sender had not sent the same again and again without an answer");
    }

    @Test
    void where_the_peers_direction_was_not_captured_it_may_have_answered() {
        assertThat(RuleCase.of(
                                """
                                +0s   A > B SYN
                                +10ms B > A SYN,ACK uncaptured
                                +30us A > B ACK
                                """
                                        + FIVE_TRIES
                                        + "+4.8s A > B RST,ACK")
                        .because(rule))
                .isEqualTo("no segment of the peer was captured, so that it may have answered unseen");
    }

    @Test
    void a_reset_with_numbers_of_its_own_is_no_abort_of_the_connection() {
        assertThat(unclaimed(FIVE_TRIES + "+4.8s A > B RST,ACK seq=+90000"))
                .isEqualTo("the RST does not have the form of an abort");
        assertThat(unclaimed(FIVE_TRIES + "+4.8s A > B RST seq=+90000"))
                .isEqualTo("no segment of the peer has the numbers that the RST would answer");
    }

    @Test
    void an_answer_to_a_side_that_had_been_heard_is_no_sign_of_giving_up() {
        String lateData = "+25s B > A PSH,ACK data=150\n+40us A > B RST answers";

        assertThat(unclaimed(lateData))
                .isEqualTo("its sender had not sent the same again and again before what the RST answers");
        assertThat(unclaimed(FIVE_TRIES + "+1s B > A ACK\n" + lateData))
                .isEqualTo("its sender had not sent the same again and again before what the RST answers");
        assertThat(unclaimed("+1s A > B FIN,ACK\n" + lateData))
                .isEqualTo("its sender had closed the connection before");
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

package dev.whyrst.attribution.rules;

import static dev.whyrst.attribution.Confidence.HIGH;
import static dev.whyrst.attribution.Confidence.LOW;
import static dev.whyrst.attribution.Confidence.MEDIUM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.attribution.Confidence;
import org.junit.jupiter.api.Test;

/** Resets after both sides had closed. */
class BenignAfterTeardownRuleTest {

    private static final String TALK =
            """
            +0s   A > B SYN
            +10ms B > A SYN,ACK
            +30us A > B ACK
            +90us A > B PSH,ACK data=100 as=request
            +10ms B > A PSH,ACK data=300
            +40ms A > B ACK
            """;

    private static final String BOTH_CLOSED = TALK
            + """
            +1s   A > B FIN,ACK
            +10ms B > A FIN,ACK
            +30us A > B ACK
            """;

    private final Rule rule = new BenignAfterTeardownRule();

    @Test
    void the_last_acknowledgment_finds_no_socket() {
        Claim claim = assertLimited(
                BOTH_CLOSED + "+10ms B > A RST answers",
                HIGH,
                "That nobody wanted to say or hear more is inferred: no capture shows what the programs still waited for");

        assertThat(RuleCase.evidence(claim)).containsExactly("Both sides had closed with FIN before the RST");
    }

    @Test
    void while_one_side_is_open_nothing_is_over() {
        assertThat(RuleCase.of(TALK + "+1s A > B FIN,ACK\n+10ms B > A RST,ACK").because(rule))
                .isEqualTo("no FIN of its sender was seen before the RST");
        assertThat(RuleCase.of(TALK + "+1s A > B FIN,ACK\n+10ms B > A ACK\n+1s A > B RST,ACK")
                        .because(rule))
                .isEqualTo("no FIN of the peer was seen before the RST");
    }

    @Test
    void what_the_peer_said_before_its_fin_and_nobody_took_is_outdone_by_data_after_a_close() {
        RuleCase story = RuleCase.of(
                TALK
                        + """
                +1s    A > B PSH,ACK data=20 dropped
                +5ms   B > A FIN,ACK
                +30us  A > B ACK
                +400ms A > B FIN,ACK
                +10ms  B > A RST answers
                """);
        Claim claim = story.claim(rule);

        assertThat(claim.confidence()).isEqualTo(LOW);
        assertThat(RuleCase.limits(claim))
                .containsExactly(
                        "20 bytes that the initiator 10.0.0.1:40000 had sent before its FIN were never acknowledged");
        assertThat(story.claim(new DataAfterCloseRule()).beats(claim)).isTrue();
    }

    @Test
    void what_its_sender_said_and_nobody_took_is_lost() {
        assertLimited(
                TALK
                        + """
                        +1s   B > A PSH,ACK data=50 as=last
                        +10us B > A FIN,ACK
                        +30us A > B FIN,ACK before=last
                        +1s   B > A RST,ACK
                        """,
                LOW,
                "50 bytes that its sender had sent were never acknowledged");
    }

    @Test
    void data_that_drew_no_answer_may_have_been_unread() {
        assertLimited(
                closedAfter("data=500"),
                LOW,
                "The last 500 bytes of the peer drew no answer: they may have been unread");
    }

    @Test
    void a_farewell_needs_no_answer() {
        assertLimited(
                closedAfter("data=close-notify"),
                MEDIUM,
                "The last 7 bytes of the peer drew no answer: they may have been unread");
    }

    @Test
    void data_that_comes_after_the_close_is_more_than_tidying_up() {
        assertLimited(
                BOTH_CLOSED
                        + """
                        +1s   A > B PSH,ACK again=request
                        +10ms B > A RST answers
                        """,
                LOW,
                "It answers data that came after the close");
    }

    /** A closes and reads no more: the last words of B come before its FIN, and A aborts. */
    private static String closedAfter(String lastWords) {
        return TALK
                + """
                +1s   A > B PSH,ACK data=20
                +10ms B > A ACK
                +1s   A > B FIN,ACK as=fin
                +5ms  B > A PSH,ACK before=fin %s
                +10us A > B ACK
                +50us B > A FIN,ACK
                +10us A > B ACK
                +40ms A > B RST,ACK
                """
                        .formatted(lastWords);
    }

    private Claim assertLimited(String story, Confidence confidence, String... limits) {
        Claim claim = RuleCase.of(story).claim(rule);
        assertThat(claim.confidence()).isEqualTo(confidence);
        assertThat(RuleCase.limits(claim)).containsExactly(limits);
        return claim;
    }
}

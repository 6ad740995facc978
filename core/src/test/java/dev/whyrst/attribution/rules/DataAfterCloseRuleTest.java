package dev.whyrst.attribution.rules;

import static dev.whyrst.attribution.Confidence.CERTAIN;
import static dev.whyrst.attribution.Confidence.HIGH;
import static dev.whyrst.attribution.Confidence.LOW;
import static dev.whyrst.attribution.Confidence.MEDIUM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.attribution.Confidence;
import org.junit.jupiter.api.Test;

/** Resets of what came to a side that had closed. */
class DataAfterCloseRuleTest {

    private static final String TALK =
            """
            +0s   A > B SYN
            +10ms B > A SYN,ACK
            +30us A > B ACK
            +90us A > B PSH,ACK data=100
            +10ms B > A PSH,ACK data=300
            """;

    private static final String CLOSED =
            TALK + """
            +10ms B > A FIN,ACK
            +40ms A > B ACK
            """;

    /** B goes on taking data after its FIN. */
    private static final String HALF_CLOSED =
            CLOSED + """
            +1s   A > B PSH,ACK data=60
            +10ms B > A ACK
            """;

    private static final String AS_AN_ABORT = "The RST carries an acknowledgment, as an abort does";

    private final Rule rule = new DataAfterCloseRule();

    @Test
    void data_that_comes_to_a_closed_connection_draws_the_reset() {
        Claim claim = RuleCase.of(
                        CLOSED
                                + """
                        +2s   A > B PSH,ACK data=60
                        +10ms B > A RST answers
                        """)
                .claim(rule);

        assertThat(claim.confidence()).isEqualTo(CERTAIN);
        assertThat(claim.limits()).isEmpty();
        assertThat(claim.decisive()).isEqualTo(1);
        assertThat(RuleCase.evidence(claim))
                .containsExactly(
                        "The responder 10.0.9.2:8080 had closed with FIN in frame 6",
                        "The RST answers 60 bytes of data that came to the closed connection in frame 8");
    }

    @Test
    void an_abort_without_a_close_is_none() {
        assertThat(RuleCase.of(TALK + "+2s B > A RST,ACK").because(rule))
                .isEqualTo("no FIN of its sender was seen before the RST");
    }

    @Test
    void a_bare_acknowledgment_loses_no_data() {
        assertThat(RuleCase.of(CLOSED + "+10ms B > A RST answers").because(rule))
                .isEqualTo("the RST answers an ACK without data, and no data of the peer was left unacknowledged");
    }

    @Test
    void a_reset_from_elsewhere_is_perhaps_not_the_hosts() {
        assertLimited(
                CLOSED
                        + """
                        +2s  A > B PSH,ACK data=60
                        +9ms B > A RST answers by=M
                        """,
                MEDIUM,
                "Its TTL 63 is not the host's 61");
    }

    @Test
    void a_reset_from_elsewhere_that_comes_too_soon_is_even_less() {
        assertLimited(
                CLOSED
                        + """
                        +2s  A > B PSH,ACK data=60
                        +1ms B > A RST answers by=M
                        """,
                LOW,
                "It came sooner than that host, which is away from the capture point, ever answered");
    }

    @Test
    void a_fin_tells_of_data_before_it_that_was_not_captured() {
        assertLimited(
                CLOSED
                        + """
                        +2s   A > B PSH,ACK data=60 uncaptured
                        +10us A > B FIN,ACK
                        +10ms B > A RST answers
                        """,
                HIGH,
                "The segment that it answers bears no data: that data had come is inferred from what was not acknowledged");
    }

    @Test
    void a_fin_without_data_loses_none() {
        assertLimited(
                CLOSED
                        + """
                        +2s   A > B FIN,ACK
                        +10ms B > A RST answers
                        """,
                MEDIUM,
                "No data was in the segment that it answers");
    }

    @Test
    void neither_does_a_keep_alive_probe() {
        Claim claim = assertLimited(
                CLOSED
                        + """
                        +75s  A > B ACK probe
                        +10ms B > A RST answers
                        """,
                MEDIUM,
                "No data was in the segment that it answers");

        assertThat(RuleCase.evidence(claim)).anyMatch(sentence -> sentence.contains("the keep-alive probe"));
    }

    @Test
    void a_side_that_took_data_after_its_fin_may_have_restarted_since() {
        assertLimited(
                HALF_CLOSED
                        + """
                        +2s   A > B PSH,ACK data=60
                        +10ms B > A RST answers
                        """,
                HIGH,
                "Behind its FIN the host had gone on taking data: it may have closed fully since, or restarted");
    }

    @Test
    void the_more_so_if_it_was_away_meanwhile() {
        assertLimited(
                HALF_CLOSED
                        + """
                        +2s    A > B PSH,ACK data=60 dropped
                        +200ms A > B PSH,ACK again dropped
                        +400ms A > B PSH,ACK again dropped
                        +800ms A > B PSH,ACK again
                        +10ms  B > A RST answers
                        """,
                MEDIUM,
                "The peer had said the same again and again without an answer: the host was away, perhaps for a restart");
    }

    @Test
    void a_simple_stack_answers_with_its_own_numbers() {
        String story = TALK
                + """
                +10ms B > A FIN,ACK as=fin
                +2ms  A > B PSH,ACK data=60 before=fin
                +10ms B > A RST
                """;

        assertLimited(
                story,
                HIGH,
                "Its numbers are not those of an answer to the data: that it answers the data is inferred");
        assertLimited(
                story.replace("B > A RST", "B > A RST ttl=63 ipid=0"),
                MEDIUM,
                "It came from another distance than the host's segments");
    }

    @Test
    void numbers_of_no_segment_are_no_answer() {
        assertThat(RuleCase.of(
                                CLOSED
                                        + """
                                +2s   A > B PSH,ACK data=60
                                +10ms B > A RST seq=+100
                                """)
                        .because(rule))
                .isEqualTo("no segment of the peer has the numbers that the RST would answer");
    }

    @Test
    void where_one_direction_was_captured_only_the_form_tells_of_an_answer() {
        assertLimited(
                """
                +0s   A > B SYN
                +10ms B > A SYN,ACK uncaptured
                +30us A > B ACK
                +90us A > B PSH,ACK data=100
                +2s   A > B FIN,ACK
                +1s   B > A PSH,ACK data=100 uncaptured
                +30us A > B RST answers
                """,
                MEDIUM,
                "Whether data drew it cannot be told without the segment that it answers");
    }

    @Test
    void an_abort_that_offers_no_room_for_the_late_data_refuses_it() {
        Claim claim = assertLimited(
                CLOSED
                        + """
                        +2s   A > B PSH,ACK data=60
                        +10ms B > A RST,ACK ack=101 win=0
                        """,
                CERTAIN);

        assertThat(RuleCase.evidence(claim))
                .contains(
                        "60 bytes of data that the closing side never took came to it in frame 8",
                        "The RST came when that data had arrived, and offers no room for it as a connection that can receive would");
    }

    @Test
    void an_abort_after_all_data_was_taken_is_no_refusal() {
        assertThat(RuleCase.of(CLOSED + "+2s B > A RST,ACK").because(rule))
                .isEqualTo("no data of the peer was left unacknowledged before the RST");
    }

    @Test
    void an_abort_may_be_the_answer_of_a_stack_that_still_has_the_socket() {
        assertLimited(CLOSED + "+2s A > B PSH,ACK data=60\n+10ms B > A RST,ACK win=0", HIGH, AS_AN_ABORT);
    }

    @Test
    void an_abort_that_offers_room_is_rather_the_programs() {
        assertLimited(
                CLOSED + "+2s A > B PSH,ACK data=60\n+10ms B > A RST,ACK",
                MEDIUM,
                "The RST offers the room that the connection had offered, as an abort of the program does");
    }

    @Test
    void an_abort_whose_fin_was_not_captured_is_rather_an_abort() {
        Claim claim = assertLimited(
                TALK
                        + """
                        +10ms B > A FIN,ACK uncaptured
                        +40ms A > B ACK
                        +2s   A > B PSH,ACK data=60
                        +10ms B > A RST,ACK win=0
                        """,
                MEDIUM,
                "The FIN itself was not captured: without it the RST is an abort like others");

        assertThat(RuleCase.evidence(claim))
                .contains("The initiator 10.0.0.1:40000 had acknowledged one number more than the responder"
                        + " 10.0.9.2:8080 is known to have sent: a FIN that was not captured");
    }

    @Test
    void an_abort_of_a_side_that_takes_data_after_its_fin_is_its_own_decision() {
        assertLimited(
                HALF_CLOSED + "+2s A > B PSH,ACK data=60\n+10ms B > A RST,ACK",
                LOW,
                "Behind its FIN it went on taking data: data that comes does not end such a connection");
    }

    @Test
    void an_abort_of_a_host_that_answers_without_ack_elsewhere_is_its_own_decision() {
        String elsewhere = CLOSED.replace("A >", "A:40001 >").replace("> A", "> A:40001")
                + """
                +2s   A:40001 > B PSH,ACK data=60
                +10ms B > A:40001 RST answers
                """;

        assertLimited(
                elsewhere + CLOSED + "+2s A > B PSH,ACK data=60\n+10ms B > A RST,ACK",
                LOW,
                "In other connections the host answers data behind its FIN without ACK");
    }

    @Test
    void an_abort_in_one_breath_with_the_fin_is_its_own_decision() {
        assertLimited(
                TALK
                        + """
                        +10ms A > B PSH,ACK data=60 as=late
                        +1ms  B > A FIN,ACK before=late
                        +5us  B > A RST,ACK before=late
                        """,
                LOW,
                "It followed the FIN so soon that one close may have sent both");
    }

    @Test
    void an_abort_that_empties_the_receive_queue_is_outdone_by_unread_data() {
        RuleCase story = RuleCase.of(
                TALK
                        + """
                +10ms B > A FIN,ACK win=400
                +40ms A > B ACK
                +2s   A > B PSH,ACK data=60
                +10ms B > A RST,ACK win=502
                """);
        Claim claim = story.claim(rule);

        assertThat(claim.confidence()).isEqualTo(LOW);
        assertThat(RuleCase.limits(claim))
                .containsExactly("The window grew with the RST: a receive queue was thrown away");
        assertThat(story.claim(new UnreadDataRule()).beats(claim)).isTrue();
    }

    @Test
    void a_fin_that_was_captured_after_the_reset_was_sent_before() {
        assertLimited(
                TALK
                        + """
                        +2s   A > B PSH,ACK data=60
                        +10ms B > A RST answers
                        +40us B > A FIN,ACK
                        """,
                HIGH,
                "The FIN was captured after the RST: that it was sent before is inferred from what stacks do");
    }

    @Test
    void a_fin_that_was_acknowledged_had_come_though_it_was_not_captured() {
        assertLimited(
                TALK
                        + """
                        +10ms B > A FIN,ACK uncaptured
                        +40ms A > B ACK
                        +2s   A > B PSH,ACK data=60
                        +10ms B > A RST answers
                        """,
                HIGH,
                "The FIN itself was not captured, only the acknowledgment of it");
    }

    @Test
    void a_host_that_spoke_just_before_must_have_closed_since() {
        Claim claim = assertLimited(
                TALK
                        + """
                        +20ms A > B PSH,ACK data=60
                        +10ms B > A RST answers
                        """,
                MEDIUM,
                "No FIN of its was captured");

        assertThat(RuleCase.evidence(claim))
                .contains("Its host had spoken on it 30 ms before the RST: it must have closed in between");
    }

    @Test
    void without_a_fin_data_must_come_soon_after_the_hosts_own_words() {
        assertThat(withoutFin("+2s A > B PSH,ACK data=60\n+10ms B > A RST answers"))
                .isEqualTo("no FIN of its sender was seen, nor had it spoken just before the RST");
        assertThat(withoutFin("+20ms A > B FIN,ACK\n+10ms B > A RST answers"))
                .isEqualTo("no FIN of its sender was seen before the RST, which answers no data");
        assertThat(withoutFin("+20ms A > B PSH,ACK data=60\n+10ms B > A RST answers by=M"))
                .isEqualTo("no FIN of its sender was seen before the RST, which came from elsewhere than its host");
        assertThat(withoutFin("+1ms B > A RST,ACK\n+20ms A > B PSH,ACK data=60\n+10ms B > A RST answers"))
                .isEqualTo("no FIN of its sender was seen, and the connection had been reset before");
        assertThat(RuleCase.of(
                                """
                                +0s   A > B SYN
                                +10ms B > A SYN,ACK
                                +30us A > B ACK
                                +20ms A > B PSH,ACK data=60
                                +10ms B > A RST answers
                                """)
                        .because(rule))
                .isEqualTo("no FIN of its sender was seen, nor anything else of it after the handshake");
    }

    private String withoutFin(String end) {
        return RuleCase.of(TALK + end).because(rule);
    }

    private Claim assertLimited(String story, Confidence confidence, String... limits) {
        Claim claim = RuleCase.of(story).claim(rule);
        assertThat(claim.confidence()).isEqualTo(confidence);
        assertThat(RuleCase.limits(claim)).containsExactly(limits);
        return claim;
    }
}

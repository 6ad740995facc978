package dev.whyrst.attribution.rules;

import static dev.whyrst.attribution.Confidence.CERTAIN;
import static dev.whyrst.attribution.Confidence.HIGH;
import static dev.whyrst.attribution.Confidence.LOW;
import static dev.whyrst.attribution.Confidence.MEDIUM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.attribution.Confidence;
import org.junit.jupiter.api.Test;

/** Answers of hosts that know no longer what they had said. */
class PeerRestartedRuleTest {

    private static final String HANDSHAKE =
            """
            +0s   A > B SYN
            +10ms B > A SYN,ACK
            +30us A > B ACK
            """;

    private static final String TALK = HANDSHAKE
            + """
            +90us A > B PSH,ACK data=100
            +10ms B > A PSH,ACK data=300
            +40ms A > B ACK
            """;

    private static final String ANSWERED_AFTER_A_MINUTE =
            """
            +60s  A > B PSH,ACK data=60
            +10ms B > A RST answers
            """;

    private static final String NOT_PROVEN =
            "That no close of the host was missed, and that the host itself answered, is not proven";

    private final Rule rule = new PeerRestartedRule();

    @Test
    void a_host_that_had_been_heard_whole_and_knows_no_connection_soon_after_has_lost_it() {
        Claim claim = assertLimited(
                TALK
                        + """
                        +10s  A > B PSH,ACK data=60
                        +10ms B > A RST answers
                        """,
                CERTAIN);

        assertThat(RuleCase.evidence(claim))
                .containsExactly(
                        "The RST answers frame 7 as a stack does that has no such connection, though the responder 10.0.9.2:8080"
                                + " had spoken on it and never closed it",
                        "Its TTL 61 is that of the host's earlier segments",
                        "The peer had all that the RST's sender had sent, no FIN among it, and after 10 s of silence the sender's stack knows no such connection:"
                                + " it has lost it");
    }

    @Test
    void after_a_longer_silence_a_device_may_have_had_a_part_in_it() {
        assertLimited(TALK + ANSWERED_AFTER_A_MINUTE, HIGH, NOT_PROVEN);
    }

    @Test
    void after_minutes_of_silence_a_balancer_may_answer_in_the_hosts_name() {
        assertLimited(
                TALK + ANSWERED_AFTER_A_MINUTE.replace("60s", "200s"),
                MEDIUM,
                "After so long a silence an idle timer on the path may have forgotten it, and answer in its name");
    }

    @Test
    void a_handshake_alone_makes_a_connection_only_if_it_has_outlived_the_accept_queue() {
        assertThat(RuleCase.of(HANDSHAKE + ANSWERED_AFTER_A_MINUTE).because(rule))
                .isEqualTo("nothing shows that its sender had taken up the connection after the handshake");
        assertThat(RuleCase.of(HANDSHAKE + ANSWERED_AFTER_A_MINUTE.replace("60s", "200s"))
                        .claim(rule)
                        .confidence())
                .isEqualTo(MEDIUM);
    }

    @Test
    void a_stack_that_sets_ack_in_its_answers_may_have_aborted() {
        assertLimited(
                "host B 10.0.9.2 port=8080 hops=3 stack=lwip\n"
                        + TALK
                        + """
                        +60s  A > B PSH,ACK data=60
                        +10ms B > A RST,ACK answers
                        """,
                MEDIUM,
                "The RST carries an acknowledgment, as an abort does");
    }

    @Test
    void a_side_that_had_closed_its_own_direction_may_have_given_up_the_other() {
        Claim claim = assertLimited(
                HANDSHAKE
                        + """
                        +90us A > B PSH,ACK data=100
                        +10ms B > A PSH,ACK data=300
                        +1ms  B > A FIN,ACK
                        +40ms A > B PSH,ACK data=60
                        +10ms B > A ACK
                        """
                        + ANSWERED_AFTER_A_MINUTE,
                MEDIUM,
                "Its sender had closed its own direction before: it may have given up the other since");

        assertThat(RuleCase.evidence(claim).get(0)).endsWith("never closed it fully");
    }

    @Test
    void what_was_under_way_when_the_host_spoke_may_have_crossed_its_close() {
        assertLimited(
                HANDSHAKE
                        + """
                        +90us  A > B PSH,ACK data=100
                        +10ms  B > A PSH,ACK data=300 as=response
                        +100ms A > B PSH,ACK data=60 before=response
                        +10ms  B > A RST answers
                        """,
                MEDIUM,
                "The peer had not yet got all that the host had sent: a close may have followed it uncaptured");
    }

    @Test
    void a_port_that_closes_idle_connections_may_have_closed_this_one() {
        String elsewhere = TALK.replace("A >", "A:40001 >").replace("> A", "> A:40001")
                + """
                +5s   B > A:40001 FIN,ACK
                +40us A:40001 > B FIN,ACK
                +10ms B > A:40001 ACK
                """;

        assertLimited(
                elsewhere + TALK + ANSWERED_AFTER_A_MINUTE,
                MEDIUM,
                "Its port closes idle connections: the capture or the path may have lost such a close");
    }

    @Test
    void what_was_said_in_vain_tells_of_a_path_that_may_have_lost_a_close() {
        assertLimited(
                TALK
                        + """
                        +10s   A > B PSH,ACK data=60 dropped
                        +200ms A > B PSH,ACK again dropped
                        +400ms A > B PSH,ACK again dropped
                        +800ms A > B PSH,ACK again
                        +10ms  B > A RST answers
                        """,
                MEDIUM,
                "The same had gone unanswered before: the host was away, or the path lost what passed, perhaps a close of the host");
    }

    @Test
    void a_gap_in_the_capture_may_hide_a_close() {
        assertLimited(
                TALK + "+10s A > B PSH,ACK data=60 uncaptured\n" + ANSWERED_AFTER_A_MINUTE,
                MEDIUM,
                "What the peer had sent before was not captured, nor perhaps a close of the host");
    }

    @Test
    void an_answer_with_another_initial_ttl_may_be_another_boxs() {
        assertLimited(
                TALK + ANSWERED_AFTER_A_MINUTE.replace("answers", "answers ttl=252"),
                MEDIUM,
                "Its TTL began at another value than the host's: another box may have made it");
    }

    @Test
    void an_answer_from_another_link_layer_address_may_be_of_a_host_that_took_over() {
        assertLimited(
                "host M 10.0.5.3 hops=3 mac=9\n" + TALK + ANSWERED_AFTER_A_MINUTE.replace("answers", "answers by=M"),
                MEDIUM,
                "It came from another link-layer address: a route or a host that took over may have changed");
    }

    @Test
    void a_fin_that_the_capture_missed_is_outdone_by_data_after_a_close() {
        RuleCase story = RuleCase.of(TALK
                + """
                +10ms B > A FIN,ACK uncaptured
                +40ms A > B ACK
                """
                + ANSWERED_AFTER_A_MINUTE);
        Claim claim = story.claim(rule);

        assertThat(claim.confidence()).isEqualTo(LOW);
        assertThat(RuleCase.limits(claim)).containsExactly("A FIN of the host was missed, or came behind its RST");
        assertThat(story.claim(new DataAfterCloseRule()).beats(claim)).isTrue();
    }

    @Test
    void a_fin_that_was_captured_after_the_reset_had_been_sent_before_it() {
        assertLimited(
                TALK + ANSWERED_AFTER_A_MINUTE + "+40us B > A FIN,ACK",
                LOW,
                "A FIN of the host was missed, or came behind its RST");
    }

    @Test
    void a_host_that_spoke_just_before_cannot_have_restarted_since() {
        String story = TALK
                + """
                +60s  A > B PSH,ACK data=60
                +10ms B > A ACK
                +10ms A > B PSH,ACK data=60
                +10ms B > A RST answers
                """;

        assertLimited(story, LOW, "The host had spoken on this connection only 20 ms before the RST");
        assertThat(RuleCase.of(story.replace("answers", "answers win=502")).because(rule))
                .isEqualTo("its sender had just spoken, and the RST offers the room that its connection had offered");
    }

    @Test
    void an_answer_that_comes_sooner_than_the_host_can_give_one_is_not_the_hosts() {
        assertLimited(
                TALK
                        + """
                        +60s A > B PSH,ACK data=60
                        +2ms B > A RST answers
                        """,
                LOW,
                "It came sooner than that host, which is away from the capture point, ever answered");
    }

    @Test
    void what_it_answers_may_be_among_the_segments_that_are_not_kept() {
        String manyMore =
                """
                +10ms B > A PSH,ACK data=10
                +1ms  A > B ACK
                """
                        .repeat(20);

        assertLimited(
                TALK + manyMore + "+60s B > A RST seq=351",
                LOW,
                "What the RST answers is not kept, nor how long its sender had been silent before");
        assertThat(RuleCase.of(TALK + manyMore + "+60s B > A RST seq=351 by=M ipid=0")
                        .because(rule))
                .isEqualTo("the RST came from another distance than its sender's segments");
    }

    @Test
    void where_one_direction_was_captured_only_the_form_tells_of_an_answer() {
        String story =
                """
                +0s   A > B SYN
                +10ms B > A SYN,ACK uncaptured
                +30us A > B ACK
                +90us A > B PSH,ACK data=100
                +60s  B > A PSH,ACK data=60 uncaptured
                +40us A > B RST answers
                """;

        assertLimited(story, MEDIUM, "Only the direction of the RST's sender was captured");
        assertThat(RuleCase.of(story.replace("+90us A > B PSH,ACK data=100\n", ""))
                        .because(rule))
                .isEqualTo("nothing of its sender was captured after the handshake");
        assertThat(RuleCase.of(story.replace("+60s", "+1s A > B FIN,ACK\n+60s")).because(rule))
                .isEqualTo("its sender had closed the connection before");
        assertThat(RuleCase.of(story.replace("answers", "answers ttl=62")).because(rule))
                .isEqualTo("the RST came from another distance than its sender's segments");
    }

    @Test
    void a_host_that_had_closed_lost_nothing() {
        assertThat(unclaimed("+10ms B > A FIN,ACK\n+40ms A > B ACK\n" + ANSWERED_AFTER_A_MINUTE))
                .isEqualTo("its sender had closed the connection before");
    }

    @Test
    void an_answer_to_a_probe_is_of_another_cause() {
        assertThat(unclaimed("+60s A > B ACK probe\n+10ms B > A RST answers"))
                .isEqualTo("the RST answers a keep-alive probe");
    }

    @Test
    void an_answer_from_elsewhere_is_not_the_hosts() {
        assertThat(unclaimed("+60s A > B PSH,ACK data=60\n+9ms B > A RST answers by=M"))
                .isEqualTo("the RST came from another distance than its sender's segments");
    }

    @Test
    void an_abort_is_of_a_stack_that_has_the_connection() {
        assertThat(unclaimed("+60s A > B PSH,ACK data=60\n+10ms B > A RST,ACK"))
                .isEqualTo("the RST is not the answer of a stack without the connection");
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

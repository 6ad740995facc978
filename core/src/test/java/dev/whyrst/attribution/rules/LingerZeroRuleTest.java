package dev.whyrst.attribution.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.Confidence;
import org.junit.jupiter.api.Test;

/** Aborts that a program wanted, and all that makes this less sure. */
class LingerZeroRuleTest {

    private static final Rule RULE = new LingerZeroRule();

    private static final String CONNECTION =
            """
            +0s   A > B SYN
            +10ms B > A SYN,ACK
            +0s   A > B ACK
            """;

    private static final String CONVERSATION = CONNECTION
            + """
            +1ms  A > B PSH,ACK data=100
            +10ms B > A PSH,ACK data=300
            +0s   A > B ACK
            """;

    private static final String TWO_NEIGHBOURS =
            """
            +0s   A:40001 > B SYN
            +10ms B > A:40001 SYN,ACK
            +0s   A:40001 > B ACK
            +0s   A:40002 > B SYN
            +10ms B > A:40002 SYN,ACK
            +0s   A:40002 > B ACK
            """;

    @Test
    void an_abort_with_nothing_to_read_was_wanted() {
        Claim claim = assertLimited(
                CONNECTION + "+1s A > B RST,ACK",
                Confidence.HIGH,
                "Disconnect by connect(AF_UNSPEC) or by an operator looks the same");

        assertThat(RuleCase.evidence(claim)).contains("The peer had sent nothing that could be unread");
    }

    @Test
    void an_answer_does_not_show_that_all_was_read() {
        assertLimited(
                CONVERSATION + "+1s B > A RST,ACK",
                Confidence.MEDIUM,
                "An answer does not show that all was read that came before it: bytes behind a request may have lain unread");
    }

    @Test
    void a_request_whose_answer_drew_no_answer_is_the_usual_abort_of_a_client() {
        RuleCase story = RuleCase.of(CONVERSATION + "+1s A > B RST,ACK");
        Claim claim = story.claim(RULE);

        assertLimited(
                claim, Confidence.MEDIUM, "The last 300 bytes of the peer drew no answer: they may have been unread");
        assertThat(RuleCase.evidence(claim))
                .contains(
                        "The peer's last bytes were the answer to a request of its own, which a program reads before it closes");
        assertThat(claim.beats(story.claim(new UnreadDataRule()))).isTrue();
    }

    @Test
    void data_that_keeps_coming_was_rather_unread() {
        RuleCase story = RuleCase.of(
                CONVERSATION
                        + """
                +1ms  B > A ACK data=1000
                +1s   A > B RST,ACK
                +10ms B > A ACK data=1000
                """);
        Claim claim = story.claim(RULE);

        assertLimited(claim, Confidence.LOW, "The windows and the traffic around the RST tell rather of unread data");
        assertThat(story.claim(new UnreadDataRule()).beats(claim)).isTrue();
    }

    @Test
    void a_window_that_grows_with_the_reset_threw_data_away() {
        RuleCase story = RuleCase.of(
                CONNECTION
                        + """
                +1s   A > B PSH,ACK data=100
                +10ms B > A PSH,ACK data=100 win=400
                +1s   B > A RST,ACK win=500
                """);
        Claim claim = story.claim(RULE);

        assertLimited(claim, Confidence.LOW, "The window grew with the RST: a receive queue was thrown away");
        assertThat(story.verdict().cause()).isEqualTo(Cause.CLOSE_WITH_UNREAD_DATA);
    }

    @Test
    void unanswered_probes_ended_it_rather_than_a_program() {
        RuleCase story = RuleCase.of(
                CONNECTION
                        + """
                +60s  A > B ACK probe
                +10s  A > B ACK probe
                +10s  A > B RST,ACK
                """);

        assertLimited(story.claim(RULE), Confidence.LOW, "Its keep-alive probes had stayed unanswered");
        assertThat(story.verdict().cause()).isEqualTo(Cause.KEEPALIVE_TIMEOUT);
    }

    @Test
    void a_listener_that_dies_aborts_what_it_had_not_accepted() {
        RuleCase story = RuleCase.of(
                TWO_NEIGHBOURS
                        + CONNECTION
                        + """
                +1s   B > A:40001 RST,ACK
                +0s   B > A:40002 RST,ACK
                +0s   B > A RST,ACK # expect app-abort-listener-closed
                +1s   A:40003 > B SYN
                +10ms B > A:40003 RST,ACK answers
                """);

        assertLimited(
                story.claim(RULE),
                Confidence.LOW,
                "The port aborted its connections together and refused new ones: its process ended");
        assertThat(story.verdict().cause()).isEqualTo(Cause.APP_ABORT_LISTENER_CLOSED);
    }

    @Test
    void three_aborts_in_one_moment_may_be_an_operators() {
        assertLimited(
                TWO_NEIGHBOURS
                        + CONNECTION
                        + """
                        +1s   B > A:40001 RST,ACK
                        +0s   B > A:40002 RST,ACK
                        +0s   B > A RST,ACK # expect linger-zero-abort
                        """,
                Confidence.MEDIUM,
                "The port aborted 3 connections in that moment: an operator may have ended them");
    }

    @Test
    void an_answer_of_a_stack_without_the_connection_may_have_the_form_of_an_abort() {
        RuleCase story = RuleCase.of(
                """
                +0s   A > B SYN no-ts
                +10ms B > A SYN,ACK
                +0s   A > B ACK
                +1ms  A > B PSH,ACK data=100
                +10ms B > A PSH,ACK data=300
                +0s   A > B ACK
                +1s   A > B ACK
                +10ms B > A RST,ACK win=9
                """);

        assertLimited(
                story.claim(RULE),
                Confidence.LOW,
                "The RST came at once, as an answer, and bears nothing of the connection");
        assertThat(story.verdict().cause()).isEqualTo(Cause.HALF_OPEN_PEER_RESTARTED);
    }

    @Test
    void a_window_of_0_out_of_a_silence_may_be_the_answer_of_a_stack_that_sets_ack_in_all_its_resets() {
        String silent =
                """
                host B 10.0.9.2 port=8080 stack=windows hops=3
                +0s   A > B SYN no-ts
                +10ms B > A SYN,ACK
                +0s   A > B ACK
                +1ms  A > B PSH,ACK data=100
                +10ms B > A PSH,ACK data=300
                +0s   A > B ACK
                +%s   A > B PSH,ACK data=9
                +10ms B > A RST,ACK win=0
                """;

        assertThat(RuleCase.of(silent.formatted("1s")).claim(RULE).confidence()).isEqualTo(Confidence.LOW);
        assertThat(RuleCase.of(silent.formatted("20ms")).claim(RULE).confidence())
                .isEqualTo(Confidence.MEDIUM);
    }

    @Test
    void what_was_not_captured_may_have_been_unread() {
        assertLimited(
                """
                +0s   A > B SYN
                +10ms B > A SYN,ACK uncaptured
                +0s   A > B ACK
                +1ms  A > B PSH,ACK data=100
                +1s   A > B RST,ACK
                """,
                Confidence.MEDIUM,
                "Nothing that the peer sent was captured: it may have been unread");
    }

    @Test
    void after_a_minute_of_silence_it_may_be_a_timer() {
        assertLimited(
                CONNECTION + "+60s A > B RST,ACK",
                Confidence.MEDIUM,
                "It came out of 60 s of silence: an idle timer of the program, or of a device on the path, looks the same");
    }

    @Test
    void a_sender_that_nobody_answers_may_have_given_up() {
        assertLimited(
                CONNECTION
                        + """
                        +1ms   A > B PSH,ACK data=100 as=words
                        +200ms A > B PSH,ACK again=words
                        +400ms A > B PSH,ACK again=words
                        +800ms A > B PSH,ACK again=words
                        +1s    A > B RST,ACK
                        """,
                Confidence.LOW,
                "Its sender had sent the same again and again, ever more slowly, without an answer");
    }

    @Test
    void an_ip_id_off_the_hosts_counter_may_be_anothers() {
        assertLimited(
                CONNECTION
                        + """
                        +1ms  A > B PSH,ACK data=100
                        +10ms B > A ACK
                        +1ms  A > B PSH,ACK data=100
                        +10ms B > A ACK
                        +1s   A > B RST,ACK ipid=9
                        """,
                Confidence.MEDIUM,
                "Its IP-ID 9 is off the counter of the host's segments");
    }

    @Test
    void an_alert_may_end_what_was_not_read_whole() {
        assertLimited(
                CONNECTION
                        + """
                        +1ms  A > B PSH,ACK data=tls-alert
                        +10ms B > A ACK
                        +1s   A > B RST,ACK
                        """,
                Confidence.MEDIUM,
                "Its last words were as short as a TLS alert: what they answer may not have been read whole");
    }

    @Test
    void a_fin_that_the_capture_missed_tells_of_another_end() {
        assertLimited(
                CONNECTION
                        + """
                        +1ms  A > B FIN,ACK uncaptured
                        +10ms B > A ACK
                        +1s   A > B RST,ACK
                        """,
                Confidence.MEDIUM,
                "Its peer had acknowledged one number more than it is known to have sent: a FIN that was not captured");
    }

    @Test
    void most_stacks_acknowledge_in_an_abort() {
        assertLimited(
                CONNECTION + "+1s B > A RST win=500 ack=1",
                Confidence.MEDIUM,
                "It lacks the ACK that most stacks set in an abort");
    }

    @Test
    void an_abort_after_a_close_may_be_the_end_of_it() {
        assertLimited(
                CONNECTION
                        + """
                        +1s   B > A FIN,ACK
                        +0s   A > B ACK
                        +1s   B > A RST,ACK
                        """,
                Confidence.MEDIUM,
                "Its sender had closed before: an abort of the rest of the close looks the same");
    }

    @Test
    void an_answer_is_no_abort() {
        assertThat(RuleCase.of(
                                CONVERSATION
                                        + """
                                +1s   A > B PSH,ACK data=100
                                +10ms B > A RST answers
                                """)
                        .because(RULE))
                .isEqualTo("the RST does not have the form of an abort");
    }

    @Test
    void a_sender_that_had_not_taken_the_connection_up_cancels_none() {
        assertThat(RuleCase.of(
                                """
                                +0s   A > B SYN
                                +1s   A > B RST,ACK ack=raw:0
                                """)
                        .because(RULE))
                .isEqualTo("nothing shows that its sender had taken up the connection");
    }

    private static Claim assertLimited(String story, Confidence confidence, String limit) {
        Claim claim = RuleCase.of(story).claim(RULE);
        assertLimited(claim, confidence, limit);
        return claim;
    }

    private static void assertLimited(Claim claim, Confidence confidence, String limit) {
        assertThat(claim.confidence()).isEqualTo(confidence);
        assertThat(RuleCase.limits(claim)).containsExactly(limit);
    }
}

package dev.whyrst.attribution.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.Confidence;
import dev.whyrst.attribution.Emitter;
import org.junit.jupiter.api.Test;

/** Connections that were silent until somebody on the path, or nobody there, had forgotten them. */
class IdleTimeoutRuleTest {

    private static final Rule RULE = new IdleTimeoutRule();

    private static final String CONNECTION =
            """
            +0s   A > B SYN
            +10ms B > A SYN,ACK
            +0s   A > B ACK
            """;

    /** The initiator has asked, and its acknowledgment of the answer was not captured, so that a RST of B answers nothing. */
    private static final String ASKED_AND_ANSWERED = CONNECTION
            + """
            +1ms  A > B PSH,ACK data=100
            +10ms B > A PSH,ACK data=300
            """;

    /** A second connection of the same service that is older. */
    private static final String TALK_OF_TWO =
            """
            +0s   A:40001 > B SYN
            +10ms B > A:40001 SYN,ACK
            +40us A:40001 > B ACK
            +1ms  A:40001 > B PSH,ACK data=20
            +10ms B > A:40001 PSH,ACK data=20
            +1s   A > B SYN
            +10ms B > A SYN,ACK
            +40us A > B ACK
            +1ms  A > B PSH,ACK data=100
            +10ms B > A PSH,ACK data=200
            +40us A > B ACK
            """;

    private static final String PERHAPS_OF_HOST = "Nothing shows that the RST is not the host's own";
    private static final String ONLY_SILENCE =
            "That a timer ran out is told by the silence alone: a device that restarted or took over forgets connections too";
    private static final String TOO_SHORT =
            "So short an idle timer is not known: what answered may have taken over from a router or host that failed";
    private static final String PERHAPS_AS_FAR =
            "Its TTL does not show that it came from another distance than the host's segments";

    @Test
    void a_nearer_device_answers_the_first_segment_after_a_long_silence() {
        Claim claim = RuleCase.of(
                        CONNECTION
                                + """
                        +350s A > B PSH,ACK data=100
                        +1ms  B > A RST answers by=M
                        """)
                .claim(RULE);

        assertThat(claim.confidence()).isEqualTo(Confidence.HIGH);
        assertThat(claim.emitter()).isEqualTo(Emitter.MIDDLEBOX);
        assertThat(RuleCase.evidence(claim))
                .containsExactly(
                        "The first segment after 350 s of silence was answered by RST",
                        "Its TTL 63 is not the host's 61: another box answered");
        assertThat(RuleCase.limits(claim)).containsExactly(ONLY_SILENCE);
    }

    @Test
    void ten_seconds_are_too_short_for_an_idle_timer() {
        Claim claim = RuleCase.of(
                        CONNECTION
                                + """
                        +10s  A > B PSH,ACK data=100
                        +1ms  B > A RST answers by=M
                        """)
                .claim(RULE);

        assertThat(claim.confidence()).isEqualTo(Confidence.MEDIUM);
        assertThat(RuleCase.limits(claim)).containsExactly(TOO_SHORT);
    }

    @Test
    void a_device_at_the_same_distance_is_told_by_its_link_layer_address_only() {
        Claim claim = RuleCase.of(
                        """
                        host B 10.0.9.2 port=8080
                        host M 10.0.9.3
                        """
                                + CONNECTION
                                + """
                                +350s A > B PSH,ACK data=100
                                +10ms B > A RST answers by=M
                                """)
                .claim(RULE);

        assertThat(claim.confidence()).isEqualTo(Confidence.MEDIUM);
        assertThat(RuleCase.limits(claim)).containsExactly(PERHAPS_AS_FAR);
        assertThat(RuleCase.evidence(claim))
                .contains("It came from another link-layer address than the host's segments");
    }

    @Test
    void a_filter_before_the_host_is_told_by_its_flow_label_only() {
        Claim claim = RuleCase.of(
                        """
                        host A fd00:1::1 port=40000
                        host B fd00:9::2 port=8080 hops=3
                        """
                                + CONNECTION
                                + """
                                +350s A > B PSH,ACK data=100
                                +10ms B > A RST answers flow=0
                                """)
                .claim(RULE);

        assertThat(claim.confidence()).isEqualTo(Confidence.MEDIUM);
        assertThat(RuleCase.limits(claim)).containsExactly(PERHAPS_AS_FAR);
        assertThat(RuleCase.evidence(claim)).contains("Its flow label is 0, the host's own segments carry another");
    }

    @Test
    void an_answer_of_the_hosts_own_is_rather_a_restart() {
        RuleCase story = RuleCase.of(
                CONNECTION
                        + """
                +350s A > B PSH,ACK data=100
                +10ms B > A RST answers
                """);
        Claim claim = story.claim(RULE);

        assertThat(claim.confidence()).isEqualTo(Confidence.LOW);
        assertThat(claim.emitter()).isEqualTo(Emitter.RESPONDER);
        assertThat(RuleCase.limits(claim)).containsExactly(PERHAPS_OF_HOST);
        assertThat(story.verdict().cause()).isEqualTo(Cause.HALF_OPEN_PEER_RESTARTED);
    }

    @Test
    void an_abort_out_of_a_long_silence_may_be_the_hosts_own() {
        RuleCase story = RuleCase.of(CONNECTION + "+350s B > A RST,ACK");
        Claim claim = story.claim(RULE);

        assertThat(claim.confidence()).isEqualTo(Confidence.LOW);
        assertThat(RuleCase.limits(claim)).containsExactly(PERHAPS_OF_HOST);
        assertThat(story.claim(new LingerZeroRule()).beats(claim)).isTrue();
    }

    @Test
    void a_timer_of_a_nearer_device_runs_out_without_being_asked() {
        Claim claim = RuleCase.of(CONNECTION + "+350s B > A RST by=M").claim(RULE);

        assertThat(claim.confidence()).isEqualTo(Confidence.HIGH);
        assertThat(RuleCase.evidence(claim)).first().isEqualTo("The RST came out of 350 s of silence");
        assertThat(RuleCase.limits(claim)).containsExactly(ONLY_SILENCE);
    }

    @Test
    void a_timer_that_runs_out_resets_both_ends() {
        Claim claim = RuleCase.of(
                        CONNECTION
                                + """
                        +350s A > B PSH,ACK data=100
                        +1ms  B > A RST answers by=M
                        +0s   A > B RST,ACK by=M
                        """)
                .about(0)
                .claim(RULE);

        assertThat(claim.confidence()).isEqualTo(Confidence.HIGH);
        assertThat(RuleCase.evidence(claim))
                .first()
                .isEqualTo(
                        "After 350 s of silence RSTs went to both ends at the same moment: neither end knew of the other's");
        assertThat(RuleCase.limits(claim)).containsExactly(ONLY_SILENCE);
    }

    @Test
    void resets_to_both_ends_may_come_from_both_ends() {
        Claim claim = RuleCase.of(
                        ASKED_AND_ANSWERED
                                + """
                        +20s  B > A RST,ACK
                        +0s   A > B RST,ACK
                        """)
                .about(0)
                .claim(RULE);

        assertThat(claim.confidence()).isEqualTo(Confidence.MEDIUM);
        assertThat(RuleCase.limits(claim))
                .containsExactly(
                        "Neither its TTL nor its link-layer address shows that another box than the host made it");
    }

    @Test
    void a_balancer_says_in_clear_that_its_timer_ran_out() {
        Claim claim = RuleCase.of(CONNECTION + "+350s B > A RST,ACK data=\"BIG-IP: Flow expired (sweeper)\"")
                .claim(RULE);

        assertThat(claim.confidence()).isEqualTo(Confidence.CERTAIN);
        assertThat(claim.decisive()).isEqualTo(1);
        assertThat(claim.limits()).isEmpty();
    }

    @Test
    void a_code_in_the_window_may_stand_there_by_chance() {
        Claim claim = RuleCase.of(CONNECTION + "+350s B > A RST win=9300").claim(RULE);

        assertThat(claim.confidence()).isEqualTo(Confidence.HIGH);
        assertThat(RuleCase.limits(claim))
                .containsExactly("What states the cause is a code, no text in clear: it may stand there by chance");
    }

    @Test
    void any_host_may_state_a_timeout_in_a_diagnostic_payload() {
        Claim claim = RuleCase.of(CONNECTION + "+350s B > A RST,ACK data=hex:33aa000e00000000")
                .claim(RULE);

        assertThat(claim.confidence()).isEqualTo(Confidence.MEDIUM);
        assertThat(RuleCase.limits(claim)).containsExactly("Any host or device may state a cause in this form");
    }

    @Test
    void a_timeout_that_is_stated_without_a_silence_is_hardly_one_of_idleness() {
        Claim claim = RuleCase.of(CONNECTION + "+500ms B > A RST,ACK data=hex:33aa000e00000000")
                .claim(RULE);

        assertThat(claim.confidence()).isEqualTo(Confidence.LOW);
        assertThat(RuleCase.limits(claim)).containsExactly("The conversation had been silent for only 500 ms");
    }

    @Test
    void without_a_silence_nothing_was_forgotten() {
        assertThat(RuleCase.of(
                                CONNECTION
                                        + """
                                +1s   A > B PSH,ACK data=100
                                +1ms  B > A RST answers by=M
                                """)
                        .because(RULE))
                .isEqualTo("the segment that the RST may answer did not come out of a silence");
        assertThat(RuleCase.of(ASKED_AND_ANSWERED + "+1s B > A RST,ACK").because(RULE))
                .isEqualTo("the RST did not come out of a silence");
    }

    @Test
    void an_end_that_was_never_captured_may_have_been_anywhere() {
        assertThat(RuleCase.of(
                                """
                                +0s   A > B SYN
                                +10ms B > A SYN,ACK uncaptured
                                +0s   A > B ACK
                                +20s  A > B PSH,ACK data=100
                                +10ms B > A RST answers
                                """)
                        .because(RULE))
                .isEqualTo("the capture does not hold both ends of the connection before the RST");
    }

    @Test
    void an_abort_after_some_seconds_of_silence_is_no_end_of_a_timer() {
        assertThat(RuleCase.of(ASKED_AND_ANSWERED + "+20s B > A RST,ACK").because(RULE))
                .isEqualTo("the RST answers nothing, and none went to the other end at the same moment");
        assertThat(RuleCase.of(
                                CONNECTION
                                        + """
                                +20s  A > B PSH,ACK data=100
                                +10ms B > A RST,ACK
                                """)
                        .because(RULE))
                .isEqualTo("the RST is an abort with the connection's numbers, no answer of one who has forgotten it");
    }

    @Test
    void what_the_service_itself_lived_through_it_did_not_forget_by_a_restart() {
        String other = "+100s A:40001 > B PSH,ACK data=20\n+10ms B > A:40001 PSH,ACK data=20\n";
        String met = "+10s A > B PSH,ACK data=50\n+10ms B > A RST answers\n";
        RuleCase livedOn = RuleCase.of(TALK_OF_TWO + other.repeat(6) + met + other);

        assertThat(livedOn.claim(RULE).confidence()).isEqualTo(Confidence.MEDIUM);
        assertThat(livedOn.claim(RULE).emitter()).isEqualTo(Emitter.UNKNOWN);
        Claim restarted = livedOn.claim(new PeerRestartedRule());
        assertThat(restarted.confidence()).isEqualTo(Confidence.LOW);
        assertThat(RuleCase.evidence(restarted)).contains(RivalExplanations.OTHERS_LIVED_ON);
    }

    @Test
    void a_service_of_which_nothing_was_heard_meanwhile_may_have_restarted() {
        RuleCase unheard = RuleCase.of(TALK_OF_TWO + "+600s A > B PSH,ACK data=50\n+10ms B > A RST answers\n");

        assertThat(unheard.claim(RULE).confidence()).isEqualTo(Confidence.LOW);
        assertThat(unheard.claim(new PeerRestartedRule()).confidence()).isNotEqualTo(Confidence.LOW);
    }
}

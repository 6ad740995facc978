package dev.whyrst.attribution.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.Confidence;
import org.junit.jupiter.api.Test;

/** Probes that nobody answers, and a prober that gives up in their beat. */
class KeepAliveTimeoutRuleTest {

    private static final Rule RULE = new KeepAliveTimeoutRule();

    private static final String CONNECTION =
            """
            +0s   A > B SYN
            +10ms B > A SYN,ACK
            +0s   A > B ACK
            """;

    /** The same, but it began before the capture did. */
    private static final String UNCAPTURED_CONNECTION =
            """
            +0s   A > B SYN uncaptured
            +10ms B > A SYN,ACK uncaptured
            +0s   A > B ACK uncaptured
            """;

    @Test
    void a_prober_that_gives_up_in_the_beat_of_its_probes_had_no_answer() {
        RuleCase story = RuleCase.of(
                CONNECTION
                        + """
                +60s  A > B ACK probe
                +10s  A > B ACK probe
                +10s  A > B ACK probe
                +10s  A > B RST,ACK
                """);
        Claim claim = story.claim(RULE);

        assertThat(claim.confidence()).isEqualTo(Confidence.CERTAIN);
        assertThat(claim.decisive()).isEqualTo(1);
        assertThat(RuleCase.evidence(claim))
                .containsExactly(
                        "3 keep-alive probes, 10 s apart, stayed unanswered; then their sender reset the connection");
        assertThat(claim.beats(story.claim(new LingerZeroRule()))).isTrue();
    }

    @Test
    void a_probe_that_was_answered_is_no_reason_to_give_up() {
        assertThat(RuleCase.of(
                                CONNECTION
                                        + """
                                +60s  A > B ACK probe
                                +10ms B > A ACK
                                +10s  A > B RST,ACK
                                """)
                        .because(RULE))
                .isEqualTo("no unanswered keep-alive probes of its sender came before the RST");
    }

    @Test
    void a_prober_that_gives_up_acknowledges_what_it_had() {
        assertThat(RuleCase.of(
                                CONNECTION
                                        + """
                                +60s  A > B ACK probe
                                +10s  A > B ACK probe
                                +10s  A > B RST
                                """)
                        .because(RULE))
                .isEqualTo("the RST lacks the ACK of a prober that gives up");
    }

    @Test
    void a_reset_out_of_the_beat_is_rather_the_decision_of_a_program() {
        RuleCase story = RuleCase.of(
                CONNECTION
                        + """
                +60s  A > B ACK probe
                +10s  A > B ACK probe
                +5s   A > B RST,ACK
                """);
        Claim claim = story.claim(RULE);

        assertThat(claim.confidence()).isEqualTo(Confidence.LOW);
        assertThat(RuleCase.limits(claim))
                .containsExactly(
                        "A prober gives up as long after its last probe as its probes are apart; this RST came at another time");
        assertThat(story.verdict().cause()).isEqualTo(Cause.LINGER_ZERO_ABORT);
    }

    @Test
    void the_capture_may_have_missed_a_probe_where_the_reset_comes_two_beats_later() {
        Claim claim = RuleCase.of(
                        CONNECTION
                                + """
                        +60s  A > B ACK probe
                        +10s  A > B ACK probe
                        +20s  A > B RST,ACK
                        """)
                .claim(RULE);

        assertThat(claim.confidence()).isEqualTo(Confidence.MEDIUM);
        assertThat(RuleCase.limits(claim))
                .containsExactly(
                        "A prober gives up as long after its last probe as its probes are apart; this RST came at another time");
    }

    @Test
    void a_single_probe_has_no_beat() {
        Claim claim = RuleCase.of(
                        CONNECTION
                                + """
                        +60s  A > B ACK probe
                        +10s  A > B RST,ACK
                        """)
                .claim(RULE);

        assertThat(claim.confidence()).isEqualTo(Confidence.MEDIUM);
        assertThat(RuleCase.limits(claim))
                .containsExactly(
                        "Only one probe stayed unanswered: the capture may have lost its answer, and nothing shows a beat that the RST keeps");
    }

    @Test
    void no_stack_probes_eleven_times_in_vain() {
        Claim claim = RuleCase.of(CONNECTION + "+60s A > B ACK probe\n" + "+10s A > B ACK probe\n".repeat(10)
                        + "+10s A > B RST,ACK")
                .claim(RULE);

        assertThat(claim.confidence()).isEqualTo(Confidence.MEDIUM);
        assertThat(RuleCase.limits(claim))
                .containsExactly("No stack probes so often in vain by default: the answers may not have been captured");
    }

    @Test
    void probes_as_far_apart_as_the_first_one_from_the_last_segment_may_have_been_answered() {
        Claim claim = RuleCase.of(
                        CONNECTION
                                + """
                        +60s  A > B ACK probe
                        +60s  A > B ACK probe
                        +60s  A > B ACK probe
                        +60s  A > B RST,ACK
                        """)
                .claim(RULE);

        assertThat(claim.confidence()).isEqualTo(Confidence.HIGH);
        assertThat(RuleCase.limits(claim))
                .containsExactly(
                        "The probes came as far apart as the first one after the last segment: so do probes that are answered");
    }

    @Test
    void a_host_that_is_heard_elsewhere_only_may_answer_on_another_way() {
        Claim claim = RuleCase.of(
                        """
                        +0s   A:40001 > B SYN
                        +10ms B > A:40001 SYN,ACK
                        """
                                + UNCAPTURED_CONNECTION
                                + """
                                +60s  A > B ACK probe
                                +10s  A > B ACK probe
                                +10s  A > B RST,ACK
                                """)
                .claim(RULE);

        assertThat(claim.confidence()).isEqualTo(Confidence.MEDIUM);
        assertThat(RuleCase.limits(claim))
                .containsExactly("No segment of the other side was captured on this connection");
    }

    @Test
    void a_host_that_is_never_heard_may_have_answered() {
        Claim claim = RuleCase.of(
                        UNCAPTURED_CONNECTION
                                + """
                        +60s  A > B ACK probe
                        +10s  A > B ACK probe
                        +10s  A > B RST,ACK
                        """)
                .claim(RULE);

        assertThat(claim.confidence()).isEqualTo(Confidence.MEDIUM);
        assertThat(RuleCase.limits(claim))
                .containsExactly("No segment of the other side was captured: it may have answered");
    }

    @Test
    void a_single_probe_to_a_host_that_is_never_heard_tells_little() {
        Claim claim = RuleCase.of(
                        UNCAPTURED_CONNECTION
                                + """
                        +60s  A > B ACK probe
                        +10s  A > B RST,ACK
                        """)
                .claim(RULE);

        assertThat(claim.confidence()).isEqualTo(Confidence.LOW);
        assertThat(RuleCase.limits(claim))
                .containsExactly("Only one of its probes was captured: nothing shows a beat that the RST keeps");
    }
}

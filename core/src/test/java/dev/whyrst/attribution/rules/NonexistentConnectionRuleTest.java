package dev.whyrst.attribution.rules;

import static dev.whyrst.attribution.Confidence.CERTAIN;
import static dev.whyrst.attribution.Confidence.HIGH;
import static dev.whyrst.attribution.Confidence.LOW;
import static dev.whyrst.attribution.Confidence.MEDIUM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.attribution.Confidence;
import org.junit.jupiter.api.Test;

/** Answers to segments of connections of which the capture knows nothing else. */
class NonexistentConnectionRuleTest {

    /** Another conversation shows how far the host of B is. */
    private static final String HEARD_ELSEWHERE =
            """
            +0s   A:40001 > B SYN
            +10ms B > A:40001 SYN,ACK
            +30us A:40001 > B ACK
            """;

    private static final String FIN_SCAN =
            """
            +5s   A > B FIN no-options
            +10ms B > A RST,ACK answers
            """;

    private static final String STRAY_DATA =
            """
            +5s   A > B PSH,ACK data=100
            +10ms B > A RST answers
            """;

    private static final String TALK =
            """
            +0s   A > B SYN
            +10ms B > A SYN,ACK
            +30us A > B ACK
            +90us A > B PSH,ACK data=100
            +10ms B > A PSH,ACK data=300 win=2
            +40ms A > B ACK
            """;

    private final Rule rule = new NonexistentConnectionRule();

    @Test
    void a_segment_without_ack_belongs_to_no_connection() {
        Claim claim = assertLimited(HEARD_ELSEWHERE + FIN_SCAN, CERTAIN);

        assertThat(RuleCase.evidence(claim))
                .containsExactly(
                        "The RST answers a lone FIN segment; the capture shows no handshake and no segment of the responder"
                                + " 10.0.9.2:8080 before",
                        "Its TTL 61 is that of the host's other segments");
    }

    @Test
    void of_a_host_that_was_never_heard_it_may_be_anothers_answer() {
        assertLimited(FIN_SCAN, HIGH, "No segment of the host with the RST's TTL shows that the RST is its own");
    }

    @Test
    void a_segment_with_ack_may_be_of_a_connection_that_is_older_than_the_capture() {
        assertLimited(
                HEARD_ELSEWHERE + STRAY_DATA,
                MEDIUM,
                "A connection that is older than the capture sends such segments too");
    }

    @Test
    void a_segment_that_goes_on_with_the_numbers_of_another_port_was_renamed() {
        Claim claim = assertLimited(
                """
                +0s   A:40001 > B SYN iss=1000000
                +10ms B > A:40001 SYN,ACK iss=2000000
                +20ms A:40001 > B ACK
                +90us A:40001 > B PSH,ACK data=60
                +10ms B > A:40001 PSH,ACK data=300
                +20ms A:40001 > B ACK
                +300s A > B PSH,ACK data=60 seq=raw:1000061 ack=raw:2000301
                +10ms B > A RST answers
                """,
                HIGH,
                "That the two are one connection is inferred from their numbers");

        assertThat(RuleCase.evidence(claim))
                .contains(
                        "Frame 7 goes on with the numbers of the connection from port 40001 of the same host, 300 s after its"
                                + " last segment: a device on the path had forgotten it and gave it another port");
    }

    @Test
    void a_lone_reset_has_at_most_the_form_of_an_answer() {
        assertLimited(
                HEARD_ELSEWHERE + "+5s B > A RST seq=raw:77777",
                LOW,
                "Nothing but the RST was captured of the conversation");
        assertThat(RuleCase.of("+5s B > A RST seq=raw:77777").because(rule))
                .isEqualTo("the RST is all that was captured, and its TTL is not known to be the host's");
        assertThat(RuleCase.of("+5s B > A RST seq=raw:0").because(rule))
                .isEqualTo("the RST is all that was captured, and bears no number that it could have from a segment");
        assertThat(RuleCase.of("+5s B > A RST,ACK").because(rule))
                .isEqualTo("the RST is all that was captured, and has the form of an abort or of a refusal");
    }

    @Test
    void a_segment_behind_all_room_was_not_translated() {
        String story = TALK
                + """
                +1ms  A > B PSH,ACK data=1000
                +1s   A > B PSH,ACK data=1000
                +10ms B > A RST answers
                """;

        Claim claim = assertLimited(
                story, HIGH, "A NAT that takes such a segment for invalid passes it on under another name");
        assertThat(claim.decisive()).isEqualTo(1);
        assertThat(RuleCase.evidence(claim).get(0))
                .contains("lies behind all that the responder 10.0.9.2:8080 had offered");
        assertThat(RuleCase.of(story.replace("win=2", "win=500")).because(rule))
                .isEqualTo("a SYN of the connection was captured before");
    }

    @Test
    void a_gap_before_it_may_hide_a_wider_room() {
        assertLimited(
                TALK
                        + """
                        +1ms  A > B PSH,ACK data=1000 uncaptured
                        +10us A > B PSH,ACK data=1000
                        +10ms B > A RST answers
                        """,
                MEDIUM,
                "What its sender had sent before was not captured, nor perhaps a wider room or the end of the connection");
    }

    @Test
    void what_acknowledges_numbers_that_were_never_sent_is_a_probe_by_hand() {
        String story = TALK
                + """
                +5s   A > B ACK ack=+100000000
                +10ms B > A RST answers
                """;

        assertLimited(story, HIGH, "That the segment was made by hand is inferred from its numbers");
        assertLimited(
                story.replace("answers", "answers by=M"),
                LOW,
                "The RST came from another distance than its sender's segments");
    }

    @Test
    void a_connection_that_was_seen_existed() {
        RuleCase story = RuleCase.of(TALK + STRAY_DATA);

        assertThat(story.because(rule)).isEqualTo("a SYN of the connection was captured before");
        assertThat(story.verdict().cause()).isNotEqualTo(rule.cause());
        assertThat(RuleCase.of("+0s B > A PSH,ACK data=300\n" + STRAY_DATA).because(rule))
                .isEqualTo("its sender had spoken on the connection before");
    }

    @Test
    void a_refused_connection_was_not_to_exist_before() {
        assertThat(RuleCase.of("+0s A > B SYN\n+10ms B > A RST,ACK answers").because(rule))
                .isEqualTo("a SYN of the connection was captured before");
        assertThat(RuleCase.of("+0s B > A RST,ACK seq=raw:0 ack=raw:7001\n+0s A > B SYN iss=7000")
                        .because(rule))
                .isEqualTo("the RST answers a SYN, which asks for a new connection");
    }

    @Test
    void a_reset_that_answers_nothing_says_nothing_of_a_connection() {
        assertThat(RuleCase.of("+0s A > B PSH,ACK data=100\n+10ms B > A RST seq=+5000")
                        .because(rule))
                .isEqualTo("no captured segment has the numbers that the RST would answer");
    }

    private Claim assertLimited(String story, Confidence confidence, String... limits) {
        Claim claim = RuleCase.of(story).claim(rule);
        assertThat(claim.confidence()).isEqualTo(confidence);
        assertThat(RuleCase.limits(claim)).containsExactly(limits);
        return claim;
    }
}

package dev.whyrst.attribution.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.Confidence;
import org.junit.jupiter.api.Test;

/** Keep-alive probes that are answered by RST, by a host that has lost the connection or by somebody else. */
class KeepAliveToRestartedRuleTest {

    private static final Rule RULE = new KeepAliveToRestartedRule();

    private static final String CONNECTION =
            """
            +0s   A > B SYN
            +10ms B > A SYN,ACK
            +0s   A > B ACK
            """;

    @Test
    void a_host_that_answers_a_probe_as_promptly_as_ever_but_without_the_connection_has_lost_it() {
        Claim claim = RuleCase.of(
                        CONNECTION
                                + """
                        +20s  A > B ACK probe
                        +10ms B > A RST answers
                        """)
                .claim(RULE);

        assertThat(claim.confidence()).isEqualTo(Confidence.CERTAIN);
        assertThat(claim.decisive()).isEqualTo(2);
        assertThat(RuleCase.evidence(claim))
                .first()
                .isEqualTo("The RST answers a keep-alive probe (SEQ = SND.NXT - 1, 0 bytes) after 20 s of silence");
    }

    @Test
    void after_a_minute_a_device_may_have_forgotten_the_connection_too() {
        RuleCase story = RuleCase.of(
                CONNECTION
                        + """
                +60s  A > B ACK probe
                +10ms B > A RST answers
                """);
        Claim claim = story.claim(RULE);

        assertLimited(
                claim,
                Confidence.HIGH,
                "Not every other story is excluded: the length of the silence, or what the capture lacks, leaves room for one");
        assertThat(claim.settle().get()).isEqualTo("The uptime of 10.0.9.2");
        assertThat(claim.beats(story.claim(new IdleTimeoutRule()))).isTrue();
    }

    @Test
    void after_minutes_a_balancer_may_answer_in_the_hosts_name() {
        assertLimited(
                RuleCase.of(
                                CONNECTION
                                        + """
                                +200s A > B ACK probe
                                +10ms B > A RST answers
                                """)
                        .claim(RULE),
                Confidence.MEDIUM,
                "After so long a silence an idle timer on the path may have forgotten it, and answer in its name");
    }

    @Test
    void another_initial_ttl_may_be_that_of_another_box() {
        assertLimited(
                RuleCase.of(
                                CONNECTION
                                        + """
                                +20s  A > B ACK probe
                                +10ms B > A RST answers ttl=252
                                """)
                        .claim(RULE),
                Confidence.MEDIUM,
                "Its TTL began at another value than the host's: another box may have made it");
    }

    @Test
    void another_link_layer_address_may_be_that_of_a_host_that_took_over() {
        assertLimited(
                RuleCase.of(
                                """
                                host B 10.0.9.2 port=8080
                                host M 10.0.9.3
                                """
                                        + CONNECTION
                                        + """
                                        +20s  A > B ACK probe
                                        +10ms B > A RST answers by=M
                                        """)
                        .claim(RULE),
                Confidence.MEDIUM,
                "It came from another link-layer address: a route or a host that took over may have changed");
    }

    @Test
    void a_host_that_was_not_heard_before_may_never_have_had_the_connection() {
        assertLimited(
                RuleCase.of(
                                """
                                +0s   A > B SYN
                                +10ms B > A SYN,ACK uncaptured
                                +0s   A > B ACK
                                +20s  A > B ACK probe
                                +10ms B > A RST answers
                                """)
                        .claim(RULE),
                Confidence.MEDIUM,
                "Nothing that the RST's sender had sent on the connection was captured");
    }

    @Test
    void data_is_no_probe() {
        RuleCase story = RuleCase.of(
                CONNECTION
                        + """
                +1ms  A > B PSH,ACK data=100
                +10ms B > A PSH,ACK data=300
                +0s   A > B ACK
                +20s  A > B PSH,ACK data=10
                +10ms B > A RST answers
                """);

        assertThat(story.because(RULE)).isEqualTo("the RST does not answer a keep-alive probe");
        assertThat(story.verdict().cause()).isEqualTo(Cause.HALF_OPEN_PEER_RESTARTED);
    }

    @Test
    void an_abort_with_the_connections_timestamps_was_made_by_one_who_has_it() {
        assertThat(RuleCase.of(
                                CONNECTION
                                        + """
                                +20s  A > B ACK probe
                                +10ms B > A RST,ACK
                                """)
                        .because(RULE))
                .isEqualTo("the RST does not have the form of an answer by a stack without the connection");
    }

    @Test
    void a_probe_that_acknowledges_what_was_never_sent_is_made_by_hand() {
        assertThat(RuleCase.of(
                                CONNECTION
                                        + """
                                +20s  A > B ACK probe ack=+20000000
                                +10ms B > A RST answers
                                """)
                        .because(RULE))
                .isEqualTo("what the RST answers acknowledges what its sender had never sent, as a probe by hand does");
    }

    @Test
    void a_host_that_had_closed_lost_nothing() {
        RuleCase story = RuleCase.of(
                CONNECTION
                        + """
                +10ms B > A FIN,ACK
                +0s   A > B ACK
                +20s  A > B ACK probe
                +10ms B > A RST answers
                """);

        assertThat(story.because(RULE)).isEqualTo("the RST's sender had closed its direction before");
        assertThat(story.verdict().cause()).isEqualTo(Cause.DATA_AFTER_CLOSE);
    }

    @Test
    void a_nearer_device_is_not_the_host() {
        assertThat(RuleCase.of(
                                CONNECTION
                                        + """
                                +20s A > B ACK probe
                                +1ms B > A RST answers by=M
                                """)
                        .because(RULE))
                .isEqualTo("the RST came from another distance than the segments of the host that it names");
    }

    private static void assertLimited(Claim claim, Confidence confidence, String limit) {
        assertThat(claim.confidence()).isEqualTo(confidence);
        assertThat(RuleCase.limits(claim)).containsExactly(limit);
    }
}

package dev.whyrst.attribution.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.Confidence;
import dev.whyrst.attribution.Emitter;
import org.junit.jupiter.api.Test;

/** Answers in the name of a host that a filter before it made, and those that the host made itself. */
class FirewallRejectRuleTest {

    private static final Rule RULE = new FirewallRejectRule();

    private static final String CONNECTION =
            """
            +0s   A > B SYN
            +10ms B > A SYN,ACK
            +0s   A > B ACK
            """;

    /** What shows how far the host is, and how fast. */
    private static final String OTHER_PORT =
            """
            +0s   A:40001 > B:22 SYN
            +10ms B:22 > A:40001 SYN,ACK
            +0s   A:40001 > B:22 ACK
            """;

    @Test
    void a_device_before_the_host_refuses_a_connection_in_its_name() {
        RuleCase story = RuleCase.of(
                OTHER_PORT
                        + """
                +1s   A > B SYN
                +1ms  B > A RST,ACK answers by=M
                """);
        Claim claim = story.claim(RULE);

        assertThat(claim.confidence()).isEqualTo(Confidence.HIGH);
        assertThat(claim.emitter()).isEqualTo(Emitter.MIDDLEBOX);
        assertThat(RuleCase.evidence(claim))
                .containsExactly(
                        "The RST has the numbers of an answer to frame 4",
                        "Its TTL 63 is not the 61 of the host that it names: it came from another distance",
                        "It came 1 ms after its trigger; the host itself never answered in less than 10 ms");
        assertThat(RuleCase.limits(claim))
                .containsExactly(
                        "A port that a device forwards to another host, which refuses, answers from another distance too");
        assertThat(claim.beats(story.claim(new PortNotListeningRule()))).isTrue();
    }

    @Test
    void a_refusal_that_seems_farther_than_the_host_may_be_its_own() {
        String refused = OTHER_PORT + "+1s A > B SYN\n+10ms B > A RST,ACK answers ttl=40\n";
        RuleCase story = RuleCase.of(refused);

        assertThat(story.claim(RULE).confidence()).isEqualTo(Confidence.LOW);
        assertThat(story.verdict().cause()).isEqualTo(Cause.PORT_NOT_LISTENING);
    }

    @Test
    void a_host_that_refuses_otherwise_elsewhere_has_no_habit_that_explains_it() {
        RuleCase story = RuleCase.of(
                OTHER_PORT
                        + """
                +1s   A:40002 > B:23 SYN
                +10ms B:23 > A:40002 RST,ACK answers
                +1s   A > B SYN
                +10ms B > A RST,ACK answers ttl=40
                """);

        assertThat(story.claim(RULE).confidence()).isEqualTo(Confidence.HIGH);
    }

    @Test
    void a_device_that_cuts_a_connection_may_have_forgotten_it() {
        Claim claim = RuleCase.of(
                        CONNECTION
                                + """
                        +1500ms A > B PSH,ACK data=100
                        +1ms    B > A RST answers by=M
                        """)
                .claim(RULE);

        assertThat(claim.confidence()).isEqualTo(Confidence.MEDIUM);
        assertThat(RuleCase.limits(claim))
                .containsExactly(
                        "What it answers is no request for a connection: a device that had forgotten the connection answers so too");
    }

    @Test
    void one_hop_nearer_than_the_other_ports_is_where_these_are_forwarded_from() {
        Claim claim = RuleCase.of(
                        "host B 10.0.9.2 port=8080 hops=2\n"
                                + OTHER_PORT
                                + """
                        +1s   A > B SYN
                        +8ms  B > A RST,ACK answers by=M
                        """)
                .claim(RULE);

        assertThat(claim.confidence()).isEqualTo(Confidence.MEDIUM);
        assertThat(RuleCase.limits(claim))
                .containsExactly(
                        "Nothing shows how far that port is: the host may forward its others to containers or hosts behind it");
    }

    @Test
    void a_refusal_that_is_too_fast_but_comes_from_as_many_hops_is_less_sure() {
        RuleCase story = RuleCase.of(
                OTHER_PORT
                        + """
                +1s   A > B SYN
                +1ms  B > A RST,ACK answers ttl=252
                """);
        Claim claim = story.claim(RULE);

        assertThat(claim.confidence()).isEqualTo(Confidence.MEDIUM);
        assertThat(RuleCase.limits(claim))
                .containsExactly("Its TTL does not show that it came from another distance than the host's segments");
        assertThat(story.claim(new PortNotListeningRule()).beats(claim)).isTrue();
    }

    @Test
    void a_host_that_is_only_faster_than_before_may_have_been_slow() {
        Claim claim = RuleCase.of(
                        CONNECTION
                                + """
                        +1ms    A > B PSH,ACK data=100
                        +10ms   B > A PSH,ACK data=100
                        +1500ms A > B PSH,ACK data=100
                        +1ms    B > A RST answers
                        """)
                .claim(RULE);

        assertThat(claim.confidence()).isEqualTo(Confidence.LOW);
        assertThat(RuleCase.limits(claim))
                .containsExactly(
                        "It came from as far as the host, which may have been slow when its pace was measured");
    }

    @Test
    void no_filter_rejects_what_the_host_has_taken() {
        RuleCase story = RuleCase.of(
                CONNECTION
                        + """
                +1500ms A > B PSH,ACK data=100
                +10ms   B > A ACK
                +10ms   B > A RST answers by=M
                """);
        Claim claim = story.claim(RULE);

        assertThat(claim.confidence()).isEqualTo(Confidence.LOW);
        assertThat(RuleCase.limits(claim))
                .containsExactly("The host had acknowledged that segment before: no filter had rejected it");
        assertThat(story.verdict().cause()).isEqualTo(Cause.INJECTED_RST);
    }

    @Test
    void a_port_that_accepts_and_refuses_by_turns_has_perhaps_a_filter_of_its_own() {
        RuleCase story = RuleCase.of(
                """
                +0s   A:40001 > B SYN
                +10ms B > A:40001 SYN,ACK
                +0s   A:40002 > B SYN
                +10ms B > A:40002 RST,ACK answers
                +0s   A:40003 > B SYN
                +10ms B > A:40003 SYN,ACK
                +0s   A:40004 > B SYN
                +10ms B > A:40004 RST,ACK answers
                +0s   A:40005 > B SYN
                +10ms B > A:40005 SYN,ACK
                +0s   A > B SYN
                +10ms B > A RST,ACK answers # expect port-not-listening or firewall-reject
                """);
        Claim claim = story.claim(RULE);

        assertThat(claim.confidence()).isEqualTo(Confidence.LOW);
        assertThat(claim.emitter()).isEqualTo(Emitter.RESPONDER);
        assertThat(RuleCase.limits(claim))
                .containsExactly(
                        "A filter of the host answers like the host, and a listener that comes and goes refuses by turns too");
        assertThat(story.verdict().cause()).isEqualTo(Cause.PORT_NOT_LISTENING);
    }

    @Test
    void a_balancer_says_in_clear_that_a_policy_forbids_it() {
        Claim claim = RuleCase.of(
                        CONNECTION
                                + """
                        +1s   A > B PSH,ACK data=client-hello:shop.example
                        +10ms B > A RST,ACK data="BIG-IP: Policy action"
                        """)
                .claim(RULE);

        assertThat(claim.confidence()).isEqualTo(Confidence.HIGH);
        assertThat(claim.decisive()).isEqualTo(1);
        assertThat(RuleCase.evidence(claim)).contains("It answered a request that names \"shop.example\"");
        assertThat(RuleCase.limits(claim))
                .containsExactly(
                        "Only the RST's own words tell of a rule: nothing else in the capture shows that there is one");
    }

    @Test
    void codes_in_windows_decide_less_than_words() {
        Claim claim = RuleCase.of(
                        CONNECTION
                                + """
                        +1s   A > B PSH,ACK data=100
                        +10ms B > A RST answers win=9814
                        +0s   A:40002 > B SYN
                        +10ms B > A:40002 SYN,ACK
                        +0s   A:40002 > B ACK
                        +1s   A:40002 > B PSH,ACK data=100
                        +10ms B > A:40002 RST answers win=9830
                        """)
                .claim(RULE);

        assertThat(claim.confidence()).isEqualTo(Confidence.HIGH);
        assertThat(claim.decisive()).isZero();
    }

    @Test
    void the_hosts_own_answer_is_no_filters() {
        assertThat(RuleCase.of(
                                CONNECTION
                                        + """
                                +1500ms A > B PSH,ACK data=100
                                +10ms   B > A RST answers
                                """)
                        .because(RULE))
                .isEqualTo(
                        "neither distance, link-layer address, flow label nor pace tells the RST from the host's own");
    }

    @Test
    void the_hosts_own_refusal_is_no_filters() {
        assertThat(RuleCase.of(
                                OTHER_PORT
                                        + """
                                +1s   A > B SYN
                                +10ms B > A RST,ACK answers
                                """)
                        .because(RULE))
                .isEqualTo(
                        "nothing tells the refusal from the host's own, and the port does not accept and refuse by turns");
    }

    @Test
    void a_filter_answers_and_does_not_abort() {
        assertThat(RuleCase.of(
                                CONNECTION
                                        + """
                                +1500ms A > B PSH,ACK data=100
                                +1ms    B > A RST,ACK by=M
                                """)
                        .because(RULE))
                .isEqualTo("the RST does not have the form of an answer");
    }

    @Test
    void a_filter_answers_something() {
        assertThat(RuleCase.of(CONNECTION + "+1s B > A RST by=M seq=900").because(RULE))
                .isEqualTo("no segment was captured that the RST would answer");
    }

    @Test
    void a_filter_answers_at_once() {
        assertThat(RuleCase.of(
                                CONNECTION
                                        + """
                                +1500ms A > B PSH,ACK data=100
                                +3s     B > A RST answers by=M
                                """)
                        .because(RULE))
                .isEqualTo("the RST came long after the segment that it would answer, which a filter rejects at once");
    }

    @Test
    void a_copied_ip_id_is_the_mark_of_forgers() {
        RuleCase story = RuleCase.of(
                CONNECTION
                        + """
                +1500ms A > B PSH,ACK data=100
                +1ms    B > A RST answers by=M ipid=mirror
                """);

        assertThat(story.because(RULE))
                .isEqualTo("the RST bears the IP-ID of the segment that it answers, as forgers copy it");
        assertThat(story.verdict().cause()).isEqualTo(Cause.INJECTED_RST);
    }
}

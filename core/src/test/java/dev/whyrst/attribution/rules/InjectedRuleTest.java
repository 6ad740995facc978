package dev.whyrst.attribution.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.Confidence;
import dev.whyrst.attribution.Emitter;
import org.junit.jupiter.api.Test;

/** RSTs that bear the marks of a forger, some of which hosts and paths leave too. */
class InjectedRuleTest {

    private static final Rule RULE = new InjectedRule();

    private static final String CONVERSATION =
            """
            +0s   A > B SYN
            +10ms B > A SYN,ACK
            +0s   A > B ACK
            +1ms  A > B PSH,ACK data=100
            +10ms B > A PSH,ACK data=300
            +0s   A > B ACK
            """;

    private static final String FEW_SIGNS =
            "There are fewer than three signs that do not come from one another, numbers apart";
    private static final String COMMON_SIGNS =
            "Hosts, paths and packet filters now and then show each of its signs too";
    private static final String ONE_SIGN =
            "There is one sign only, and hosts, paths and packet filters now and then show it too";

    private static final String ONLY_COPIED =
            "A stack that builds its RSTs from the segment before them copies the IP-ID too, and nothing else differs";

    @Test
    void three_signs_of_which_only_a_forger_leaves_one_prove_it() {
        RuleCase story = RuleCase.of(
                CONVERSATION
                        + """
                +1500ms A > B PSH,ACK data=100
                +1ms    B > A RST,ACK by=M no-ts ipid=mirror
                """);
        Claim claim = story.claim(RULE);

        assertThat(claim.confidence()).isEqualTo(Confidence.CERTAIN);
        assertThat(claim.emitter()).isEqualTo(Emitter.MIDDLEBOX);
        assertThat(claim.decisive()).isEqualTo(1);
        assertThat(claim.limits()).isEmpty();
        assertThat(claim.beats(story.claim(new LingerZeroRule()))).isTrue();
    }

    @Test
    void a_copied_ip_id_alone_may_be_the_habit_of_a_stack() {
        assertLimited(
                """
                +1500ms A > B PSH,ACK data=100
                +10ms   B > A ACK
                +1500ms B > A RST,ACK ipid=mirror
                """,
                Confidence.LOW,
                ONLY_COPIED);
    }

    @Test
    void an_answer_from_the_hosts_distance_may_be_built_from_the_segment_with_its_ip_id() {
        assertLimited(
                """
                +1500ms A > B PSH,ACK data=100
                +10ms   B > A RST answers ipid=mirror
                """,
                Confidence.LOW,
                ONLY_COPIED);
    }

    @Test
    void a_copied_ip_id_and_a_number_that_goes_back_are_a_forgers() {
        assertLimited(
                """
                +1500ms B > A PSH,ACK data=100
                +1ms    A > B ACK
                +1ms    B > A RST,ACK seq=51 ipid=mirror
                """,
                Confidence.HIGH,
                FEW_SIGNS);
    }

    @Test
    void a_lack_of_timestamps_alone_is_no_sign_and_with_another_number_a_weak_one() {
        String idle = CONVERSATION + "+1500ms A > B PSH,ACK data=100\n+10ms B > A ACK\n+1500ms B > A RST,ACK no-ts";

        assertThat(RuleCase.of(idle).because(RULE))
                .isEqualTo("the RST lacks the timestamps of its connection, but no RST needs them, and nothing else"
                        + " differs from what the host sends");
        assertThat(RuleCase.of(idle + " ipid=54321").claim(RULE).confidence()).isEqualTo(Confidence.LOW);
    }

    @Test
    void a_host_that_goes_on_talking_did_not_reset() {
        Claim claim = assertLimited(
                """
                +500ms B > A RST,ACK ipid=9
                +10ms  B > A PSH,ACK data=300
                """,
                Confidence.HIGH,
                FEW_SIGNS);

        assertThat(claim.decisive()).isEqualTo(1);
        assertThat(RuleCase.evidence(claim)).contains("The host went on talking after its supposed RST");
    }

    @Test
    void what_acknowledges_data_before_it_can_have_arrived_was_made_nearer() {
        RuleCase young = RuleCase.of(CONVERSATION + "+1s A > B PSH,ACK data=50\n+1ms B > A RST,ACK no-ts");

        assertThat(young.claim(RULE).confidence()).isEqualTo(Confidence.MEDIUM);
        assertThat(RuleCase.evidence(young.claim(RULE)))
                .anyMatch(sentence -> sentence.startsWith("It acknowledges data that had passed here less than half"));
        assertThat(young.verdict().cause()).isEqualTo(Cause.INJECTED_RST);
        assertThat(RuleCase.of(CONVERSATION + "+1s A > B PSH,ACK data=50\n+11ms B > A RST,ACK")
                        .verdict()
                        .cause())
                .isNotEqualTo(Cause.INJECTED_RST);
    }

    @Test
    void a_number_that_goes_back_and_no_acknowledgment_are_no_hosts() {
        RuleCase story =
                RuleCase.of(CONVERSATION + "+1s B > A FIN,PSH,ACK data=300\n+1ms B > A RST,ACK seq=301 ack=0 no-ts");

        assertThat(RuleCase.evidence(story.claim(RULE)))
                .contains("Its number lies behind what the host had sent a moment before, and it answers nothing new");
    }

    @Test
    void no_detour_is_as_long_as_the_way_of_this_abort() {
        assertLimited("+500ms B > A RST,ACK ttl=40 no-ts ipid=0", Confidence.HIGH, FEW_SIGNS);
    }

    @Test
    void a_ttl_that_seems_farther_than_the_host_may_be_where_its_stack_begins() {
        RuleCase story = RuleCase.of(CONVERSATION + "+500ms B > A RST,ACK ttl=40");

        assertLimited(story.claim(RULE), Confidence.LOW, ONE_SIGN);
        assertThat(story.verdict().cause()).isEqualTo(Cause.LINGER_ZERO_ABORT);
    }

    @Test
    void an_abort_from_nearby_needs_a_second_sign() {
        assertLimited("+500ms B > A RST,ACK ttl=62 no-ts ipid=0", Confidence.HIGH, FEW_SIGNS);

        RuleCase story = RuleCase.of(CONVERSATION + "+500ms B > A RST,ACK ttl=62 ipid=0");
        assertLimited(story.claim(RULE), Confidence.LOW, ONE_SIGN);
        assertThat(story.verdict().cause()).isEqualTo(Cause.LINGER_ZERO_ABORT);
    }

    @Test
    void another_link_layer_address_needs_two_more_signs() {
        String neighbours =
                """
                host B 10.0.9.2 port=8080
                host M 10.0.9.3
                """;

        assertLimited(
                RuleCase.of(neighbours + CONVERSATION + "+500ms B > A RST,ACK by=M no-ts")
                        .claim(RULE),
                Confidence.MEDIUM,
                COMMON_SIGNS);
        assertThat(RuleCase.of(
                                neighbours
                                        + CONVERSATION
                                        + """
                                +0s    A > B ACK win=77
                                +500ms B > A RST,ACK by=M no-ts win=77
                                """)
                        .claim(RULE)
                        .confidence())
                .isEqualTo(Confidence.CERTAIN);
    }

    @Test
    void an_answer_from_elsewhere_is_rather_a_filters() {
        RuleCase story = RuleCase.of(
                CONVERSATION
                        + """
                +1500ms A > B PSH,ACK data=100
                +10ms   B > A RST answers ttl=62
                """);
        Claim claim = story.claim(RULE);

        assertLimited(claim, Confidence.LOW, ONE_SIGN);
        assertThat(story.claim(new FirewallRejectRule()).beats(claim)).isTrue();
    }

    @Test
    void an_answer_from_elsewhere_to_what_the_host_had_taken_is_no_filters() {
        RuleCase story = RuleCase.of(
                CONVERSATION
                        + """
                +500ms A > B PSH,ACK data=100
                +10ms  B > A ACK
                +10ms  B > A RST answers ttl=62
                """);
        Claim claim = story.claim(RULE);

        assertLimited(claim, Confidence.MEDIUM, COMMON_SIGNS);
        assertThat(claim.beats(story.claim(new FirewallRejectRule()))).isTrue();
    }

    @Test
    void windows_that_count_up_name_a_device() {
        Claim claim = RuleCase.of(
                        """
                        host B 10.0.9.2 port=443 hops=3
                        +0s   A > B SYN
                        +5ms  B > A RST,ACK answers by=M win=1980
                        +0s   B > A RST,ACK answers by=M win=1981
                        +0s   B > A RST,ACK answers by=M win=1982
                        """)
                .claim(RULE);

        assertLimited(
                claim, Confidence.HIGH, "The device is known by its windows alone, which another may make as well");
    }

    @Test
    void a_part_of_those_windows_is_one_sign() {
        Claim claim = RuleCase.of(
                        """
                        host B 10.0.9.2 port=443 hops=3
                        +0s   A > B SYN
                        +5ms  B > A RST,ACK answers by=M win=1980
                        +0s   B > A RST,ACK answers by=M win=1981
                        """)
                .claim(RULE);

        assertLimited(claim, Confidence.LOW, ONE_SIGN);
    }

    @Test
    void a_payload_names_a_device_but_does_not_prove_it() {
        RuleCase story = RuleCase.of(
                CONVERSATION
                        + """
                +1500ms A > B PSH,ACK data=100
                +10ms   B > A RST,ACK data=hex:01020304050607080900
                """);

        assertLimited(
                story.claim(RULE),
                Confidence.HIGH,
                "The device is known by its payload alone, which another may send as well");
        assertThat(story.verdict().cause()).isEqualTo(Cause.INJECTED_RST);
    }

    @Test
    void other_bytes_in_a_reset_name_nobody() {
        RuleCase story = RuleCase.of(CONVERSATION + "+1500ms B > A RST,ACK data=hex:0102030405060708");

        assertThat(story.verdict().cause()).isNotEqualTo(Cause.INJECTED_RST);
    }

    @Test
    void a_reset_out_of_a_silence_may_be_a_devices_whose_timer_ran_out() {
        RuleCase story = RuleCase.of(CONVERSATION + "+20s B > A RST,ACK by=M no-ts ipid=0");
        Claim claim = story.claim(RULE);

        assertLimited(
                claim, Confidence.MEDIUM, "It came out of a silence: a device whose idle timer runs out does so too");
        assertThat(story.verdict().cause()).isEqualTo(Cause.IDLE_TIMEOUT);
    }

    @Test
    void a_reset_without_a_conversation_has_little_to_be_compared_with() {
        Claim claim = RuleCase.of(
                        """
                        +0s   A:40001 > B:22 SYN
                        +10ms B:22 > A:40001 SYN,ACK
                        +0s   A:40001 > B:22 ACK
                        +500ms B > A RST,ACK ttl=40
                        """)
                .claim(RULE);

        assertLimited(
                claim,
                Confidence.LOW,
                "There is one sign only, and no segment of the conversation to compare the RST with");
    }

    @Test
    void an_abort_like_all_else_that_its_host_sends_is_not_forged() {
        assertThat(RuleCase.of(CONVERSATION + "+500ms B > A RST,ACK").because(RULE))
                .isEqualTo("no field of the RST, its path or its pace differs from what the host that it names sends");
    }

    @Test
    void the_answer_to_what_a_nat_did_not_translate_is_not_forged() {
        assertThat(RuleCase.of(
                                CONVERSATION
                                        + """
                                +1500ms A > B PSH,ACK data=100 seq=20000000
                                +1ms    B > A RST answers
                                """)
                        .because(RULE))
                .isEqualTo(
                        "the RST answers a segment beyond all that the host had offered room for, as one that passed a NAT untranslated");
    }

    private static Claim assertLimited(String end, Confidence confidence, String limit) {
        Claim claim = RuleCase.of(CONVERSATION + end).claim(RULE);
        assertLimited(claim, confidence, limit);
        return claim;
    }

    private static void assertLimited(Claim claim, Confidence confidence, String limit) {
        assertThat(claim.confidence()).isEqualTo(confidence);
        assertThat(RuleCase.limits(claim)).containsExactly(limit);
    }
}

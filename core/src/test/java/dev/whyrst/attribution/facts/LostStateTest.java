package dev.whyrst.attribution.facts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** When an answer proves that its host has lost the connection. */
class LostStateTest {
    private static final String LOST = "+1ms B restarts\n+1s A > B PSH,ACK data=9\n+10ms B > A RST answers";

    @Test
    void an_answer_out_of_a_short_quiet_to_a_peer_that_had_all_proves_it() {
        assertThat(isProven(Facts.TALK + LOST)).isTrue();
    }

    @Test
    void after_half_a_minute_a_device_may_have_forgotten_it() {
        assertThat(isProven(Facts.TALK + "+29s B restarts\n" + LOST)).isFalse();
    }

    @Test
    void a_close_may_have_crossed_a_request_that_came_soon() {
        assertThat(isProven(Facts.TALK + LOST.replace("+1s", "+328.9ms"))).isFalse();
        assertThat(isProven(Facts.TALK + LOST.replace("+1s", "+329ms"))).isTrue();
    }

    @Test
    void a_fin_that_passed_explains_it() {
        assertThat(isProven(Facts.TALK + "+1ms B > A FIN,ACK\n+40us A > B ACK\n" + LOST))
                .isFalse();
    }

    @Test
    void from_elsewhere_or_too_fast_it_is_not_the_hosts() {
        assertThat(isProven(Facts.TALK + LOST + " by=M")).isFalse();
        assertThat(isProven(Facts.TALK + LOST.replace("+10ms B", "+4ms B"))).isFalse();
    }

    @Test
    void an_earlier_reset_tells_another_story() {
        assertThat(isProven(Facts.TALK + "+1ms A > B RST by=M seq=+5\n" + LOST)).isFalse();
    }

    @Test
    void an_acknowledgment_alone_draws_no_proof_but_a_probe_does() {
        assertThat(isProven(Facts.TALK + LOST.replace("PSH,ACK data=9", "ACK"))).isFalse();
        assertThat(isProven(Facts.TALK + LOST.replace("PSH,ACK data=9", "ACK probe")))
                .isTrue();
    }

    @Test
    void a_port_that_closes_idle_connections_may_have_closed_this_one() {
        String idle = Facts.in(40_001, Facts.TALK + "+5s B > A FIN,ACK\n");

        assertThat(isProven(idle + Facts.TALK + LOST)).isFalse();
    }

    @Test
    void a_late_answer_is_not_the_stacks() {
        assertThat(isProven(Facts.TALK + LOST.replace("+10ms B", "+18.1ms B"))).isFalse();
    }

    @Test
    void from_another_link_layer_address_it_is_not_the_hosts() {
        assertThat(isProven("host M 10.0.5.3 mac=77 hops=3\n" + Facts.TALK + LOST + " by=M"))
                .isFalse();
    }

    @Test
    void one_byte_may_be_a_probe_by_hand_and_a_fin_is_none() {
        assertThat(isProven(Facts.TALK + LOST.replace("data=9", "data=1"))).isFalse();
        assertThat(isProven(Facts.TALK + LOST.replace("PSH,ACK data=9", "FIN,ACK")))
                .isTrue();
    }

    @Test
    void in_the_form_of_an_abort_it_is_proven_by_a_counter_that_begins_anew() {
        String lost =
                """
                host B 10.0.9.2 port=8080 stack=lwip hops=3
                +0s A > B SYN
                +10ms B > A SYN,ACK ipid=100
                +40us A > B ACK
                +1ms A > B PSH,ACK data=100
                +10ms B > A ACK ipid=101
                +1ms B > A PSH,ACK data=200 ipid=102
                +40us A > B ACK
                +1s A > B PSH,ACK data=9
                +10ms B > A RST,ACK win=65407 ipid=""";

        assertThat(isProven(lost + "1")).isTrue();
        assertThat(isProven(lost + "103")).isFalse();
        assertThat(isProven(lost + "99")).isFalse();
    }

    private static boolean isProven(String story) {
        RstContext reset = Facts.of(story);
        return LostState.isProven(reset, reset.ttlFit(), reset.forgerySigns());
    }
}

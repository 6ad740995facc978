package dev.whyrst.attribution.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.scenario.Case;
import dev.whyrst.timeline.Side;
import org.junit.jupiter.api.Test;

/** IP identifications of RSTs and of what their senders sent before. */
class IpIdFitTest {
    /** B counts the packets of its connection: 100, 101. */
    private static final String COUNTED =
            """
            +0s   A > B SYN
            +10ms B > A SYN,ACK
            +40us A > B ACK
            +1ms  A > B PSH,ACK data=100
            +10ms B > A ACK ipid=100
            +1ms  B > A PSH,ACK data=200 ipid=101
            """;

    @Test
    void the_next_number_continues_the_count_and_so_does_one_after_some_that_were_not_captured() {
        assertThat(fit(COUNTED + "+1s B > A RST,ACK ipid=102")).isEqualTo(IpIdFit.CONTINUES);
        assertThat(fit(COUNTED + "+1s B > A RST,ACK ipid=1125")).isEqualTo(IpIdFit.CONTINUES);
    }

    @Test
    void a_number_far_ahead_or_behind_is_off_the_count() {
        assertThat(fit(COUNTED + "+1s B > A RST,ACK ipid=1126")).isEqualTo(IpIdFit.OFF);
        assertThat(fit(COUNTED + "+1s B > A RST,ACK ipid=101")).isEqualTo(IpIdFit.OFF);
        assertThat(fit(COUNTED + "+1s B > A RST,ACK ipid=100")).isEqualTo(IpIdFit.OFF);
    }

    @Test
    void linux_answers_with_zero() {
        assertThat(fit(COUNTED + "+1s A > B PSH,ACK data=9\n+10ms B > A RST answers"))
                .isEqualTo(IpIdFit.ZERO);
    }

    @Test
    void without_a_count_nothing_is_known() {
        assertThat(fit("+0s A > B SYN\n+10ms B > A RST,ACK answers ipid=7")).isEqualTo(IpIdFit.UNKNOWN);
        assertThat(fit(COUNTED.replace("ipid=101", "ipid=9101") + "+1s B > A RST,ACK ipid=102"))
                .isEqualTo(IpIdFit.UNKNOWN);
        assertThat(fit(COUNTED.replace("ipid=101", "ipid=100") + "+1s B > A RST,ACK ipid=102"))
                .isEqualTo(IpIdFit.UNKNOWN);
    }

    @Test
    void flow_labels_of_ipv6_do_not_count() {
        RstContext reset = Facts.of(COUNTED + "+1s B > A RST,ACK ipid=102");

        assertThat(IpIdFit.of(reset.timeline().before(reset.reset()), reset.rst(), Side.RESPONDER, false))
                .isEqualTo(IpIdFit.UNKNOWN);
    }

    @Test
    void a_counter_wraps() {
        assertThat(IpIdFit.ahead(0xfffe, 3)).isEqualTo(5);
        assertThat(IpIdFit.ahead(3, 0xfffe)).isEqualTo(0xfffb);
    }

    @Test
    void a_stride_of_256_is_still_a_count() {
        assertThat(fit(COUNTED.replace("ipid=101", "ipid=356") + "+1s B > A RST,ACK ipid=357"))
                .isEqualTo(IpIdFit.CONTINUES);
        assertThat(fit(COUNTED.replace("ipid=101", "ipid=357") + "+1s B > A RST,ACK ipid=358"))
                .isEqualTo(IpIdFit.UNKNOWN);
    }

    @Test
    void handshakes_and_zeros_are_no_part_of_the_count() {
        String handshake = COUNTED.replace("B > A SYN,ACK", "B > A SYN,ACK ipid=40000");

        assertThat(fit(handshake + "+1ms B > A ACK ipid=0\n+1s B > A RST,ACK ipid=102"))
                .isEqualTo(IpIdFit.CONTINUES);
    }

    private static IpIdFit fit(String story) {
        RstContext reset = Facts.of(Case.of(story));
        return IpIdFit.of(reset.timeline().before(reset.reset()), reset.rst(), reset.sender(), true);
    }
}

package dev.whyrst.attribution.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.scenario.Case;
import org.junit.jupiter.api.Test;

/** Keep-alive probes, and what looks like them. */
class KeepAliveProbeTest {
    @Test
    void a_probe_is_one_number_below_what_was_sent() {
        assertThat(isProbe(Facts.TALK + "+60s A > B ACK probe as=asked\n+10ms B > A RST answers"))
                .isTrue();
        assertThat(isProbe(Facts.TALK + "+60s A > B ACK as=asked\n+10ms B > A RST answers"))
                .isFalse();
    }

    @Test
    void a_probe_may_repeat_the_last_byte_but_no_more() {
        assertThat(isProbe(Facts.TALK + "+60s A > B ACK probe data=1 as=asked\n+10ms B > A RST answers"))
                .isTrue();
        assertThat(isProbe(Facts.TALK + "+60s A > B ACK probe data=2 as=asked\n+10ms B > A RST answers"))
                .isFalse();
    }

    @Test
    void a_probe_of_a_closed_window_asks_for_room() {
        String closed = Facts.TALK + "+1s B > A ACK win=0\n";

        assertThat(isProbe(closed + "+60s A > B ACK probe as=asked\n+10ms B > A RST answers"))
                .isFalse();
    }

    @Test
    void where_the_capture_began_in_a_silence_repetition_tells_a_probe() {
        String once = "+0s A > B ACK as=asked ack=1\n+10ms B > A RST answers=asked";
        String twice = "+0s A > B ACK ack=1\n+60s A > B ACK ack=1 as=asked\n+10ms B > A RST answers=asked";

        assertThat(isProbe(once)).isFalse();
        assertThat(isProbe(twice)).isTrue();
    }

    @Test
    void so_does_an_abort_with_the_number_behind_it() {
        assertThat(isProbe("+0s A > B ACK ack=1 as=asked\n+10s A > B RST,ACK seq=+1 ack=1"))
                .isTrue();
        assertThat(isProbe("+0s A > B ACK ack=1 as=asked\n+10s A > B RST,ACK seq=+2 ack=1"))
                .isFalse();
    }

    @Test
    void a_fin_is_no_probe() {
        assertThat(isProbe(Facts.TALK + "+60s A > B FIN,ACK probe as=asked\n+10ms B > A RST answers"))
                .isFalse();
    }

    @Test
    void who_acknowledges_something_else_does_not_say_the_same_again() {
        assertThat(isProbe("+0s A > B ACK ack=1\n+60s A > B ACK ack=2 as=asked\n+10ms B > A RST answers=asked"))
                .isFalse();
    }

    private static boolean isProbe(String lines) {
        Case story = Case.of(lines);
        return KeepAliveProbe.is(story.timeline(), story.segment("asked"));
    }
}

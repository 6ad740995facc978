package dev.whyrst.attribution.facts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Facts that several rules ask for. */
class RstContextTest {
    @Test
    void each_is_computed_once() {
        RstContext reset = Facts.of(Facts.TALK + "+1s B > A RST,ACK");

        assertThat(reset.buffers()).isNotNull().isSameAs(reset.buffers());
        assertThat(reset.forgerySigns()).isNotNull().isSameAs(reset.forgerySigns());
        assertThat(reset.silence()).isNotNull().isSameAs(reset.silence());
        assertThat(reset.ttlFit()).isEqualTo(TtlFit.SAME);
        assertThat(reset.stated()).isSameAs(reset.stated()).isEmpty();
    }

    @Test
    void what_the_payload_states_goes_before_what_the_window_may_state() {
        String reset = Facts.TALK + "+60s B > A RST,ACK win=9300";

        assertThat(Facts.of(reset).stated()).map(StatedCause::source).contains("Citrix NetScaler");
        assertThat(Facts.of(reset + " data=\"go away now\"").stated())
                .map(StatedCause::words)
                .contains("go away now");
    }
}

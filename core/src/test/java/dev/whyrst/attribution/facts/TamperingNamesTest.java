package dev.whyrst.attribution.facts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The names that the literature has for connections that were tampered with. */
class TamperingNamesTest {
    private static final String REQUEST = Facts.OPEN + "+1ms A > B PSH,ACK data=100\n";

    @Test
    void the_stage_is_how_far_the_initiator_had_got() {
        assertThat(name("+0s A > B SYN\n+1ms B > A RST by=M ack=1 seq=raw:0")).startsWith("stage Post-SYN, ");
        assertThat(name(Facts.OPEN + "+1ms B > A RST by=M")).startsWith("stage Post-ACK, ");
        assertThat(name(REQUEST + "+1ms B > A RST by=M")).startsWith("stage Post-PSH, ");
        assertThat(name(REQUEST + "+1ms A > B PSH,ACK data=9\n+1ms B > A RST by=M"))
                .startsWith("stage Post-Data, ");
    }

    @Test
    void one_reset_is_named_by_its_flags() {
        assertThat(name(REQUEST + "+1ms B > A RST by=M")).endsWith("signature \u27e8PSH+ACK \u2192 RST\u27e9");
        assertThat(name(REQUEST + "+1ms B > A RST,ACK by=M")).endsWith("signature \u27e8PSH+ACK \u2192 RST+ACK\u27e9");
    }

    @Test
    void two_resets_are_named_by_flags_and_acknowledgments() {
        String first = REQUEST + "+1ms B > A RST by=M ack=1\n+40us B > A RST by=M seq=+9 ack=";

        assertThat(name(first + "1")).endsWith("\u2192 RST = RST\u27e9");
        assertThat(name(first + "500")).endsWith("\u2192 RST \u2260 RST\u27e9");
        assertThat(name(first + "raw:0")).endsWith("\u2192 RST; RST\u2080\u27e9");
        assertThat(name(REQUEST + "+1ms B > A RST by=M\n+40us B > A RST,ACK by=M"))
                .endsWith("\u2192 RST; RST+ACK\u27e9");
    }

    @Test
    void two_that_have_no_name_at_their_stage_leave_the_stage_alone() {
        assertThat(name(Facts.OPEN + "+1ms B > A RST by=M\n+40us B > A RST,ACK by=M"))
                .isEqualTo("stage Post-ACK");
        assertThat(name(Facts.OPEN + "+1ms B > A RST by=M\n+40us B > A RST by=M"))
                .isEqualTo("stage Post-ACK, signature \u27e8SYN; ACK \u2192 RST; RST\u27e9");
    }

    @Test
    void behind_more_data_only_resets_that_are_alike_have_a_name() {
        String data = REQUEST + "+1ms A > B PSH,ACK data=9\n+1ms B > A RST by=M\n+40us B > A RST";

        assertThat(name(data + " by=M")).isEqualTo("stage Post-Data, signature \u27e8PSH+ACK; Data \u2192 RST\u27e9");
        assertThat(name(data + ",ACK by=M")).isEqualTo("stage Post-Data");
    }

    private static String name(String story) {
        return TamperingNames.of(Facts.of(story));
    }
}

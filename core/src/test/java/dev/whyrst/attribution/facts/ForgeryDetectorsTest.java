package dev.whyrst.attribution.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.scenario.Case;
import org.junit.jupiter.api.Test;

/** Which detectors of the literature would fire. */
class ForgeryDetectorsTest {
    private static final String REQUEST = Facts.OPEN + "+1ms A > B PSH,ACK data=100 as=request\n";

    @Test
    void an_abort_sets_off_none() {
        assertThat(detectors(Facts.TALK + "+1s B > A RST,ACK")).isEmpty();
    }

    @Test
    void data_that_follows_the_reset_of_its_sender_is_named() {
        assertThat(detectors(REQUEST + "+1ms B > A RST,ACK by=M\n+9ms B > A PSH,ACK data=50"))
                .isEqualTo("RST_SEQ_DATA");
        assertThat(detectors(REQUEST + "+1ms B > A RST,ACK by=M\n+3s B > A PSH,ACK data=50"))
                .isEmpty();
    }

    @Test
    void a_reset_behind_data_is_named() {
        assertThat(detectors(Facts.TALK + "+1s B > A RST,ACK seq=100")).isEqualTo("DATA_SEQ_RST");
    }

    @Test
    void resets_that_run_ahead_are_named() {
        assertThat(detectors(Case.of(REQUEST + "+1ms B > A RST,ACK by=M\n+40us B > A RST,ACK seq=+1460 by=M")
                        .about(0)))
                .isEqualTo("RST_SEQ_CHANGE");
    }

    @Test
    void acknowledgments_that_differ_without_a_reason_are_named() {
        String first = REQUEST + "+1ms B > A RST,ACK by=M\n";

        assertThat(detectors(first + "+40us B > A RST,ACK ack=+700 by=M")).isEqualTo("RST_ACK_CHANGE");
        assertThat(detectors(first + "+40us A > B PSH,ACK data=700\n+40us B > A RST,ACK by=M"))
                .isEmpty();
    }

    @Test
    void a_reset_on_the_heels_of_the_senders_own_syn_is_named() {
        assertThat(detectors("+0s A > B SYN\n+10ms B > A SYN,ACK\n+20us B > A RST,ACK by=M"))
                .isEqualTo("SYN_RST");
        assertThat(detectors(Facts.OPEN + "+20us B > A RST,ACK by=M")).isEmpty();
    }

    @Test
    void several_names_stand_in_a_row() {
        assertThat(detectors(
                        "+0s A > B SYN\n+10ms B > A SYN,ACK\n+20us B > A RST,ACK by=M\n+1ms B > A PSH,ACK data=50"))
                .isEqualTo("RST_SEQ_DATA, SYN_RST");
    }

    @Test
    void what_the_sender_itself_says_in_between_is_no_reason() {
        assertThat(detectors(REQUEST + "+1ms B > A RST,ACK by=M\n+20us B > A ACK\n+20us B > A RST,ACK ack=+700 by=M"))
                .isEqualTo("RST_ACK_CHANGE");
    }

    private static String detectors(String story) {
        return detectors(Case.of(story));
    }

    private static String detectors(Case story) {
        RstContext reset = Facts.of(story);
        return ForgeryDetectors.of(reset, reset.forgerySigns());
    }
}

package dev.whyrst.attribution.facts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Initiators that answer a SYN,ACK that was not captured. */
class UnseenSynAckTest {
    @Test
    void a_bare_reset_behind_the_syn_tells_of_it() {
        assertThat(isAnswered("+0s A > B SYN\n+10ms B > A SYN,ACK uncaptured\n+40us A > B RST answers"))
                .isTrue();
    }

    @Test
    void an_abort_with_ack_does_not() {
        assertThat(isAnswered("+0s A > B SYN\n+10ms B > A SYN,ACK uncaptured\n+40us A > B RST,ACK ack=1"))
                .isFalse();
    }

    @Test
    void nor_does_one_with_another_number() {
        assertThat(isAnswered("+0s A > B SYN\n+1s A > B RST seq=+1")).isFalse();
    }

    @Test
    void a_syn_ack_that_was_captured_is_not_unseen() {
        assertThat(isAnswered("+0s A > B SYN\n+10ms B > A SYN,ACK\n+40us A > B RST answers"))
                .isFalse();
    }

    private static boolean isAnswered(String story) {
        return UnseenSynAck.isAnswered(Facts.of(story));
    }
}

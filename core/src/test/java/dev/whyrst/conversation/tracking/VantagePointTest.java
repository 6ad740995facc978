package dev.whyrst.conversation.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VantagePointTest {

    private static final long MILLISECOND = 1_000_000;

    private final VantagePoint vantage = new VantagePoint();

    @Test
    void a_capture_without_whole_handshakes_does_not_tell() {
        assertThat(vantage.sentence()).startsWith("Unknown: no whole handshake");
    }

    @Test
    void at_the_initiator_the_ack_follows_at_once() {
        vantage.handshake(20 * MILLISECOND, MILLISECOND / 20);
        assertThat(vantage.sentence()).startsWith("Near the initiators: in the one whole handshake");
    }

    @Test
    void at_the_responder_the_ack_takes_the_round_trip() {
        for (int i = 0; i < 9; i++) {
            vantage.handshake(MILLISECOND / 20, 20 * MILLISECOND);
        }
        vantage.handshake(5 * MILLISECOND, 6 * MILLISECOND);
        assertThat(vantage.sentence()).startsWith("Near the responders: in 9 of 10 handshakes");
    }

    @Test
    void in_the_middle_both_take_their_time() {
        vantage.handshake(5 * MILLISECOND, 6 * MILLISECOND);
        assertThat(vantage.sentence()).startsWith("Between the ends");
    }

    @Test
    void on_one_host_nobody_is_far() {
        vantage.handshake(MILLISECOND / 50, MILLISECOND / 20);
        assertThat(vantage.sentence()).startsWith("Near both ends");
    }

    @Test
    void a_mixture_is_told_as_one() {
        vantage.handshake(20 * MILLISECOND, MILLISECOND);
        vantage.handshake(MILLISECOND, 20 * MILLISECOND);
        assertThat(vantage.sentence())
                .isEqualTo("Unknown: of 2 handshakes 1 look as if captured near the initiator, 1 near the"
                        + " responder, 0 near both, 0 between them");
    }
}

package dev.whyrst.attribution.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.scenario.Case;
import org.junit.jupiter.api.Test;

/** What is seen of the handshake before a RST. */
class HandshakeTest {
    @Test
    void a_handshake_with_all_three_steps_is_complete_and_takes_a_round_trip() {
        Case story = Case.of(Facts.TALK + "+1s B > A RST,ACK");
        Handshake handshake = Facts.of(story).handshake();

        assertThat(handshake.complete()).isTrue();
        assertThat(handshake.syn()).contains(story.segment("syn"));
        assertThat(handshake.synAck()).contains(story.segment("synAck"));
        assertThat(handshake.ack()).contains(story.segment("ack"));
        assertThat(handshake.latencyNanos()).isEqualTo(10_000_000);
    }

    @Test
    void repeated_steps_are_counted_and_the_last_try_is_measured_from_the_last_syn() {
        Case story = Case.of(
                """
                +0s   A > B SYN
                +1s   A > B SYN again as=second
                +30ms B > A SYN,ACK as=answer
                +1s   B > A SYN,ACK again
                +1s   B > A RST,ACK
                """);
        Handshake handshake = Facts.of(story).handshake();

        assertThat(handshake.syns()).isEqualTo(2);
        assertThat(handshake.synAcks()).isEqualTo(2);
        assertThat(handshake.lastSyn()).contains(story.segment("second"));
        assertThat(handshake.latencyNanos()).isEqualTo(1_030_000_000);
        assertThat(handshake.lastTryNanos()).isEqualTo(30_000_000);
        assertThat(handshake.complete()).isFalse();
    }

    @Test
    void what_passed_after_the_reset_is_no_part_of_it() {
        Handshake handshake = Facts.of("+0s A > B SYN\n+1ms B > A RST,ACK by=M answers\n+9ms B > A SYN,ACK")
                .handshake();

        assertThat(handshake.synAck()).isEmpty();
        assertThat(handshake.latencyNanos()).isEqualTo(-1);
        assertThat(handshake.lastTryNanos()).isEqualTo(-1);
    }

    @Test
    void a_number_within_the_syn_and_its_data_acknowledges_it() {
        Case story = Case.of(
                """
                +0s   A > B SYN data=20
                +10ms B > A SYN,ACK ack=21 as=whole
                +1ms  B > A SYN,ACK ack=1  as=synAlone
                +1ms  B > A SYN,ACK ack=0  as=nothing
                +1ms  B > A SYN,ACK ack=22 as=more
                +1ms  A > B RST answers=more
                """);
        Handshake handshake = Facts.of(story).handshake();

        assertThat(handshake.isAcknowledgedBy(story.segment("whole"))).isTrue();
        assertThat(handshake.isAcknowledgedBy(story.segment("synAlone"))).isTrue();
        assertThat(handshake.isAcknowledgedBy(story.segment("nothing"))).isFalse();
        assertThat(handshake.isAcknowledgedBy(story.segment("more"))).isFalse();
    }
}

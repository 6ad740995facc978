package dev.whyrst.attribution.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.scenario.Case;
import dev.whyrst.timeline.Side;
import org.junit.jupiter.api.Test;

/** How long a side takes to acknowledge. */
class RoundTripsTest {
    @Test
    void the_shortest_answer_counts_whatever_it_acknowledges() {
        Case story = Case.of(
                """
                +0s   A > B SYN
                +30ms B > A SYN,ACK
                +40us A > B ACK
                +1ms  A > B PSH,ACK data=100
                +12ms B > A ACK
                +1s   B > A RST,ACK
                """);

        assertThat(RoundTrips.shortest(story.timeline(), Side.RESPONDER)).isEqualTo(12_000_000);
        assertThat(RoundTrips.shortest(story.timeline(), Side.INITIATOR)).isEqualTo(40_000);
    }

    @Test
    void resets_acknowledge_nothing() {
        Case story = Case.of("+0s A > B SYN\n+10ms B > A RST,ACK answers");

        assertThat(RoundTrips.shortest(story.timeline(), Side.RESPONDER)).isEqualTo(-1);
    }

    @Test
    void an_acknowledgment_of_what_was_never_sent_is_none() {
        Case story = Case.of(
                """
                +0s   A > B SYN
                +1ms  B > A ACK ack=70000
                +9ms  B > A SYN,ACK
                +1s   B > A RST,ACK
                """);

        assertThat(RoundTrips.shortest(story.timeline(), Side.RESPONDER)).isEqualTo(10_000_000);
    }
}

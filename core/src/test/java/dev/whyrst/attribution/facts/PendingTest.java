package dev.whyrst.attribution.facts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What was still under way when a RST passed. */
class PendingTest {
    @Test
    void what_the_sender_took_and_never_answered_is_counted() {
        assertThat(Pending.unanswered(Facts.of(Facts.TALK + "+1s A > B PSH,ACK data=70\n+10ms B > A RST,ACK")))
                .isEqualTo(70);
        assertThat(Pending.unanswered(Facts.of(Facts.TALK + "+1s B > A RST,ACK")))
                .isZero();
    }

    @Test
    void a_fin_that_was_taken_is_no_data() {
        assertThat(Pending.unanswered(Facts.of(Facts.TALK + "+1s A > B FIN,ACK\n+10ms B > A RST,ACK")))
                .isZero();
    }

    @Test
    void no_queue_holds_more_than_its_room() {
        String small = Facts.OPEN.replace("SYN,ACK", "SYN,ACK win=1000") + "+1ms B > A ACK win=4\n";

        assertThat(Pending.unanswered(Facts.of(small + "+1ms A > B PSH,ACK data=3000\n+10ms B > A RST,ACK")))
                .isEqualTo(1000);
    }

    @Test
    void what_the_peer_sent_before_its_fin_may_have_been_left_untaken() {
        String left = Facts.TALK + "+1s A > B PSH,ACK data=70 as=more\n+1ms A > B FIN,ACK as=fin\n";

        assertThat(Pending.untaken(Facts.of(left + "+1ms B > A RST,ACK before=more")))
                .isEqualTo(70);
        assertThat(Pending.untaken(Facts.of(left + "+1ms B > A RST,ACK before=fin")))
                .isZero();
    }

    @Test
    void what_the_sender_had_sent_and_the_peer_not_acknowledged_is_counted_without_the_fin() {
        assertThat(Pending.unacknowledged(
                        Facts.of(Facts.TALK + "+1s B > A PSH,ACK data=33\n+1s B > A FIN,ACK\n+1s B > A RST,ACK")))
                .isEqualTo(33);
        assertThat(Pending.unacknowledged(Facts.of(Facts.TALK + "+1s B > A RST,ACK")))
                .isZero();
    }

    @Test
    void where_the_peer_said_nothing_all_is_unacknowledged() {
        assertThat(Pending.unacknowledged(Facts.of("+0s B > A PSH,ACK data=33 ack=1\n+1s B > A RST,ACK ack=1")))
                .isEqualTo(33);
    }

    @Test
    void the_last_data_of_the_peer_is_in_flight_until_it_is_acknowledged() {
        String late = Facts.TALK + "+1s A > B PSH,ACK data=70 as=late\n";

        assertThat(Pending.isInFlight(Facts.of(late + "+1ms B > A RST,ACK before=late")))
                .isTrue();
        assertThat(Pending.isInFlight(Facts.of(late + "+10ms B > A RST,ACK"))).isFalse();
        assertThat(Pending.isInFlight(Facts.of(late + "+10ms B > A ACK\n+1ms B > A RST,ACK")))
                .isFalse();
    }

    @Test
    void a_fin_that_was_not_taken_is_not_subtracted() {
        String left = Facts.TALK + "+1s A > B PSH,ACK data=70\n+1ms A > B FIN,ACK as=fin\n";

        assertThat(Pending.unanswered(Facts.of(left + "+1ms B > A RST,ACK before=fin")))
                .isEqualTo(70);
    }

    @Test
    void who_never_spoke_took_nothing_that_is_known() {
        String middle = "+0s A > B PSH,ACK data=70\n+1ms A > B FIN,ACK\n";

        assertThat(Pending.untaken(Facts.of(middle + "+10ms B > A RST answers")))
                .isZero();
        assertThat(Pending.unanswered(Facts.of(middle + "+10ms B > A RST,ACK"))).isZero();
    }
}

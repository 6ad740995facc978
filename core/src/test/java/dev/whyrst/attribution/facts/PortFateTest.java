package dev.whyrst.attribution.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.scenario.Case;
import org.junit.jupiter.api.Test;

/** What became of the responder's port around a RST. */
class PortFateTest {
    private static final String REFUSED = "+1ms A > B SYN\n+10ms B > A RST,ACK answers\n";

    @Test
    void aborts_of_one_moment_are_counted() {
        String one = Facts.in(40_001, Facts.TALK) + Facts.in(40_002, Facts.TALK) + Facts.TALK;
        String aborts = Facts.in(40_001, "+1s B > A RST,ACK\n") + Facts.in(40_002, "+1ms B > A RST,ACK\n");

        assertThat(PortFate.abortedTogether(Facts.of(one + aborts + "+1ms B > A RST,ACK")))
                .isEqualTo(3);
        assertThat(PortFate.abortedTogether(Facts.of(one + aborts + "+499ms B > A RST,ACK")))
                .isEqualTo(2);
        assertThat(PortFate.abortedTogether(Facts.of(one + aborts + "+499.001ms B > A RST,ACK")))
                .isZero();
        assertThat(PortFate.abortedTogether(Facts.of(one + aborts + "+1ms A > B RST,ACK")))
                .isZero();
    }

    @Test
    void a_port_that_refuses_afterwards_was_closed() {
        assertThat(PortFate.refusedAfterwards(first(Facts.TALK + "+1s B > A RST,ACK\n" + Facts.in(40_001, REFUSED))))
                .isTrue();
        assertThat(PortFate.refusedAfterwards(first(Facts.TALK + "+1s B > A RST,ACK\n" + Facts.in(40_001, Facts.TALK))))
                .isFalse();
    }

    @Test
    void one_that_had_refused_before_and_accepts_afterwards_comes_and_goes() {
        String story = Facts.in(40_001, Facts.TALK) + Facts.in(40_002, REFUSED) + Facts.TALK + "+1s B > A RST,ACK\n"
                + Facts.in(40_003, Facts.TALK) + Facts.in(40_004, REFUSED);

        assertThat(PortFate.refusedAfterwards(Facts.of(Case.of(story).about(1))))
                .isFalse();
    }

    @Test
    void a_rule_that_refuses_some_clients_does_so_all_the_time() {
        assertThat(PortFate.refusesAmongAcceptances(Facts.of(turns(3) + Facts.TALK + "+1s B > A RST,ACK")))
                .isTrue();
        assertThat(PortFate.refusesAmongAcceptances(Facts.of(turns(2) + Facts.TALK + "+1s B > A RST,ACK")))
                .isFalse();
    }

    @Test
    void a_listener_that_begins_to_refuse_within_seconds_went_away_under_the_connection() {
        String later = Facts.OPEN + "+%s B > A RST,ACK\n" + Facts.in(40_001, REFUSED);

        assertThat(PortFate.refusedSoonAfterwards(first(later.formatted("4s")))).isTrue();
        assertThat(PortFate.refusedSoonAfterwards(first(later.formatted("5s")))).isFalse();
        assertThat(PortFate.refusedSoonAfterwards(first(later.formatted("4s") + Facts.in(40_002, Facts.TALK))))
                .isFalse();
    }

    @Test
    void a_process_that_ended_closes_all_at_once_and_accepts_no_more() {
        String three = Facts.in(40_001, Facts.TALK) + Facts.in(40_002, Facts.TALK) + Facts.in(40_003, Facts.TALK);
        String closes = Facts.in(40_001, "+1s B > A FIN,ACK\n") + Facts.in(40_002, "+1ms B > A FIN,ACK\n");
        String all = closes + Facts.in(40_003, "+1ms B > A FIN,ACK\n");
        String reset = "+1s B > A RST,ACK\n";

        assertThat(PortFate.endedJustBefore(Facts.of(three + Facts.TALK + all + reset)))
                .isTrue();
        assertThat(PortFate.endedJustBefore(Facts.of(three + Facts.TALK + closes + reset)))
                .isFalse();
        assertThat(PortFate.endedJustBefore(Facts.of(three + Facts.TALK + all + "+5s B > A RST,ACK")))
                .isFalse();
        assertThat(PortFate.endedJustBefore(Facts.of(three + Facts.TALK + all + reset + Facts.in(40_004, Facts.TALK))))
                .isFalse();
    }

    @Test
    void a_port_that_never_accepted_has_no_fate() {
        RstContext refused = Facts.of(REFUSED + Facts.in(40_001, REFUSED));

        assertThat(PortFate.abortedTogether(refused)).isZero();
        assertThat(PortFate.refusedAfterwards(refused)).isFalse();
        assertThat(PortFate.refusesAmongAcceptances(refused)).isFalse();
        assertThat(PortFate.refusedSoonAfterwards(refused)).isFalse();
        assertThat(PortFate.endedJustBefore(refused)).isFalse();
    }

    @Test
    void one_that_refuses_for_the_first_time_afterwards_was_closed_for_a_while() {
        String reset = Facts.TALK + "+1s B > A RST,ACK\n";

        assertThat(PortFate.refusedAfterwards(first(reset + Facts.in(40_001, REFUSED) + Facts.in(40_002, Facts.TALK))))
                .isTrue();
    }

    @Test
    void a_service_that_is_often_away_for_long_refuses_many_in_each_turn() {
        String away = REFUSED.repeat(5);
        String quick = (Facts.in(41_000, Facts.TALK) + Facts.in(42_000, away)).repeat(3);

        assertThat(PortFate.refusesAmongAcceptances(Facts.of(quick + Facts.TALK + "+1s B > A RST,ACK")))
                .isTrue();
        assertThat(PortFate.refusesAmongAcceptances(
                        Facts.of(quick.replace("+1ms A > B SYN", "+1s A > B SYN") + Facts.TALK + "+1s B > A RST,ACK")))
                .isFalse();
    }

    @Test
    void a_few_refusals_of_a_port_that_accepts_again_may_be_chance_and_many_are_none() {
        String later = Facts.OPEN + "+4s B > A RST,ACK\n" + Facts.in(40_001, REFUSED) + Facts.in(40_002, REFUSED);

        assertThat(PortFate.refusedSoonAfterwards(first(later + Facts.in(40_004, Facts.TALK))))
                .isFalse();
        assertThat(PortFate.refusedSoonAfterwards(
                        first(later + Facts.in(40_003, REFUSED) + Facts.in(40_004, Facts.TALK))))
                .isTrue();
    }

    private static RstContext first(String story) {
        return Facts.of(Case.of(story).about(0));
    }

    private static String turns(int turns) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < turns; i++) {
            lines.append(Facts.in(41_000 + i, Facts.TALK)).append(Facts.in(42_000 + i, REFUSED));
        }
        return lines.toString();
    }
}

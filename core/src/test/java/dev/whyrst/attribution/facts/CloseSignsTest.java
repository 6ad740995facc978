package dev.whyrst.attribution.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.scenario.Case;
import dev.whyrst.timeline.Side;
import org.junit.jupiter.api.Test;

/** What numbers tell of a close. */
class CloseSignsTest {
    private static final String CLOSED = Facts.TALK + "+1s B > A FIN,ACK as=fin\n+40us A > B ACK\n";

    @Test
    void data_that_was_never_acknowledged_was_refused() {
        String late = CLOSED + "+1s A > B PSH,ACK data=70 as=late\n";

        assertThat(CloseSigns.refusedData(Facts.of(late + "+10ms B > A RST answers")))
                .isTrue();
        assertThat(CloseSigns.refusedData(Facts.of(late + "+10ms B > A ACK\n+1ms B > A RST,ACK")))
                .isFalse();
    }

    @Test
    void the_number_of_a_fin_counts_data_that_was_not_captured() {
        String lost = Facts.TALK + "+1s A > B PSH,ACK data=70 uncaptured as=lost\n+1ms A > B FIN,ACK\n";

        assertThat(CloseSigns.refusedData(Facts.of(lost + "+1ms B > A RST,ACK before=lost")))
                .isTrue();
        assertThat(CloseSigns.refusedData(Facts.of(Facts.TALK + "+1ms A > B FIN,ACK\n+1ms B > A RST,ACK")))
                .isFalse();
    }

    @Test
    void data_is_refused_by_an_answer_or_behind_a_closed_window() {
        String late = CLOSED + "+1s A > B PSH,ACK data=70 as=late\n";

        assertThat(refusesData(late + "+10ms B > A RST answers")).isTrue();
        assertThat(refusesData(late + "+7ms  B > A RST,ACK before=late win=0")).isTrue();
        assertThat(refusesData(late + "+6.9ms B > A RST,ACK before=late win=0")).isFalse();
        assertThat(refusesData(late + "+10ms B > A RST,ACK before=late")).isFalse();
        assertThat(refusesData(late + "+10ms B > A RST answers by=M")).isFalse();
    }

    @Test
    void a_host_that_answers_bare_elsewhere_words_its_answers_so() {
        String elsewhere = Facts.in(40_001, CLOSED + "+1s A > B PSH,ACK data=70\n+10ms B > A RST answers\n");

        assertThat(CloseSigns.answersBare(Facts.of(elsewhere + CLOSED + "+1s B > A RST,ACK")))
                .isTrue();
        assertThat(CloseSigns.answersBare(Facts.of(CLOSED + "+1s B > A RST,ACK")))
                .isFalse();
    }

    @Test
    void who_acknowledges_more_behind_its_fin_had_closed_one_direction_only() {
        String more = CLOSED + "+1s A > B PSH,ACK data=70 as=more\n";

        assertThat(CloseSigns.tookDataAfterFin(Facts.of(more + "+10ms B > A ACK\n+1s B > A RST,ACK")))
                .isTrue();
        assertThat(CloseSigns.tookDataAfterFin(Facts.of(more + "+10ms B > A RST answers")))
                .isFalse();
        assertThat(CloseSigns.tookDataAfterFin(
                        Facts.of(Facts.TALK + "+1s A > B PSH,ACK data=70\n+10ms B > A ACK\n+1s B > A RST,ACK")))
                .isFalse();
    }

    @Test
    void the_acknowledgment_of_a_fin_takes_no_data() {
        assertThat(CloseSigns.tookDataAfterFin(
                        Facts.of(CLOSED + "+1s A > B FIN,ACK\n+10ms B > A ACK\n+1s B > A RST,ACK")))
                .isFalse();
    }

    @Test
    void a_reset_within_a_millisecond_of_the_fin_is_part_of_the_close() {
        assertThat(CloseSigns.closedJustNow(Facts.of(Facts.TALK + "+1s B > A FIN,ACK\n+1ms B > A RST,ACK")))
                .isTrue();
        assertThat(CloseSigns.closedJustNow(Facts.of(Facts.TALK + "+1s B > A FIN,ACK\n+1.001ms B > A RST,ACK")))
                .isFalse();
        assertThat(CloseSigns.closedJustNow(Facts.of(Facts.TALK + "+1s A > B FIN,ACK\n+1us B > A RST,ACK")))
                .isFalse();
    }

    @Test
    void a_fin_with_the_number_of_the_reset_was_overtaken_by_it() {
        String sent = Facts.TALK + "+1s B > A FIN,ACK lost as=fin\n+1ms A > B PSH,ACK data=70\n";
        Case story = Case.of(sent + "+10ms B > A RST answers\n+1us B > A FIN,ACK again=fin as=late");

        assertThat(CloseSigns.overtakenFin(Facts.of(story))).contains(story.segment("late"));
        assertThat(CloseSigns.overtakenFin(Facts.of(sent + "+10ms B > A RST answers")))
                .isEmpty();
        assertThat(CloseSigns.overtakenFin(Facts.of(Facts.TALK + "+1s B > A RST seq=+9\n+1us B > A FIN,ACK")))
                .isEmpty();
    }

    @Test
    void a_request_that_did_not_yet_acknowledge_the_last_words_crossed_them() {
        String words = Facts.TALK + "+1s B > A PSH,ACK data=30 as=words\n";

        assertThat(CloseSigns.mayHaveCrossed(
                        Facts.of(words + "+329ms A > B PSH,ACK data=9 before=words as=x\n+10ms B > A RST answers=x")))
                .isTrue();
        assertThat(CloseSigns.mayHaveCrossed(
                        Facts.of(words + "+330ms A > B PSH,ACK data=9 before=words as=x\n+10ms B > A RST answers=x")))
                .isFalse();
        assertThat(CloseSigns.mayHaveCrossed(Facts.of(words + "+1ms A > B PSH,ACK data=9\n+10ms B > A RST answers")))
                .isFalse();
    }

    @Test
    void three_repetitions_without_an_answer_are_no_chance() {
        String tried =
                Facts.TALK + "+1s A > B PSH,ACK data=50 as=x\n+1s A > B PSH,ACK again=x\n+2s A > B PSH,ACK again=x\n";

        assertThat(CloseSigns.wasUnheard(
                        Facts.of(tried + "+4s A > B PSH,ACK again=x\n+10ms B > A RST answers"), Side.INITIATOR))
                .isTrue();
        assertThat(CloseSigns.wasUnheard(Facts.of(tried + "+10ms B > A RST answers"), Side.INITIATOR))
                .isFalse();
    }

    @Test
    void a_port_that_closes_idle_connections_does_so_again() {
        String reset = "+1s B > A RST,ACK";
        String idle = Facts.in(40_001, Facts.TALK + "+60s B > A FIN,ACK\n");

        assertThat(CloseSigns.closesIdle(Facts.of(idle + Facts.TALK + reset))).isTrue();
        assertThat(CloseSigns.closesIdle(Facts.of(Facts.TALK + reset))).isFalse();
        assertThat(CloseSigns.closesIdle(Facts.of(idle + Facts.TALK + "+1s A > B RST,ACK")))
                .isFalse();
    }

    @Test
    void one_number_more_than_is_known_to_have_been_sent_is_a_fin_that_was_missed() {
        String unseen = Facts.TALK
                + "+1s B > A FIN,ACK uncaptured\n+40us A > B ACK\n+1s A > B PSH,ACK data=9\n+10ms B > A RST answers";

        assertThat(CloseSigns.missedFin(Facts.of(unseen), Side.RESPONDER)).isTrue();
        assertThat(CloseSigns.missedFin(Facts.of(unseen), Side.INITIATOR)).isFalse();
        assertThat(CloseSigns.missedFin(
                        Facts.of(CLOSED + "+1s A > B PSH,ACK data=9\n+10ms B > A RST answers"), Side.RESPONDER))
                .isFalse();
    }

    @Test
    void who_never_acknowledged_anything_cannot_be_held_to_it() {
        assertThat(CloseSigns.refusedData(Facts.of("+0s A > B PSH,ACK data=9\n+10ms B > A RST answers")))
                .isFalse();
    }

    @Test
    void what_answers_nothing_crossed_nothing() {
        assertThat(CloseSigns.mayHaveCrossed(Facts.of(Facts.TALK + "+1ms B > A RST seq=+5000")))
                .isFalse();
    }

    private static boolean refusesData(String lines) {
        Case story = Case.of(lines);
        RstContext reset = Facts.of(story);
        return CloseSigns.refusesData(reset, reset.ttlFit(), story.segment("late"));
    }
}

package dev.whyrst.attribution.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.attribution.Attribution;
import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.Confidence;
import dev.whyrst.scenario.Case;
import org.junit.jupiter.api.Test;

/** What is told of a RST beside its cause does not contradict it. */
class ObservationTest {

    private static final String TALK =
            """
            +0s   A > B SYN
            +10ms B > A SYN,ACK
            +40us A > B ACK
            +1ms  A > B PSH,ACK data=100
            +10ms B > A PSH,ACK data=200
            +40us A > B ACK
            """;

    @Test
    void an_abort_answers_nothing_but_acknowledges_what_it_had_taken() {
        Attribution abort = first(TALK + "+2s A > B RST,ACK");

        assertThat(abort.cause().isAbort()).isTrue();
        assertThat(abort.trigger()).isEmpty();
        assertThat(abort.acknowledged().orElseThrow().at().number()).isEqualTo(5);
    }

    @Test
    void an_answer_names_its_trigger_and_acknowledges_nothing_else() {
        Attribution refused = first("+0s A > B SYN\n+10ms B > A RST,ACK answers");

        assertThat(refused.trigger().orElseThrow().segment().at().number()).isEqualTo(1);
        assertThat(refused.acknowledged()).isEmpty();
    }

    @Test
    void a_reset_that_is_ignored_is_learned_by_nobody() {
        Attribution beyond = first(TALK + "+1s B > A RST,ACK seq=90000000");

        assertThat(beyond.applicationSees().initiator()).isEqualTo("nothing (the RST was ignored)");
    }

    @Test
    void a_reset_for_an_end_that_has_reset_is_learned_by_nobody() {
        Attribution second = VerdictCase.attributions(Case.of(TALK + "+1s A > B RST,ACK\n+5ms B > A RST,ACK"))
                .get(1);

        assertThat(second.applicationSees().initiator()).isEqualTo("nothing (its connection was over)");
    }

    @Test
    void what_is_certain_needs_nothing_that_settles_it_and_what_is_not_names_it() {
        Attribution refused = first("+0s A > B SYN\n+10ms B > A RST,ACK answers");
        Attribution abort = first(TALK + "+2s A > B RST,ACK");

        assertThat(refused.cause()).isEqualTo(Cause.PORT_NOT_LISTENING);
        assertThat(abort.confidence()).isNotEqualTo(Confidence.CERTAIN);
        assertThat(refused.settle().isEmpty()).isEqualTo(refused.confidence() == Confidence.CERTAIN);
        assertThat(abort.settle()).isNotEmpty();
    }

    private static Attribution first(String story) {
        return VerdictCase.attributions(Case.of(story)).get(0);
    }
}

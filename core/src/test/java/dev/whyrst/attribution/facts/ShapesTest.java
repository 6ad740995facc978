package dev.whyrst.attribution.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.attribution.Shape;
import dev.whyrst.scenario.Case;
import org.junit.jupiter.api.Test;

/** The form of a RST. */
class ShapesTest {
    @Test
    void an_abort_bears_the_numbers_of_the_connection() {
        assertThat(shape(Facts.TALK + "+1s B > A RST,ACK")).isEqualTo(Shape.ACTIVE);
    }

    @Test
    void an_abort_without_ack_is_one_where_it_bears_what_the_connection_had_taken() {
        assertThat(shape(Facts.TALK + "+1s B > A RST ack=101 win=300")).isEqualTo(Shape.ACTIVE);
        assertThat(shape(Facts.TALK + "+1s B > A RST")).isEqualTo(Shape.PASSIVE);
    }

    @Test
    void an_answer_needs_no_more_than_the_number_that_was_acknowledged() {
        assertThat(shape(Facts.TALK + "+1s A > B PSH,ACK data=9\n+10ms B > A RST answers"))
                .isEqualTo(Shape.PASSIVE);
    }

    @Test
    void the_answer_to_a_syn_has_no_number_of_its_own() {
        assertThat(shape("+0s A > B SYN\n+10ms B > A RST,ACK answers")).isEqualTo(Shape.PASSIVE_NO_ACK);
    }

    @Test
    void a_refusal_whose_syn_was_not_captured_is_told_by_its_number() {
        assertThat(shape("+0s B > A RST,ACK seq=raw:0 ack=raw:70000 win=0")).isEqualTo(Shape.PASSIVE_NO_ACK);
        assertThat(shape("+0s B > A RST,ACK seq=raw:0 ack=raw:70000 win=9")).isEqualTo(Shape.OTHER);
    }

    @Test
    void an_abort_above_the_window_of_its_receiver_has_no_known_form() {
        assertThat(shape(Facts.TALK + "+1s B > A RST,ACK seq=+90000000")).isEqualTo(Shape.OTHER);
    }

    @Test
    void a_host_may_answer_a_syn_though_it_had_spoken_or_with_a_number_though_it_had_not() {
        assertThat(shape("+0s A > B SYN\n+10ms B > A SYN,ACK\n+1s A > B SYN again\n+10ms B > A RST,ACK answers"))
                .isEqualTo(Shape.PASSIVE_NO_ACK);
        assertThat(shape("+0s A > B SYN\n+10ms B > A RST,ACK answers seq=raw:77"))
                .isEqualTo(Shape.PASSIVE_NO_ACK);
    }

    @Test
    void an_abort_need_not_have_the_number_of_an_answer() {
        assertThat(shape(Facts.TALK + "+1s B > A PSH,ACK data=5\n+1us B > A RST,ACK"))
                .isEqualTo(Shape.ACTIVE);
    }

    private static Shape shape(String story) {
        return Facts.of(Case.of(story)).shape();
    }
}

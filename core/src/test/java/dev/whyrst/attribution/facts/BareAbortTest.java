package dev.whyrst.attribution.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.scenario.Case;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Aborts without ACK, as RFC 9293 words them. */
class BareAbortTest {
    @Test
    void what_the_connection_had_taken_stands_in_the_acknowledgment_field() {
        assertThat(acknowledged("+1s B > A RST ack=101 win=300")).hasValue(101);
    }

    @Test
    void an_answer_that_needs_no_connection_leaves_that_field_empty() {
        assertThat(acknowledged("+1s A > B PSH,ACK data=9\n+10ms B > A RST answers"))
                .isEmpty();
    }

    @Test
    void an_abort_has_a_window_or_timestamps() {
        assertThat(acknowledged("+1s B > A RST ack=101 win=0 no-ts")).isEmpty();
        assertThat(acknowledged("+1s B > A RST ack=101 win=0 ts")).hasValue(101);
    }

    @Test
    void a_number_that_was_never_sent_or_is_taken_back_was_not_taken() {
        assertThat(acknowledged("+1s B > A RST ack=102 win=300")).isEmpty();
        assertThat(acknowledged("+1s B > A RST ack=100 win=300")).isEmpty();
    }

    @Test
    void its_own_number_is_the_next_one() {
        assertThat(acknowledged("+1s B > A RST ack=101 win=300 seq=+1")).isEmpty();
    }

    @Test
    void an_answer_built_from_the_segment_itself_is_no_abort() {
        String request = "+1s A > B PSH,ACK data=9 win=777 as=late\n";

        assertThat(acknowledged(request + "+10ms B > A RST answers=late ack=101 win=mirror"))
                .isEmpty();
        assertThat(acknowledged(request + "+10ms B > A RST answers=late ack=101 win=776"))
                .hasValue(101);
    }

    @Test
    void it_may_acknowledge_more_than_its_sender_had_acknowledged_before() {
        assertThat(acknowledged("+1s A > B PSH,ACK data=50\n+10ms B > A RST ack=151 win=300"))
                .hasValue(151);
    }

    private static OptionalLong acknowledged(String lines) {
        RstContext reset = Facts.of(Case.of(Facts.TALK + lines));
        return BareAbort.acknowledged(reset.timeline(), reset.reset());
    }
}

package dev.whyrst.attribution.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.scenario.Case;
import dev.whyrst.timeline.Side;
import org.junit.jupiter.api.Test;

/** What a side said again and again without an answer. */
class UnansweredTest {
    @Test
    void probes_since_the_last_sign_of_the_other_side_are_found() {
        Case story = Case.of(
                Facts.TALK
                        + """
                +60s  A > B ACK probe
                +10ms B > A ACK
                +60s  A > B ACK probe as=first
                +10s  A > B ACK probe as=second
                +10s  A > B RST,ACK
                """);

        assertThat(Unanswered.probes(Facts.of(story), Side.INITIATOR))
                .containsExactly(story.segment("first"), story.segment("second"));
        assertThat(Unanswered.probes(Facts.of(story), Side.RESPONDER)).isEmpty();
    }

    @Test
    void probes_that_are_answered_are_none() {
        RstContext reset = Facts.of(Facts.TALK + "+60s A > B ACK probe\n+10ms B > A ACK\n+10s A > B RST,ACK");

        assertThat(Unanswered.probes(reset, Side.INITIATOR)).isEmpty();
    }

    @Test
    void the_number_of_an_abort_tells_a_probe_where_what_was_sent_before_was_not_captured() {
        Case story = Case.of(
                Facts.TALK
                        + """
                +1s   A > B PSH,ACK data=50 uncaptured
                +10ms B > A ACK
                +60s  A > B ACK probe as=probe
                +10s  A > B RST,ACK
                """);

        assertThat(Unanswered.probes(Facts.of(story), Side.INITIATOR)).containsExactly(story.segment("probe"));
        assertThat(Unanswered.probes(
                        Facts.of(
                                Facts.TALK
                                        + "+1s A > B PSH,ACK data=50 uncaptured\n+10ms B > A ACK\n+60s A > B ACK\n+10s A > B RST,ACK"),
                        Side.INITIATOR))
                .isEmpty();
    }

    @Test
    void forged_resets_in_between_are_no_sign_of_the_other_side() {
        Case story = Case.of(
                Facts.TALK
                        + """
                +60s  A > B ACK probe as=first
                +5s   B > A RST by=M seq=+9
                +5s   A > B ACK probe as=second
                +10s  A > B RST,ACK
                """);

        assertThat(Unanswered.probes(Facts.of(story), Side.INITIATOR))
                .containsExactly(story.segment("first"), story.segment("second"));
    }

    @Test
    void data_that_was_sent_again_is_found_up_to_the_last_word_of_the_other_side() {
        Case story = Case.of(
                Facts.TALK
                        + """
                +1s   A > B PSH,ACK data=50 as=sent
                +1s   A > B PSH,ACK data=50 again=sent as=again
                +1s   A > B ACK
                +1s   A > B RST,ACK
                """);

        assertThat(Unanswered.retransmissions(Facts.of(story), Side.INITIATOR))
                .containsExactly(story.segment("sent"), story.segment("again"));
        assertThat(Unanswered.retransmissions(Facts.of(story), Side.RESPONDER)).isEmpty();
    }
}

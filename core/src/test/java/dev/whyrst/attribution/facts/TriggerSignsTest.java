package dev.whyrst.attribution.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.scenario.Case;
import dev.whyrst.timeline.Timeline;
import org.junit.jupiter.api.Test;

/** What tells of the segment that a RST seems to answer. */
class TriggerSignsTest {
    @Test
    void after_a_second_and_five_round_trips_nothing_had_provoked_the_reset() {
        assertThat(isMissing(Facts.TALK + "+1s B > A RST,ACK")).isTrue();
        assertThat(isMissing(Facts.TALK + "+999ms B > A RST,ACK")).isFalse();
        assertThat(isMissing(Facts.OPEN.replace("+10ms", "+300ms") + "+1.4s B > A RST,ACK"))
                .isFalse();
        assertThat(isMissing(Facts.OPEN.replace("+10ms", "+300ms") + "+1.5s B > A RST,ACK"))
                .isTrue();
    }

    @Test
    void what_a_bare_reset_answers_may_be_among_the_segments_that_are_not_kept() {
        RstContext within = Facts.of(Case.of(longTalk("+1ms B > A RST seq=60001")));
        RstContext behind = Facts.of(Case.of(longTalk("+1ms B > A RST seq=+5000")));

        assertThat(within.timeline()).extracting(Timeline::elided).isNotEqualTo(0);
        assertThat(within.trigger()).isEmpty();
        assertThat(TriggerSigns.isUnkept(within)).isTrue();
        assertThat(TriggerSigns.isUnkept(behind)).isFalse();
        assertThat(TriggerSigns.isUnkept(Facts.of(Case.of(longTalk("+1ms B > A RST,ACK seq=60001")))))
                .isFalse();
    }

    @Test
    void payload_that_had_been_acknowledged_was_taken() {
        String late = Facts.TALK + "+1s A > B PSH,ACK data=50 as=late\n";

        assertThat(TriggerSigns.wasTaken(Facts.of(late + "+10ms B > A ACK\n+1ms B > A RST answers=late")))
                .isTrue();
        assertThat(TriggerSigns.wasTaken(Facts.of(late + "+11ms B > A RST answers=late")))
                .isFalse();
        assertThat(TriggerSigns.wasTaken(
                        Facts.of(Facts.TALK + "+1s A > B ACK as=x\n+10ms B > A ACK\n+1ms B > A RST answers=x")))
                .isFalse();
    }

    @Test
    void a_request_behind_a_gap_does_not_go_on_with_what_is_kept() {
        String request = Facts.TALK + "+1s A > B PSH,ACK data=50 uncaptured\n";

        assertThat(TriggerSigns.goesOn(Facts.of(request + "+1s A > B PSH,ACK data=50\n+10ms B > A RST answers")))
                .isFalse();
        assertThat(TriggerSigns.goesOn(Facts.of(Facts.TALK + "+1s A > B PSH,ACK data=50\n+10ms B > A RST answers")))
                .isTrue();
    }

    @Test
    void an_initiator_that_waits_resets_an_acknowledgment_that_is_no_syn_ack() {
        assertThat(TriggerSigns.isAnswerInSynSent(
                        Facts.of("+0s A > B SYN\n+10ms B > A ACK ack=7000\n+40us A > B RST answers")))
                .isTrue();
        assertThat(TriggerSigns.isAnswerInSynSent(
                        Facts.of("+0s A > B SYN\n+10ms B > A SYN,ACK\n+40us A > B RST answers")))
                .isFalse();
        assertThat(TriggerSigns.isAnswerInSynSent(
                        Facts.of(Facts.OPEN + "+1s B > A ACK ack=7000\n+40us A > B RST answers")))
                .isFalse();
    }

    @Test
    void a_probe_by_hand_acknowledges_what_nobody_had_sent() {
        assertThat(acknowledgesNothing(Facts.TALK + "+1s A > B ACK ack=+16777217\n+10ms B > A RST answers"))
                .isTrue();
        assertThat(acknowledgesNothing(Facts.TALK + "+1s A > B ACK ack=+16777216\n+10ms B > A RST answers"))
                .isFalse();
    }

    @Test
    void so_does_one_to_who_had_refused_the_connection() {
        String refused = "+0s A > B SYN\n+10ms B > A RST,ACK answers\n";

        assertThat(acknowledgesNothing(refused + "+1s A > B ACK ack=5000\n+10ms B > A RST answers"))
                .isTrue();
        assertThat(acknowledgesNothing("+0s A > B ACK ack=5000\n+10ms B > A RST answers"))
                .isFalse();
    }

    private static boolean isMissing(String story) {
        RstContext reset = Facts.of(story);
        return TriggerSigns.isMissing(reset, reset.silence());
    }

    private static boolean acknowledgesNothing(String story) {
        return TriggerSigns.acknowledgesNothing(Facts.of(story));
    }

    /** More than is kept of a conversation: A acknowledges a download piece by piece. */
    private static String longTalk(String end) {
        StringBuilder lines = new StringBuilder(Facts.OPEN);
        for (int i = 0; i < 120; i++) {
            lines.append("+1ms B > A PSH,ACK data=1000\n+40us A > B ACK\n");
        }
        return lines.append(end).toString();
    }
}

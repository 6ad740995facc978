package dev.whyrst.attribution.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.scenario.Case;
import dev.whyrst.timeline.Reset;
import dev.whyrst.timeline.Side;
import org.junit.jupiter.api.Test;

/** A RST where it stands in its timeline. */
class ObservedRstTest {
    @Test
    void sender_and_peer_are_those_that_the_header_names() {
        RstContext reset = Facts.of(Facts.TALK + "+1s B > A RST,ACK by=M");

        assertThat(reset.sender()).isEqualTo(Side.RESPONDER);
        assertThat(reset.peer()).isEqualTo(Side.INITIATOR);
        assertThat(reset.own().payloadBytes()).isEqualTo(200);
        assertThat(reset.other().payloadBytes()).isEqualTo(100);
    }

    @Test
    void the_last_words_of_both_sides_are_those_before_the_reset() {
        Case story = Case.of(Facts.TALK + "+1s A > B ACK as=last\n+1s B > A RST,ACK by=M\n+1s A > B PSH,ACK data=9");
        RstContext reset = Facts.of(story);

        assertThat(reset.last(Side.INITIATOR)).contains(story.segment("last"));
        assertThat(reset.lastPayload(Side.INITIATOR)).contains(story.segment("request"));
        assertThat(reset.last(Side.RESPONDER)).contains(story.segment("response"));
        assertThat(reset.acknowledged(Side.INITIATOR)).isEqualTo(201);
        assertThat(reset.acknowledged(Side.RESPONDER)).isEqualTo(101);
    }

    @Test
    void a_timeline_of_nothing_but_resets_is_alone() {
        assertThat(Facts.of("+0s B > A RST,ACK ack=1\n+1s B > A RST,ACK ack=1").isAlone())
                .isTrue();
        assertThat(Facts.of("+0s A > B SYN\n+1s B > A RST,ACK answers").isAlone())
                .isFalse();
    }

    @Test
    void earlier_resets_are_those_that_passed_before() {
        Case story = Case.of(Facts.TALK + "+1s B > A RST,ACK\n+1s A > B PSH,ACK data=9\n+10ms B > A RST answers");

        assertThat(Facts.of(story).earlierResets())
                .extracting(Reset::position)
                .containsExactly(story.reset(0).position());
        assertThat(Facts.of(story.about(0)).earlierResets()).isEmpty();
    }

    @Test
    void a_side_spoke_beyond_the_handshake_with_data_but_not_with_its_last_step() {
        RstContext opened = Facts.of(Facts.OPEN + "+1s B > A RST,ACK");
        RstContext talked = Facts.of(Facts.OPEN + "+1s A > B PSH,ACK data=9\n+10ms B > A RST,ACK");

        assertThat(opened.spoke(Side.INITIATOR)).isTrue();
        assertThat(opened.spokeBeyondHandshake(Side.INITIATOR)).isFalse();
        assertThat(talked.spokeBeyondHandshake(Side.INITIATOR)).isTrue();
        assertThat(talked.spokeBeyondHandshake(Side.RESPONDER)).isFalse();
        assertThat(Facts.of("+0s A > B SYN\n+10ms B > A RST,ACK answers").spoke(Side.RESPONDER))
                .isFalse();
    }

    @Test
    void a_fin_counts_from_the_moment_at_which_it_passed() {
        Case story = Case.of(Facts.TALK + "+1s B > A FIN,ACK as=fin\n+1s A > B RST,ACK\n+1s A > B FIN,ACK");
        RstContext reset = Facts.of(story);

        assertThat(reset.finishedBefore(Side.RESPONDER)).isTrue();
        assertThat(reset.firstFin(Side.RESPONDER)).contains(story.segment("fin"));
        assertThat(reset.finishedBefore(Side.INITIATOR)).isFalse();
        assertThat(reset.firstFin(Side.INITIATOR)).isEmpty();
    }

    @Test
    void what_the_sender_had_acknowledged_it_knew() {
        String late = Facts.TALK + "+1s A > B PSH,ACK data=9 as=late\n";
        Case taken = Case.of(late + "+10ms B > A ACK\n+1s B > A RST,ACK");
        Case untaken = Case.of(late + "+10ms B > A ACK before=late\n+1s B > A RST,ACK");

        assertThat(Facts.of(taken).acknowledgedBefore(taken.segment("late"))).isTrue();
        assertThat(Facts.of(untaken).acknowledgedBefore(untaken.segment("late")))
                .isFalse();
    }

    @Test
    void a_bare_reset_that_answers_is_stateless_and_may_answer_a_probe() {
        RstContext probed = Facts.of(Facts.TALK + "+60s A > B ACK probe\n+10ms B > A RST answers");
        RstContext asked = Facts.of(Facts.TALK + "+60s A > B PSH,ACK data=9\n+10ms B > A RST answers");

        assertThat(probed.isStateless()).isTrue();
        assertThat(probed.answersProbe()).isTrue();
        assertThat(asked.answersProbe()).isFalse();
        assertThat(asked.triggeredBy(s -> s.payloadLength() == 9)).isTrue();
        assertThat(Facts.of(Facts.TALK + "+60s B > A RST,ACK").isStateless()).isFalse();
    }

    @Test
    void an_abort_acknowledges_what_it_bears_and_an_answer_nothing() {
        assertThat(Facts.of(Facts.TALK + "+1s B > A RST,ACK").acknowledges()).hasValue(101);
        assertThat(Facts.of(Facts.TALK + "+1s A > B PSH,ACK data=9\n+10ms B > A RST answers")
                        .acknowledges())
                .isEmpty();
    }

    @Test
    void an_initiator_that_only_knocked_sent_nothing_but_syns() {
        assertThat(Facts.of("+0s A > B SYN\n+10ms B > A SYN,ACK\n+40us A > B RST answers")
                        .onlyInitialSyns())
                .isTrue();
        assertThat(Facts.of(Facts.OPEN + "+1s A > B RST,ACK").onlyInitialSyns()).isFalse();
        assertThat(Facts.of("+0s A > B SYN\n+10ms B > A RST,ACK answers").onlyInitialSyns())
                .isFalse();
    }

    @Test
    void a_host_is_heard_in_any_conversation() {
        String refused = "+0s A > B:9090 SYN\n+10ms B:9090 > A RST,ACK answers";

        assertThat(Facts.of(Facts.in(40_001, Facts.TALK) + refused).isHeard(Side.RESPONDER))
                .isTrue();
        assertThat(Facts.of(refused).isHeard(Side.RESPONDER)).isFalse();
        assertThat(Facts.of(refused).isHeard(Side.INITIATOR)).isTrue();
    }

    @Test
    void a_timeout_that_was_configured_is_known() {
        assertThat(Facts.of("tool --so-rcvtimeo 1.5s\n" + Facts.TALK + "+1s B > A RST,ACK")
                        .connectTimeout())
                .hasValue(1_500_000_000);
        assertThat(Facts.of(Facts.TALK + "+1s B > A RST,ACK").connectTimeout()).isEmpty();
    }

    @Test
    void what_answers_nothing_is_triggered_by_nothing() {
        assertThat(Facts.of(Facts.TALK + "+1s B > A RST seq=+5000").triggeredBy(s -> true))
                .isFalse();
    }
}

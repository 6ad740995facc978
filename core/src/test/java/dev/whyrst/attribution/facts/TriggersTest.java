package dev.whyrst.attribution.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.attribution.Trigger;
import dev.whyrst.scenario.Case;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which segment a RST answers. */
class TriggersTest {
    @Test
    void a_bare_reset_answers_the_segment_that_acknowledges_its_number() {
        Case story = Case.of(
                Facts.TALK
                        + """
                +2s   A > B PSH,ACK data=100 as=late
                +10ms B > A RST answers
                """);

        assertThat(Facts.of(story).trigger()).contains(new Trigger(story.segment("late"), 10_000_000));
    }

    @Test
    void a_refusal_answers_the_syn_that_was_sent_a_round_trip_ago() {
        Case story = Case.of(
                """
                +0s   A:40001 > B SYN
                +30ms B > A:40001 SYN,ACK
                +1s   A > B SYN as=first
                +1s   A > B SYN again as=second
                +10ms B > A RST,ACK answers=first
                """);

        assertThat(Facts.of(story).trigger()).contains(new Trigger(story.segment("first"), 1_010_000_000));
    }

    @Test
    void a_stack_answers_in_turn() {
        Case story = Case.of(
                Facts.TALK
                        + """
                +2s   A > B PSH,ACK data=100 as=one
                +1ms  A > B PSH,ACK data=100 as=two
                +9ms  B > A RST answers=one
                +1ms  B > A RST answers=two
                """);

        assertThat(triggerOf(story.about(0))).contains(story.segment("one").at());
        assertThat(triggerOf(story.about(1))).contains(story.segment("two").at());
    }

    @Test
    void a_capture_may_hold_the_segment_that_is_answered_behind_the_reset() {
        Case story = Case.of(
                """
                +0s B > A RST,ACK seq=raw:0 ack=raw:70001 win=0
                +0s A > B SYN iss=70000 as=syn
                """);

        assertThat(Facts.of(story).trigger()).contains(new Trigger(story.segment("syn"), 0));
    }

    @Test
    void a_reset_with_numbers_that_nobody_asked_for_answers_nothing() {
        RstContext reset = Facts.of(Facts.TALK + "+2s B > A RST seq=+5000");

        assertThat(reset.trigger()).isEmpty();
        assertThat(Triggers.answersAny(reset.timeline(), reset.reset())).isFalse();
    }

    @Test
    void some_stacks_count_their_answer_one_number_further() {
        Case story = Case.of(
                """
                host B 10.0.9.2 port=8080 stack=lwip hops=3
                +0s   A > B SYN
                +10ms B > A SYN,ACK
                +40us A > B ACK
                +2s   A > B PSH,ACK data=100 as=late
                +10ms B > A RST,ACK seq=+1
                """);
        RstContext reset = Facts.of(story);

        assertThat(triggerOf(story)).contains(story.segment("late").at());
        assertThat(Triggers.answersAny(reset.timeline(), reset.reset())).isTrue();
    }

    @Test
    void one_number_further_needs_the_right_acknowledgment() {
        String late =
                """
                host B 10.0.9.2 port=8080 stack=lwip hops=3
                +0s   A > B SYN
                +10ms B > A SYN,ACK
                +40us A > B ACK
                +2s   A > B PSH,ACK data=100
                +10ms B > A RST,ACK seq=%s ack=%s
                """;

        assertThat(triggerOf(Case.of(late.formatted("+1", "+1")))).isEmpty();
        assertThat(triggerOf(Case.of(late.formatted("+2", "+0")))).isEmpty();
    }

    @Test
    void an_answer_does_not_acknowledge_less_than_it_was_told_unless_it_acknowledges_nothing() {
        String late = Facts.TALK + "+2s A > B PSH,ACK data=100 as=late\n+10ms B > A RST,ACK ack=";
        Case nothing = Case.of(late + "raw:0");
        Case all = Case.of(late + "201");

        assertThat(triggerOf(Case.of(late + "100"))).isEmpty();
        assertThat(triggerOf(nothing)).contains(nothing.segment("late").at());
        assertThat(triggerOf(all)).contains(all.segment("late").at());
    }

    @Test
    void a_syn_may_be_answered_without_its_data_or_without_ack() {
        assertThat(triggerOf(Case.of("+0s A > B SYN data=20\n+10ms B > A RST,ACK seq=raw:0 ack=1")))
                .isPresent();
        assertThat(triggerOf(Case.of("+0s A > B SYN data=20\n+10ms B > A RST,ACK seq=raw:0 ack=2")))
                .isEmpty();
        assertThat(triggerOf(Case.of("+0s A > B SYN\n+10ms B > A RST seq=raw:0")))
                .isPresent();
        assertThat(triggerOf(Case.of("+0s A > B SYN\n+10ms B > A RST seq=raw:9 ack=1")))
                .isPresent();
        assertThat(triggerOf(Case.of("+0s A > B SYN\n+10ms B > A RST seq=raw:9 ack=2")))
                .isEmpty();
    }

    @Test
    void of_several_segments_the_first_that_a_round_trip_allows_has_its_turn() {
        String bare = "+10ms B > A RST answers";

        assertThat(choice("19ms", bare)).isEqualTo("one");
        assertThat(choice("19.001ms", bare)).isEqualTo("two");
        assertThat(choice("11ms", "+10ms B > A RST,ACK")).isEqualTo("one");
        assertThat(choice("11.001ms", "+10ms B > A RST,ACK")).isEqualTo("two");
    }

    @Test
    void what_came_too_late_to_be_answered_was_not() {
        assertThat(choice("40ms", "+5.6ms B > A RST answers")).isEqualTo("two");
        assertThat(choice("40ms", "+5.5ms B > A RST answers")).isEqualTo("one");
    }

    @Test
    void a_late_answer_is_to_the_last_burst_and_an_abort_to_its_last_segment() {
        assertThat(choice("5ms", "+100ms B > A RST answers")).isEqualTo("one");
        assertThat(choice("5.001ms", "+100ms B > A RST answers")).isEqualTo("two");
        assertThat(choice("5ms", "+100ms B > A RST,ACK")).isEqualTo("two");
    }

    @Test
    void nothing_is_answered_after_a_second_and_some_round_trips() {
        assertThat(choice("1.031s", "+1ms B > A RST,ACK")).isEqualTo("one");
        assertThat(choice("1.032s", "+1ms B > A RST,ACK")).isEqualTo("two");
    }

    /** Which of two segments, so far apart, is answered by the reset. */
    private static String choice(String apart, String reset) {
        Case story = Case.of(
                Facts.TALK + "+2s A > B PSH,ACK data=1 as=one\n+" + apart + " A > B PSH,ACK data=1 as=two\n" + reset);
        return triggerOf(story).equals(Optional.of(story.segment("one").at())) ? "one" : "two";
    }

    private static Optional<Object> triggerOf(Case story) {
        return Facts.of(story).trigger().map(trigger -> trigger.segment().at());
    }
}

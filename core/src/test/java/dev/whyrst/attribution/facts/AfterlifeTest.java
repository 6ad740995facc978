package dev.whyrst.attribution.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.scenario.Case;
import dev.whyrst.timeline.Segment;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whether the sender of a RST acted as if it had not sent it. */
class AfterlifeTest {
    @Test
    void a_host_that_goes_on_with_new_data_did_not_know_of_its_reset() {
        Case story = Case.of(
                Facts.OPEN
                        + """
                +1ms  A > B PSH,ACK data=100
                +1ms  B > A RST,ACK by=M
                +9ms  B > A PSH,ACK data=200 as=response
                """);

        assertThat(afterlife(story)).contains(story.segment("response"));
    }

    @Test
    void a_host_that_sends_once_more_what_it_had_sent_shows_nothing() {
        Case story = Case.of(Facts.TALK + "+1s B > A RST,ACK ipid=0\n+1ms B > A PSH,ACK data=200 again=response");

        assertThat(afterlife(story)).isEmpty();
    }

    @Test
    void so_does_a_host_that_acknowledges_what_came_after_its_reset_and_not_one_that_repeats_itself() {
        String reset = Facts.TALK + "+1s B > A RST,ACK by=M\n+1ms A > B PSH,ACK data=50 as=more\n";
        Case story = Case.of(reset + "+10ms B > A ACK as=taken");

        assertThat(afterlife(story)).contains(story.segment("taken"));
        assertThat(afterlife(Case.of(reset + "+10ms B > A ACK before=more"))).isEmpty();
    }

    @Test
    void further_resets_are_no_life() {
        Case story = Case.of(Facts.TALK + "+1s B > A RST,ACK\n+1ms A > B PSH,ACK data=50\n+10ms B > A RST answers");

        assertThat(afterlife(story.about(0))).isEmpty();
    }

    @Test
    void the_next_connection_of_the_same_ports_is_another_life() {
        Case story = Case.of(
                Facts.TALK
                        + """
                +1s   B > A RST,ACK
                +1s   A > B SYN iss=77000 uncaptured
                +10ms B > A SYN,ACK iss=990000
                """);

        assertThat(afterlife(story)).isEmpty();
    }

    @Test
    void a_simple_stack_counts_its_packets_through_and_goes_on_after_its_reset() {
        String story =
                """
                host B 10.0.9.2 port=8080 stack=lwip hops=3
                +0s   A > B SYN
                +10ms B > A SYN,ACK ipid=700
                +40us A > B ACK
                +1ms  A > B PSH,ACK data=500 as=one
                +10ms B > A RST,ACK before=one ipid=%d
                +1ms  A > B PSH,ACK data=500
                +1ms  B > A ACK ipid=702 as=taken
                """;

        assertThat(afterlife(Case.of(story.formatted(701)))).isEmpty();
        Case forged = Case.of(story.formatted(9701));
        assertThat(afterlife(forged)).contains(forged.segment("taken"));
    }

    @Test
    void who_waits_for_an_acknowledgment_may_reset_a_wrong_one_and_repeat_its_syn_ack() {
        String waiting =
                """
                +0s   A > B SYN
                +10ms B > A SYN,ACK
                +40us A > B ACK %s
                +10ms B > A RST answers
                +1s   B > A SYN,ACK again as=again
                """;
        Case wrong = Case.of(waiting.formatted("ack=9000"));

        assertThat(afterlife(wrong)).isEmpty();
        Case right = Case.of(waiting.formatted(""));
        assertThat(afterlife(right)).contains(right.segment("again"));
    }

    @Test
    void a_fin_that_follows_says_nothing_new() {
        assertThat(afterlife(Case.of(Facts.TALK + "+1s B > A RST,ACK ipid=0\n+1ms B > A FIN,ACK")))
                .isEmpty();
    }

    @Test
    void a_counter_that_went_on_by_more_than_a_few_may_be_any() {
        String story =
                """
                host B 10.0.9.2 port=8080 stack=lwip hops=3
                +0s   A > B SYN
                +10ms B > A SYN,ACK ipid=700
                +40us A > B ACK
                +10ms B > A RST,ACK ipid=701
                +1ms  B > A PSH,ACK data=9 ipid=%d as=data
                """;

        assertThat(afterlife(Case.of(story.formatted(716)))).isEmpty();
        Case later = Case.of(story.formatted(717));
        assertThat(afterlife(later)).contains(later.segment("data"));
    }

    private static Optional<Segment> afterlife(Case story) {
        RstContext reset = Facts.of(story);
        return Afterlife.of(reset, reset.ttlFit());
    }
}

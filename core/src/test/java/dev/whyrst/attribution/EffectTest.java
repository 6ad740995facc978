package dev.whyrst.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.scenario.Case;
import dev.whyrst.timeline.Timeline;
import org.junit.jupiter.api.Test;

/** What a RST did to the connection of its receiver. */
class EffectTest {

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
    void an_acceptable_reset_ends_the_connection_and_a_refusal_the_attempt() {
        assertThat(effect(TALK + "+1s B > A RST,ACK")).isEqualTo(Effect.ENDED);
        assertThat(effect("+0s A > B SYN\n+10ms B > A RST,ACK answers")).isEqualTo(Effect.ENDED);
    }

    @Test
    void a_reset_beyond_the_window_or_behind_it_is_ignored() {
        assertThat(effect(TALK + "+1s B > A RST,ACK seq=90000000")).isEqualTo(Effect.IGNORED);
        assertThat(effect(TALK + "+1s B > A RST,ACK seq=1")).isEqualTo(Effect.IGNORED);
    }

    @Test
    void a_forged_reset_after_which_both_go_on_was_ignored() {
        assertThat(
                        effect(
                                TALK
                                        + """
                                +1s   B > A RST,ACK by=M
                                +10ms A > B PSH,ACK data=50
                                +10ms B > A PSH,ACK data=60
                                """))
                .isEqualTo(Effect.IGNORED);
    }

    @Test
    void who_had_reset_the_connection_has_none_any_more() {
        Case story = Case.of(TALK + "+1s A > B RST,ACK\n+5ms B > A RST,ACK");

        assertThat(Effect.of(story.timeline(), story.timeline().resets().get(1)))
                .isEqualTo(Effect.NOBODY);
    }

    @Test
    void a_reset_behind_many_others_may_meet_nobody() {
        Case story = Case.of(TALK + "+1s A > B PSH,ACK data=10\n+10ms B > A RST answers\n".repeat(80));
        Timeline later = story.timelines().get(1);

        assertThat(later.earlierReset()).isPositive();
        assertThat(Effect.of(later, later.resets().get(0))).isEqualTo(Effect.UNKNOWN);
    }

    private static Effect effect(String lines) {
        Case story = Case.of(lines);
        return Effect.of(story.timeline(), story.timeline().resets().get(0));
    }
}

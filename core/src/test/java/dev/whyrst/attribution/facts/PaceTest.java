package dev.whyrst.attribution.facts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How soon a RST came behind what it answers. */
class PaceTest {
    @Test
    void an_answer_within_the_round_trip_of_its_host_is_prompt() {
        assertThat(Pace.isPrompt(answered("10ms", ""))).isTrue();
        assertThat(Pace.isPrompt(answered("18ms", ""))).isTrue();
        assertThat(Pace.isPrompt(answered("18.1ms", ""))).isFalse();
    }

    @Test
    void where_no_round_trip_is_known_some_milliseconds_are_prompt() {
        assertThat(Pace.isPrompt(Facts.of("+0s A > B SYN\n+3ms B > A RST,ACK answers")))
                .isTrue();
        assertThat(Pace.isPrompt(Facts.of("+0s A > B SYN\n+3.1ms B > A RST,ACK answers")))
                .isFalse();
    }

    @Test
    void what_answers_nothing_is_not_prompt() {
        assertThat(Pace.isPrompt(Facts.of(Facts.TALK + "+1ms B > A RST seq=+5000")))
                .isFalse();
    }

    @Test
    void no_host_answers_in_less_than_half_of_its_round_trip() {
        assertThat(Pace.isTooFast(answered("4.9ms", "by=M"))).isTrue();
        assertThat(Pace.isTooFast(answered("5ms", "by=M"))).isFalse();
    }

    @Test
    void a_host_whose_handshake_was_not_captured_may_only_seem_to_be_away() {
        RstContext reset = Facts.of(
                """
                +0s   A > B PSH,ACK data=100
                +10ms B > A ACK
                +2s   A > B PSH,ACK data=100
                +1ms  B > A RST answers
                """);

        assertThat(Pace.mayBeTooFast(reset)).isTrue();
        assertThat(Pace.isTooFast(reset)).isFalse();
    }

    @Test
    void a_host_in_the_same_room_is_never_too_fast() {
        RstContext reset =
                Facts.of(Facts.OPEN.replace("+10ms", "+2ms") + "+2s A > B PSH,ACK data=9\n+5us B > A RST answers");

        assertThat(reset.trigger().orElseThrow().delayNanos()).isEqualTo(5_000);
        assertThat(Pace.mayBeTooFast(reset)).isFalse();
    }

    private static RstContext answered(String after, String by) {
        return Facts.of(Facts.TALK + "+2s A > B PSH,ACK data=9\n+" + after + " B > A RST answers " + by);
    }
}

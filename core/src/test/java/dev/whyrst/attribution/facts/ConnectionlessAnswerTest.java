package dev.whyrst.attribution.facts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Answers by stacks that have no such connection. */
class ConnectionlessAnswerTest {
    /** B's stack sets ACK in every RST and has no timestamps. */
    private static final String SIMPLE = "host B 10.0.9.2 port=8080 stack=lwip hops=3\n" + Facts.TALK;

    @Test
    void a_bare_answer_is_one_and_an_abort_is_none() {
        assertThat(is(Facts.TALK + "+1s A > B PSH,ACK data=9\n+10ms B > A RST answers"))
                .isTrue();
        assertThat(is(Facts.TALK + "+1s A > B PSH,ACK data=9\n+10ms B > A RST,ACK"))
                .isFalse();
    }

    @Test
    void with_ack_it_comes_at_once_and_with_a_window_that_the_connection_never_had() {
        String request = SIMPLE + "+1s A > B PSH,ACK data=9 as=x\n";

        assertThat(is(request + "+10ms B > A RST,ACK answers=x win=1000")).isTrue();
        assertThat(is(request + "+10ms B > A RST,ACK answers=x win=32767")).isFalse();
        assertThat(is(request + "+60ms B > A RST,ACK answers=x win=1000")).isFalse();
        assertThat(is(request + "+10ms B > A RST,ACK answers=x win=0")).isFalse();
        assertThat(is(request + "+5ms  B > A ACK\n+5ms B > A RST,ACK answers=x win=1000"))
                .isFalse();
    }

    @Test
    void who_takes_back_what_it_had_acknowledged_knows_nothing_of_it() {
        String probe = SIMPLE + "+60s A > B ACK probe as=x\n+10ms B > A RST,ACK seq=201 ack=%d";

        assertThat(is(probe.formatted(100) + " win=32767")).isTrue();
        assertThat(is(probe.formatted(101) + " win=32767")).isFalse();
    }

    @Test
    void timestamps_are_a_mark_of_the_connection() {
        assertThat(is(Facts.TALK + "+1s A > B PSH,ACK data=9 as=x\n+10ms B > A RST,ACK win=1000"))
                .isFalse();
    }

    @Test
    void so_does_who_begins_behind_all_that_it_had_sent() {
        String request = SIMPLE + "+1s A > B PSH,ACK data=9\n";

        assertThat(is(request + "+10ms B > A RST,ACK seq=+1 win=32767")).isTrue();
        assertThat(is(request + "+10ms B > A RST,ACK win=32767")).isFalse();
    }

    private static boolean is(String story) {
        return ConnectionlessAnswer.is(Facts.of(story));
    }
}

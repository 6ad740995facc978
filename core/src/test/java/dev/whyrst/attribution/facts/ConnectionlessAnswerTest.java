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

    @Test
    void without_the_timestamps_that_both_had_agreed_on_a_window_of_0_tells_it_too() {
        String request = Facts.TALK + "+1s A > B PSH,ACK data=9\n";

        assertThat(is(request + "+10ms B > A RST,ACK no-ts win=0")).isTrue();
        assertThat(is(request + "+10ms B > A RST,ACK win=0")).isFalse();
        assertThat(is(request + "+10ms B > A ACK\n+1ms B > A RST,ACK no-ts win=0"))
                .isFalse();
    }

    @Test
    void whoever_takes_one_byte_of_many_has_not_looked_at_them() {
        String request = SIMPLE + "+1s A > B PSH,ACK data=9\n";

        assertThat(is(request + "+10ms B > A RST,ACK seq=201 ack=102 win=32767"))
                .isTrue();
        assertThat(is(request + "+10ms B > A RST,ACK seq=201 ack=110 win=32767"))
                .isFalse();
    }

    @Test
    void a_window_that_grew_a_little_is_the_connections() {
        String request = "+0s A > B SYN no-ts\n+10ms B > A SYN,ACK\n+40us A > B ACK\n+10ms B > A PSH,ACK data=200\n"
                + "+1s A > B PSH,ACK data=9\n+10ms B > A RST,ACK win=";

        assertThat(is(request + "510")).isFalse();
        assertThat(is(request + "9000")).isTrue();
    }

    @Test
    void what_the_host_answered_elsewhere_decides_over_a_window_of_0() {
        String request = Facts.TALK + "+1s A > B PSH,ACK data=9\n+10ms B > A RST,ACK win=0";
        String acknowledged = after("lwip", "+1s A > B ACK\n+1ms B > A RST,ACK answers win=0\n", request);
        String bare = after("windows", "+1s A > B ACK\n+1ms B > A RST answers\n", request);

        assertThat(is(acknowledged)).isTrue();
        assertThat(is(bare)).isFalse();
        assertThat(mayBe(after("windows", "", request))).isTrue();
        assertThat(mayBe(bare)).isFalse();
    }

    /** What a stray segment to B drew, then the lines of a conversation; B has no timestamps. */
    private static String after(String stack, String stray, String lines) {
        return "host B 10.0.9.2 port=8080 hops=3 stack=" + stack + "\n" + Facts.in(40_001, stray) + lines;
    }

    private static boolean mayBe(String story) {
        return ConnectionlessAnswer.mayBe(Facts.of(story));
    }

    private static boolean is(String story) {
        return ConnectionlessAnswer.is(Facts.of(story));
    }
}

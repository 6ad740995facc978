package dev.whyrst.attribution.facts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Answers to segments that no host with the connection would have reset. */
class MisdirectedTest {
    private static final String FAR = Facts.TALK + "+1s A > B PSH,ACK data=9 seq=+80000000 as=far\n";

    @Test
    void a_segment_behind_all_room_is_answered_by_who_knows_no_connection() {
        assertThat(isAnswered(FAR + "+10ms B > A RST answers=far")).isTrue();
    }

    @Test
    void a_segment_within_the_room_may_be_answered_by_the_host() {
        assertThat(isAnswered(Facts.TALK + "+1s A > B PSH,ACK data=9 seq=+64256\n+10ms B > A RST answers"))
                .isFalse();
        assertThat(isAnswered(Facts.TALK + "+1s A > B PSH,ACK data=9 seq=+64257\n+10ms B > A RST answers"))
                .isTrue();
    }

    @Test
    void from_another_distance_a_device_may_have_answered() {
        assertThat(isAnswered(FAR + "+10ms B > A RST answers=far by=M")).isFalse();
    }

    @Test
    void an_abort_answers_nothing() {
        assertThat(isAnswered(FAR + "+10ms B > A RST,ACK before=far")).isFalse();
    }

    @Test
    void where_the_scale_is_not_known_it_may_be_the_largest() {
        String middle =
                """
                +0s   A > B PSH,ACK data=100
                +10ms B > A ACK
                """;

        assertThat(isAnswered(middle + "+1s A > B PSH,ACK data=9 seq=+8000000\n+10ms B > A RST answers"))
                .isFalse();
        assertThat(isAnswered(middle + "+1s A > B PSH,ACK data=9 seq=+9000000\n+10ms B > A RST answers"))
                .isTrue();
    }

    @Test
    void a_window_that_is_not_scaled_is_the_whole_room() {
        String plain = Facts.OPEN.replace("SYN,ACK", "SYN,ACK no-ws") + "+1s B > A ACK win=5000\n";

        assertThat(isAnswered(plain + "+1s A > B PSH,ACK data=9 seq=+5001\n+10ms B > A RST answers"))
                .isTrue();
        assertThat(isAnswered(plain + "+1s A > B PSH,ACK data=9 seq=+5000\n+10ms B > A RST answers"))
                .isFalse();
    }

    private static boolean isAnswered(String story) {
        RstContext reset = Facts.of(story);
        return Misdirected.isAnswered(reset, reset.ttlFit());
    }
}

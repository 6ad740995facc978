package dev.whyrst.attribution.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.scenario.Case;
import org.junit.jupiter.api.Test;

/** How long nothing was captured before a RST. */
class SilenceTest {
    @Test
    void it_is_measured_to_the_reset_and_to_what_the_reset_answers() {
        Silence silence = Facts.of(Facts.TALK + "+90s A > B PSH,ACK data=9\n+10ms B > A RST answers")
                .silence();

        assertThat(silence).isEqualTo(new Silence(10_000_000, 90_000_000_000L));
        assertThat(silence.isAsLongAsTimer()).isFalse();
        assertThat(silence.mayBeForgotten()).isFalse();
    }

    @Test
    void half_a_minute_may_be_the_timer_of_a_device() {
        assertThat(Facts.of(Facts.TALK + "+29.999s B > A RST,ACK").silence().isAsLongAsTimer())
                .isFalse();
        assertThat(Facts.of(Facts.TALK + "+30s B > A RST,ACK").silence().isAsLongAsTimer())
                .isTrue();
    }

    @Test
    void after_three_minutes_a_balancer_may_have_forgotten_the_connection() {
        String answered = " A > B PSH,ACK data=9\n+10ms B > A RST answers";

        assertThat(Facts.of(Facts.TALK + "+179s" + answered).silence().mayBeForgotten())
                .isFalse();
        assertThat(Facts.of(Facts.TALK + "+180s" + answered).silence().mayBeForgotten())
                .isTrue();
    }

    @Test
    void before_the_first_segment_there_is_none() {
        assertThat(Facts.of("+0s B > A RST,ACK ack=1").silence()).isEqualTo(new Silence(0, 0));
    }

    @Test
    void it_is_measured_to_any_segment_that_is_asked_for() {
        Case story =
                Case.of(Facts.TALK + "+5s A > B PSH,ACK data=9 as=one\n+2s A > B PSH,ACK data=9\n+1s B > A RST,ACK");

        assertThat(Silence.before(Facts.of(story), story.segment("one"))).isEqualTo(5_000_000_000L);
    }
}

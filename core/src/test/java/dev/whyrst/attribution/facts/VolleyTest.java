package dev.whyrst.attribution.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.scenario.Case;
import dev.whyrst.timeline.Reset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** RSTs in one name that came back to back. */
class VolleyTest {
    @Test
    void resets_of_one_sender_within_two_seconds_belong_together() {
        Case story = Case.of(
                Facts.TALK
                        + """
                +1s   B > A RST,ACK by=M
                +2s   B > A RST,ACK by=M
                +1us  B > A RST,ACK by=M
                """);

        assertThat(volley(story.about(0))).containsExactly(story.reset(0), story.reset(1));
        assertThat(volley(story.about(1))).containsExactly(story.reset(0), story.reset(1), story.reset(2));
    }

    @Test
    void resets_of_the_other_end_do_not() {
        Case story = Case.of(Facts.TALK + "+1s B > A RST,ACK by=M\n+1us A > B RST,ACK by=M");

        assertThat(volley(story.about(0))).containsExactly(story.reset(0));
    }

    @Test
    void what_was_captured_twice_counts_once() {
        Case story = Case.of(Facts.TALK + "+1s B > A RST,ACK as=rst\n+1us B > A RST,ACK copy=rst");

        assertThat(volley(story.about(0))).containsExactly(story.reset(0));
    }

    private static List<Reset> volley(Case story) {
        return Volley.of(Facts.of(story));
    }
}

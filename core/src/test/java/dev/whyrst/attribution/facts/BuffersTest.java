package dev.whyrst.attribution.facts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What lay unread in the queue of a RST's sender. */
class BuffersTest {
    @Test
    void linux_empties_the_queue_before_it_builds_the_reset() {
        assertThat(buffers("+1s A > B PSH,ACK data=9000\n+10ms B > A ACK win=432\n+1s B > A RST,ACK win=502")
                        .windowGrew())
                .isTrue();
        assertThat(buffers("+1s A > B PSH,ACK data=9000\n+10ms B > A ACK win=502\n+1s B > A RST,ACK win=502")
                        .windowGrew())
                .isFalse();
    }

    @Test
    void a_stack_that_puts_a_constant_into_its_resets_tells_nothing_by_it() {
        String plain =
                Facts.OPEN.replace("SYN,ACK", "SYN,ACK no-ts") + "+1s A > B PSH,ACK data=9\n+10ms B > A ACK win=300\n";

        assertThat(Facts.of(plain + "+1s B > A RST,ACK win=451").buffers().windowGrew())
                .isFalse();
        assertThat(Facts.of(plain + "+1s B > A RST,ACK win=450").buffers().windowGrew())
                .isTrue();
    }

    @Test
    void a_window_that_shrinks_by_more_than_an_eighth_shows_a_queue_that_fills() {
        String upload =
                "+1s A > B PSH,ACK data=9000\n+10ms B > A ACK win=480\n+1ms B > A ACK win=%d\n+1s B > A RST,ACK";

        assertThat(buffers(upload.formatted(439)).windowShrank()).isTrue();
        assertThat(buffers(upload.formatted(440)).windowShrank()).isFalse();
        assertThat(buffers(upload.formatted(0)).windowShrank()).isTrue();
    }

    @Test
    void data_that_was_under_way_when_the_reset_passed_was_coming() {
        assertThat(buffers("+1s A > B PSH,ACK data=70 as=more\n+1ms B > A RST,ACK before=more")
                        .moreWasComing())
                .isTrue();
        assertThat(buffers("+1s B > A RST,ACK\n+1ms A > B PSH,ACK data=70").moreWasComing())
                .isTrue();
        assertThat(buffers("+1s A > B PSH,ACK data=70\n+10ms B > A RST,ACK").moreWasComing())
                .isFalse();
    }

    @Test
    void one_unanswered_segment_may_have_been_read_and_two_were_hardly() {
        Buffers one = buffers("+1s A > B PSH,ACK data=70\n+10ms B > A RST,ACK");
        Buffers two = buffers("+1s A > B PSH,ACK data=70\n+1ms A > B PSH,ACK data=70\n+10ms B > A RST,ACK");

        assertThat(one.several()).isFalse();
        assertThat(one.probablyUnread()).isFalse();
        assertThat(two.several()).isTrue();
        assertThat(two.probablyUnread()).isTrue();
    }

    @Test
    void who_had_asked_reads_the_answer_and_who_got_a_fin_had_read_to_the_end() {
        Buffers asked = buffers("+1s B > A PSH,ACK data=70\n+1ms B > A PSH,ACK data=70\n+1ms A > B RST,ACK");
        Buffers finished = buffers(
                "+1s A > B PSH,ACK data=70\n+1ms A > B PSH,ACK data=70\n+1ms A > B FIN,ACK\n+10ms B > A RST,ACK");

        assertThat(asked.answerToOwnRequest()).isTrue();
        assertThat(asked.several()).isTrue();
        assertThat(asked.probablyUnread()).isFalse();
        assertThat(finished.peerHadFinished()).isTrue();
        assertThat(finished.several()).isTrue();
        assertThat(finished.probablyUnread()).isFalse();
    }

    @Test
    void any_of_these_signs_tells_of_unread_data() {
        assertThat(buffers("+1s A > B PSH,ACK data=90\n+10ms B > A ACK win=432\n+1s B > A RST,ACK win=502")
                        .probablyUnread())
                .isTrue();
        assertThat(buffers("+1s A > B PSH,ACK data=90\n+10ms B > A ACK win=0\n+1s B > A RST,ACK")
                        .probablyUnread())
                .isTrue();
        assertThat(buffers("+1s A > B PSH,ACK data=70 as=more\n+1ms B > A RST,ACK before=more")
                        .probablyUnread())
                .isTrue();
    }

    @Test
    void what_is_sent_once_more_was_not_coming() {
        assertThat(buffers("+1s B > A RST,ACK\n+1ms A > B PSH,ACK data=100 again=request")
                        .moreWasComing())
                .isFalse();
    }

    private static Buffers buffers(String lines) {
        return Buffers.of(Facts.of(Facts.TALK + lines));
    }
}

package dev.whyrst.attribution.facts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The window of a RST against those that its sender announced. */
class WindowsTest {
    @Test
    void a_window_that_the_connection_had_is_known_and_another_is_not() {
        assertThat(Windows.isKnown(Facts.of(Facts.TALK + "+1s B > A RST,ACK"))).isTrue();
        assertThat(Windows.isKnown(Facts.of(Facts.TALK + "+1s B > A RST,ACK win=501")))
                .isFalse();
    }

    @Test
    void no_room_is_nothing_to_be_known_by() {
        RstContext reset = Facts.of(Facts.TALK + "+1s B > A ACK win=0\n+1s B > A RST,ACK win=0");

        assertThat(Windows.wasAnnounced(reset)).isTrue();
        assertThat(Windows.isKnown(reset)).isFalse();
    }

    @Test
    void what_came_after_the_reset_was_announced_but_not_before() {
        RstContext reset = Facts.of(Facts.TALK + "+1s B > A RST,ACK by=M win=777\n+1s B > A ACK win=777");

        assertThat(Windows.wasAnnounced(reset)).isFalse();
        assertThat(Windows.isAnnounced(reset)).isTrue();
    }

    @Test
    void the_largest_room_is_scaled_but_for_that_of_the_syn() {
        assertThat(Windows.largestRoom(Facts.of(Facts.TALK + "+1s B > A ACK win=400\n+1s B > A RST,ACK")))
                .isEqualTo(65_160);
        assertThat(Windows.largestRoom(Facts.of(Facts.TALK + "+1s B > A ACK win=510\n+1s B > A RST,ACK")))
                .isEqualTo(510 << 7);
    }

    @Test
    void without_a_known_scale_room_has_no_bound() {
        assertThat(Windows.largestRoom(Facts.of("+0s A > B PSH,ACK data=9\n+1s B > A ACK\n+1s B > A RST,ACK")))
                .isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void some_stacks_announce_in_a_reset_what_their_syn_did_now_scaled() {
        assertThat(Windows.isScaledOfSyn(Facts.of(Facts.OPEN + "+1s B > A RST,ACK win=509")))
                .isTrue();
        assertThat(Windows.isScaledOfSyn(Facts.of(Facts.OPEN + "+1s B > A RST,ACK win=508")))
                .isTrue();
        assertThat(Windows.isScaledOfSyn(Facts.of(Facts.OPEN + "+1s B > A RST,ACK win=507")))
                .isFalse();
        assertThat(Windows.isScaledOfSyn(Facts.of(Facts.OPEN + "+1s A > B RST,ACK win=501")))
                .isTrue();
        assertThat(Windows.isScaledOfSyn(
                        Facts.of(Facts.OPEN.replace("SYN,ACK", "SYN,ACK no-ws") + "+1s B > A RST,ACK win=509")))
                .isFalse();
    }
}

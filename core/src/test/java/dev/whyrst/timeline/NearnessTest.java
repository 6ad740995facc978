package dev.whyrst.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Where a host stands, by its TTLs and by how soon it answers. */
class NearnessTest {

    private static final long MICRO = 1_000;

    private static TtlCounts ttls(int... values) {
        long[] counts = new long[values.length];
        Arrays.fill(counts, 5);
        return new TtlCounts(values, counts, 0);
    }

    @Test
    void a_host_that_answers_at_once_with_a_whole_ttl_stands_at_the_capture_point() {
        assertThat(Nearness.of(ttls(64), 40 * MICRO)).isEqualTo(Nearness.HERE);
        assertThat(Nearness.of(ttls(90, 128), 0)).isEqualTo(Nearness.HERE);
    }

    @Test
    void a_quick_answer_from_behind_a_router_is_not_from_here() {
        assertThat(Nearness.of(ttls(63), 40 * MICRO)).isEqualTo(Nearness.UNKNOWN);
    }

    @Test
    void a_host_that_never_answered_soon_is_away_whatever_its_ttl() {
        assertThat(Nearness.of(ttls(57), 31_000 * MICRO)).isEqualTo(Nearness.AWAY);
        assertThat(Nearness.of(ttls(64), 31_000 * MICRO)).isEqualTo(Nearness.AWAY);
    }

    @Test
    void without_a_handshake_nothing_tells_how_far_it_is() {
        assertThat(Nearness.of(ttls(64), -1)).isEqualTo(Nearness.UNKNOWN);
    }
}

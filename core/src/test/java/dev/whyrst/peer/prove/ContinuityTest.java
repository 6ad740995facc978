package dev.whyrst.peer.prove;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ContinuityTest {

    @Test
    void what_was_lost_next_to_a_moment_counts_and_what_was_lost_elsewhere_does_not() {
        Continuity continuity = new Continuity();
        for (int time = 0; time < 100; time++) {
            continuity.expect(time * 1000L, time < 48 || time > 52);
        }

        assertThat(continuity.lossAt(50_000)).isGreaterThan(0.5);
        assertThat(continuity.lossAt(45_500)).isBetween(0.0, 0.5);
        assertThat(continuity.lossAt(20_000)).isZero();
        assertThat(new Continuity().lossAt(0)).isZero();
    }
}

package dev.whyrst.peer.clock;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FieldSurvivalTest {

    @Test
    void nothing_is_shown_nor_refuted_without_segments() {
        assertThat(new FieldSurvival().isShown()).isFalse();
        assertThat(new FieldSurvival().isRefuted()).isFalse();
    }

    @Test
    void a_few_strangers_refute_nothing_and_many_do() {
        FieldSurvival survival = new FieldSurvival();
        for (int i = 0; i < 20; i++) {
            survival.count(true);
        }
        survival.count(false);
        assertThat(survival.isShown()).isTrue();

        FieldSurvival more = new FieldSurvival();
        for (int i = 0; i < 5; i++) {
            more.count(false);
        }
        survival.add(more);
        assertThat(survival.isShown()).isFalse();
        assertThat(survival.isRefuted()).isTrue();
    }
}

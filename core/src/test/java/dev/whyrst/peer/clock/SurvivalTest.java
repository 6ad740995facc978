package dev.whyrst.peer.clock;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SurvivalTest {

    @Test
    void nothing_is_shown_nor_refuted_without_segments() {
        assertThat(new Survival().isShown()).isFalse();
        assertThat(new Survival().isRefuted()).isFalse();
    }

    @Test
    void a_few_strangers_refute_nothing_and_many_do() {
        Survival survival = new Survival();
        for (int i = 0; i < 20; i++) {
            survival.count(true);
        }
        survival.count(false);
        assertThat(survival.isShown()).isTrue();

        Survival more = new Survival();
        for (int i = 0; i < 5; i++) {
            more.count(false);
        }
        survival.add(more);
        assertThat(survival.isShown()).isFalse();
        assertThat(survival.isRefuted()).isTrue();
    }
}

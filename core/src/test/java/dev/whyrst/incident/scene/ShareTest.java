package dev.whyrst.incident.scene;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShareTest {

    @Test
    void half_is_not_yet_the_most() {
        assertThat(Share.half(2, 4)).isTrue();
        assertThat(Share.most(2, 4)).isFalse();
        assertThat(Share.most(3, 4)).isTrue();
    }

    @Test
    void shares_are_met_exactly() {
        assertThat(Share.nearlyAll(9, 10)).isTrue();
        assertThat(Share.nearlyAll(89, 100)).isFalse();
        assertThat(Share.bulk(7, 10)).isTrue();
        assertThat(Share.moreThanBulk(7, 10)).isFalse();
        assertThat(Share.third(1, 3)).isTrue();
        assertThat(Share.quarter(1, 4)).isTrue();
        assertThat(Share.moreThanQuarter(1, 4)).isFalse();
        assertThat(Share.fifth(1, 5)).isTrue();
        assertThat(Share.moreThanEighth(1, 8)).isFalse();
        assertThat(Share.tenth(1, 10)).isTrue();
        assertThat(Share.tenth(1, 11)).isFalse();
    }

    @Test
    void large_numbers_do_not_run_over() {
        assertThat(Share.nearlyAll(Integer.MAX_VALUE, Integer.MAX_VALUE)).isTrue();
        assertThat(Share.most(1, Integer.MAX_VALUE)).isFalse();
    }
}

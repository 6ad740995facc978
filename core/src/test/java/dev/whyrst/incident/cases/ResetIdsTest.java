package dev.whyrst.incident.cases;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ResetIdsTest {

    @Test
    void an_id_tells_its_position() {
        assertThat(ResetIds.position("rst-1")).isZero();
        assertThat(ResetIds.position("rst-1400000")).isEqualTo(1_399_999);
    }

    @Test
    void what_is_no_id_has_no_position() {
        assertThat(ResetIds.position("rst-1x")).isEqualTo(-1);
        assertThat(ResetIds.position("frame-1")).isEqualTo(-1);
        assertThat(ResetIds.position("rst-12345678901")).isEqualTo(-1);
    }

    @Test
    void all_traits_fit_into_the_bits_of_a_row() {
        assertThat(Trait.values().length).isLessThanOrEqualTo(Long.SIZE);
    }
}

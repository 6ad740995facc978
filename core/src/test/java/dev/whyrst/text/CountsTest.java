package dev.whyrst.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CountsTest {

    @Test
    void one_is_singular() {
        assertThat(Counts.of(1, "connection")).isEqualTo("1 connection");
        assertThat(Counts.of(0, "try", "tries")).isEqualTo("0 tries");
        assertThat(Counts.bytes(1)).isEqualTo("1 byte");
    }

    @Test
    void large_numbers_are_told_in_groups_unless_they_are_fields_of_headers() {
        assertThat(Counts.of(999, "reset")).isEqualTo("999 resets");
        assertThat(Counts.of(1_196_732, "reset")).isEqualTo("1,196,732 resets");
        assertThat(Counts.grouped(-1_196_732)).isEqualTo("-1,196,732");
        assertThat(Counts.bytes(4096)).isEqualTo("4096 bytes");
    }
}

package dev.whyrst.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EncapsulationTableTest {

    private final EncapsulationTable table = new EncapsulationTable();

    @Test
    void nothing_has_the_number_0_and_no_name() {
        assertThat(table.index(new long[4], 0)).isZero();
        assertThat(table.name(0)).isEmpty();
    }

    @Test
    void the_same_combination_keeps_its_number() {
        int twelve = vlan(12);
        int thirteen = vlan(13);

        assertThat(thirteen).isNotEqualTo(twelve);
        assertThat(vlan(12)).isEqualTo(twelve);
        assertThat(table.name(twelve)).isEqualTo("VLAN 12");
    }

    @Test
    void the_order_of_tags_makes_a_difference() {
        long[] outside = {12, 13};
        long[] inside = {13, 12};

        assertThat(table.name(table.index(outside, 2))).isEqualTo("VLAN 12 / VLAN 13");
        assertThat(table.name(table.index(inside, 2))).isEqualTo("VLAN 13 / VLAN 12");
    }

    @Test
    void more_combinations_than_the_table_holds_share_one_name_that_says_so() {
        Set<Integer> numbers = new HashSet<>();
        for (int id = 1; id <= 2 * EncapsulationTable.MAX_ENTRIES; id++) {
            numbers.add(vlan(id));
        }
        int last = vlan(1_000_000);

        assertThat(numbers).hasSize(EncapsulationTable.MAX_ENTRIES - 1).contains(last);
        assertThat(table.name(last)).isEqualTo("one of more than 4094 encapsulations");
        assertThat(table.name(vlan(1))).isEqualTo("VLAN 1");
    }

    @Test
    void a_number_that_was_never_given_out_is_refused() {
        assertThatThrownBy(() -> table.name(1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    private int vlan(int id) {
        return table.index(new long[] {(long) Encapsulation.VLAN << 32 | id}, 1);
    }
}

package dev.whyrst.attribution.signals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.tables.DataTable;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The table of window codes. */
class WindowCodesTest {

    @Test
    void its_rows_rise_and_do_not_overlap() {
        int before = 0;
        for (List<String> row : DataTable.read("netscaler-windows", 4)) {
            int first = Integer.parseInt(row.get(0));
            int last = Integer.parseInt(row.get(1));
            assertThat(first).as("first of %s", row).isGreaterThan(before);
            assertThat(last).as("last of %s", row).isBetween(first, 0xffff);
            assertThat(row.get(3)).as("meaning of %s", row).isNotBlank();
            before = last;
        }
        assertThat(before).isPositive();
    }

    @Test
    void round_windows_that_stacks_announce_are_none() {
        List<List<String>> rows = DataTable.read("netscaler-windows", 4);
        for (int window : new int[] {8192, 8688, 8760, 9000}) {
            assertThat(rows)
                    .noneMatch(row -> Integer.parseInt(row.get(0)) <= window && window <= Integer.parseInt(row.get(1)));
        }
    }
}

package dev.whyrst.attribution.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.tables.DataTable;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The codes that windows of RSTs may be, and their table. */
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

    @Test
    void one_code_alone_may_be_chance_and_two_different_codes_of_a_host_are_none() {
        StatedCause one = stated(answered(9814)).orElseThrow();
        StatedCause two =
                stated(Facts.in(40_001, answered(8201)) + answered(9814)).orElseThrow();

        assertThat(one.kind()).isEqualTo(StatedCause.Kind.POLICY);
        assertThat(one.words()).isEqualTo("window 9814, a policy with action RESET matched");
        assertThat(one.trust()).isEqualTo(StatedCause.Trust.HINT);
        assertThat(two.words()).endsWith(" (2 different codes came from this host)");
        assertThat(two.trust()).isEqualTo(StatedCause.Trust.LIKELY);
    }

    @Test
    void a_host_that_also_sends_windows_that_are_no_codes_speaks_no_codes() {
        String others = Facts.in(40_001, answered(8201)) + Facts.in(40_002, answered(8760));

        assertThat(stated(others + answered(9814)).orElseThrow().trust()).isEqualTo(StatedCause.Trust.HINT);
    }

    @Test
    void a_code_of_an_idle_timer_behind_a_silence_as_long_as_one_is_believed_alone() {
        assertThat(stated(Facts.TALK + "+30s B > A RST,ACK win=9300").map(StatedCause::trust))
                .contains(StatedCause.Trust.LIKELY);
        assertThat(stated(Facts.TALK + "+29s B > A RST win=9300 seq=+0").map(StatedCause::trust))
                .contains(StatedCause.Trust.HINT);
    }

    @Test
    void a_window_that_its_sender_announces_anyway_states_nothing_and_nor_does_one_that_is_no_code() {
        assertThat(stated(Facts.TALK
                        + "+1s B > A ACK win=9814\n+1s A > B PSH,ACK data=9\n+10ms B > A RST answers win=9814"))
                .isEmpty();
        assertThat(stated(answered(9815))).isEmpty();
    }

    @Test
    void an_abort_that_answers_nothing_bears_the_window_of_its_connection() {
        assertThat(stated(Facts.TALK + "+1s B > A RST,ACK win=9814 seq=+5")).isEmpty();
    }

    private static String answered(int window) {
        return Facts.TALK + "+1s A > B PSH,ACK data=9\n+10ms B > A RST answers win=" + window + "\n";
    }

    private static Optional<StatedCause> stated(String story) {
        return WindowCodes.of(Facts.of(story));
    }
}

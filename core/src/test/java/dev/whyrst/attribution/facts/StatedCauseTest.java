package dev.whyrst.attribution.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.tables.DataTable;
import dev.whyrst.timeline.Reset;
import dev.whyrst.timeline.Standing;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What RSTs say of themselves. */
class StatedCauseTest {

    @Test
    void a_diagnostic_payload_is_read_in_its_fixed_form() {
        StatedCause stated = read("3\u00aa\0\u000e\0\0\0\0").orElseThrow();
        assertThat(stated.kind()).isEqualTo(StatedCause.Kind.IDLE_TIMER);
        assertThat(stated.words()).isEqualTo("reason code 14, connection timeout");
    }

    @Test
    void a_diagnostic_payload_is_read_in_its_cbor_form() {
        StatedCause stated =
                read("\u0082\u0019" + '3' + "\u00aa\u00a1\u0001\u0009").orElseThrow();
        assertThat(stated.kind()).isEqualTo(StatedCause.Kind.POLICY);
        assertThat(stated.words()).isEqualTo("reason code 9, not authorised");
    }

    @Test
    void a_code_of_a_vendor_is_not_taken_for_a_registered_one() {
        StatedCause stated = read("3\u00aa\0\u000e\0\0\u0001\0").orElseThrow();
        assertThat(stated.kind()).isEqualTo(StatedCause.Kind.OTHER);
        assertThat(stated.words()).isEqualTo("reason code 14 of enterprise 256");

        StatedCause cbor = read("\u0082\u0019" + '3' + "\u00aa\u00a3\u0001\u000e\u0002\u0019}\u00d9\u0003dfull")
                .orElseThrow();
        assertThat(cbor.kind()).isEqualTo(StatedCause.Kind.OTHER);
        assertThat(cbor.words()).isEqualTo("reason code 14 of enterprise 32217: full");
    }

    @Test
    void a_cbor_map_may_have_its_keys_in_any_order() {
        StatedCause stated =
                read("\u0019" + '3' + "\u00aa\u00a2\u0003bno\u0001\u0018\u0010").orElseThrow();
        assertThat(stated.words()).isEqualTo("reason code 16, unacceptable performance: no");
    }

    @Test
    void a_text_that_claims_to_be_longer_than_the_payload_ends_with_it() {
        StatedCause stated = read("\u0019" + '3' + "\u00aa\u00a2\u0001\u0009\u0003z\u00ff\u00ff\u00ff\u00ffcut")
                .orElseThrow();
        assertThat(stated.words()).isEqualTo("reason code 9, not authorised: cut");
    }

    @Test
    void a_cbor_form_that_ends_early_states_nothing() {
        assertThat(read("\u0019" + '3' + "\u00aa\u00a1\u0001")).isEmpty();
        assertThat(read("\u0019" + '3' + "\u00aa\u00a1\u0001\u0018")).isEmpty();
    }

    @Test
    void a_text_of_a_device_is_what_its_row_of_the_table_says() {
        for (List<String> row : DataTable.read("reset-texts", 5)) {
            String text = row.get(0) + " [0x1:1] " + row.get(1).toUpperCase(Locale.ROOT) + " at last";
            StatedCause stated = read(text).orElseThrow();
            assertThat(stated.kind()).as(text).isEqualTo(kind(row.get(2)));
            assertThat(stated.source()).isEqualTo(row.get(3));
            assertThat(stated.words()).isEqualTo(text);
            assertThat(stated.isOfDevice()).isTrue();
        }
    }

    @Test
    void a_code_of_the_diagnostic_payload_is_what_its_row_of_the_table_says() {
        for (List<String> row : DataTable.read("reset-reasons", 4)) {
            if (row.get(0).equals("diagnostic")) {
                StatedCause stated = read("3\u00aa\0" + (char) Integer.parseInt(row.get(1)) + "\0\0\0\0")
                        .orElseThrow();
                assertThat(stated.kind()).isEqualTo(kind(row.get(2)));
                assertThat(stated.words()).isEqualTo("reason code " + row.get(1) + ", " + row.get(3));
            }
        }
    }

    @Test
    void a_readable_text_is_kept_and_a_short_or_binary_one_is_not() {
        assertThat(read("Access denied")).map(StatedCause::words).hasValue("Access denied");
        assertThat(read("denied")).map(StatedCause::words).hasValue("denied");
        assertThat(read("abcde")).isEmpty();
        assertThat(read("\u0001\u0002\u0003\u0004\u0005\u0006\u0007")).isEmpty();
    }

    @Test
    void one_kind_of_device_speaks_in_clear_or_in_codes_and_anyone_in_formats() {
        assertThat(of(StatedCause.Trust.CLEAR).isOfDevice()).isTrue();
        assertThat(of(StatedCause.Trust.LIKELY).isOfDevice()).isTrue();
        assertThat(of(StatedCause.Trust.ANYONE).isOfDevice()).isFalse();
        assertThat(of(StatedCause.Trust.HINT).isOfDevice()).isFalse();
    }

    @Test
    void what_may_be_chance_or_of_another_kind_is_not_stated() {
        assertThat(StatedCause.isStated(Optional.of(of(StatedCause.Trust.ANYONE)), StatedCause.Kind.POLICY))
                .isTrue();
        assertThat(StatedCause.isStated(Optional.of(of(StatedCause.Trust.HINT)), StatedCause.Kind.POLICY))
                .isFalse();
        assertThat(StatedCause.isStated(Optional.of(of(StatedCause.Trust.CLEAR)), StatedCause.Kind.IDLE_TIMER))
                .isFalse();
        assertThat(StatedCause.isStated(Optional.empty(), StatedCause.Kind.POLICY))
                .isFalse();
    }

    private static StatedCause.Kind kind(String word) {
        return StatedCause.Kind.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static StatedCause of(StatedCause.Trust trust) {
        return new StatedCause(StatedCause.Kind.POLICY, "somebody", "no", trust);
    }

    private static Optional<StatedCause> read(String text) {
        return StatedCause.of(new Reset(null, 0, 1, Standing.UNKNOWN, text, -1, false));
    }
}

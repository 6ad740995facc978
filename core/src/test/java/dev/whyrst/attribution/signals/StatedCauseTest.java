package dev.whyrst.attribution.signals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.timeline.Reset;
import dev.whyrst.timeline.Standing;
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
    void a_cbor_form_that_ends_early_states_nothing() {
        assertThat(read("\u0019" + '3' + "\u00aa\u00a1\u0001")).isEmpty();
        assertThat(read("\u0019" + '3' + "\u00aa\u00a1\u0001\u0018")).isEmpty();
    }

    @Test
    void a_readable_text_is_kept_and_a_short_or_binary_one_is_not() {
        assertThat(read("Access denied")).map(StatedCause::words).hasValue("Access denied");
        assertThat(read("abc")).isEmpty();
        assertThat(read("\u0001\u0002\u0003\u0004\u0005\u0006\u0007")).isEmpty();
    }

    private static Optional<StatedCause> read(String text) {
        return StatedCause.of(new Reset(null, 0, 1, Standing.UNKNOWN, text, -1, false));
    }
}

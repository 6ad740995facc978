package dev.whyrst.attribution.facts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The payload by which a RST tells its reason, byte by byte. */
class DiagnosticPayloadTest {
    @Test
    void the_fixed_form_has_a_code_and_an_enterprise() {
        assertThat(DiagnosticPayload.of("3\u00aa\0\u000e\0\0\u0001\u0002"))
                .contains(new DiagnosticPayload(14, 0x102, ""));
    }

    @Test
    void the_cbor_form_may_have_a_text() {
        assertThat(DiagnosticPayload.of("\u0082\u0019" + "3\u00aa\u00a2\u0001\u0009\u0003bno"))
                .contains(new DiagnosticPayload(9, 0, "no"));
    }

    @Test
    void an_unknown_key_hides_whose_code_it_is() {
        assertThat(DiagnosticPayload.of("\u0019" + "3\u00aa\u00a2\u0001\u0009\u0004\u0001"))
                .contains(new DiagnosticPayload(9, -1, ""));
    }

    @Test
    void other_bytes_are_none() {
        assertThat(DiagnosticPayload.of("")).isEmpty();
        assertThat(DiagnosticPayload.of("3\u00aa\0\u000e\0\0\0")).isEmpty();
        assertThat(DiagnosticPayload.of("\u0019" + "3\u00aa\u0081\u0009")).isEmpty();
    }
}

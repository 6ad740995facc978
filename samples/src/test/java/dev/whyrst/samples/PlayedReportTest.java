package dev.whyrst.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A story whose expectations are not met fails its test. */
class PlayedReportTest {

    private static final String REFUSED =
            """
            host A    10.30.0.19  hops=0
            host B    10.30.3.80  hops=3
            conversation A:40000 > B:8080
            2026-11-21T06:00:00Z A > B SYN
            +10ms B > A RST,ACK answers # expect %s
            """;

    @TempDir
    private Path folder;

    @Test
    void what_is_met_passes() throws IOException {
        PlayedReport report = PlayedReport.of(
                folder,
                REFUSED.formatted("port-not-listening high+ by responder")
                        + "# expect incident service-down at B:8080\n" + "# expect no incident scan");

        assertThat(report.kinds()).containsExactly("service-down");
    }

    @Test
    void another_cause_fails() {
        assertMiss(() -> play("firewall-reject"), "wrong: cause");
    }

    @Test
    void another_confidence_fails() {
        assertMiss(() -> play("port-not-listening low"), "wrong: confidence");
    }

    @Test
    void another_emitter_fails() {
        assertMiss(() -> play("port-not-listening by middlebox"), "wrong: emitter");
    }

    @Test
    void an_event_of_its_own_is_no_repeat() {
        assertMiss(() -> play("port-not-listening repeat"), "wrong: repeat");
    }

    @Test
    void an_incident_that_is_not_told_fails_and_so_does_one_that_must_not_be() {
        assertMiss(
                () -> play("port-not-listening\n# expect incident scan"),
                "# expect incident scan\n  said:  [service-down at 10.30.3.80:8080]");
        assertMiss(
                () -> play("port-not-listening\n# expect incident service-down at A"),
                "# expect incident service-down at A");
        assertMiss(
                () -> play("port-not-listening\n# expect no incident service-down"),
                "# expect no incident service-down");
    }

    private void play(String expectations) throws IOException {
        PlayedReport.of(folder, REFUSED.formatted(expectations));
    }

    private static void assertMiss(ThrowingCallable story, String said) {
        assertThatExceptionOfType(AssertionError.class).isThrownBy(story).withMessageContaining(said);
    }
}

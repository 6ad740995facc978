package dev.whyrst.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** RSTs of a device on the path that nothing provoked, and SYNs that meet what is left of an earlier connection. */
class OutOfSilenceTest {

    private static final String HOSTS =
            """
            host A    10.76.0.10  stack=linux     hops=0
            host B    10.76.7.40  stack=linux     hops=3
            host M    10.76.0.1   stack=netfilter hops=1
            """;

    private static final String TALK =
            """
            conversation A:%1$d > B:6379
            %2$s        A > B  SYN
            +20ms       B > A  SYN,ACK
            +40us       A > B  ACK
            +90us       A > B  PSH,ACK data=60
            +20.1ms     B > A  PSH,ACK data=300
            +40us       A > B  ACK
            """;

    /** What the first SYN meets answers by its old numbers; the RST to that ends it. */
    private static final String SYN_MEETS_TIME_WAIT =
            """
            +1ms        B > A  FIN,ACK
            +40us       A > B  FIN,ACK
            +20ms       B > A  ACK
            +5s         A > B  SYN
            +20ms       B > A  ACK
            +40us       A > B  RST answers # expect time-wait
            +1s         A > B  SYN again
            +20ms       B > A  RST,ACK answers # expect port-not-listening
            """;

    @TempDir
    private Path folder;

    @Test
    void a_reset_of_another_box_after_a_second_of_silence_is_a_timer() throws IOException {
        assertThat(resetAfter("+1.5s").cause()).isEqualTo("idle-timeout");
    }

    @Test
    void right_behind_a_segment_it_is_an_objection() throws IOException {
        assertThat(resetAfter("+30ms").cause()).isEqualTo("injected-rst");
    }

    @Test
    void a_syn_behind_a_time_wait_that_was_ended_is_refused() throws IOException {
        PlayedReport report =
                PlayedReport.of(folder, HOSTS + TALK.formatted(43_000, "2026-11-22T07:00:00Z") + SYN_MEETS_TIME_WAIT);

        assertThat(report.verdicts()).containsExactly("time-wait high", "port-not-listening medium");
    }

    private ReportedReset resetAfter(String pause) throws IOException {
        String reset = pause + "       B > A  RST,ACK by=M # expect idle-timeout or injected-rst\n";
        return PlayedReport.of(folder, HOSTS + TALK.formatted(43_000, "2026-11-22T07:00:00Z") + reset)
                .reset(0);
    }
}

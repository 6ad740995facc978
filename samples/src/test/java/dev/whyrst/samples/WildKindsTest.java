package dev.whyrst.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kinds of mistakes that captures of strangers showed, as stories of our own. */
class WildKindsTest {

    private static final String HOSTS =
            """
            host A 10.71.0.1 stack=linux hops=0
            host B 10.71.0.2 stack=linux hops=4
            host M 10.71.9.9 hops=1
            conversation A:40000 > B:22
            """;

    private static final String TALK =
            """
            2026-11-20T15:00:00Z A > B SYN
            +20ms B > A SYN,ACK
            +30us A > B ACK
            +1ms  A > B PSH,ACK data=100
            +20ms B > A PSH,ACK data=200
            +40us A > B ACK
            """;

    @TempDir
    private Path folder;

    @Test
    void a_server_that_is_too_busy_to_read_says_so_and_leaves_the_banner_unread() throws IOException {
        PlayedReport report = play(
                """
                2026-11-20T15:00:00Z A > B SYN
                +20ms B > A SYN,ACK
                +30us A > B ACK
                +1ms  A > B PSH,ACK data=24
                +20ms B > A ACK
                +1ms  B > A PSH,ACK data=hex:4578636565646564204d617853746172747570730d0a
                +30us B > A RST,ACK # expect close-with-unread-data
                """);

        assertThat(report.verdicts()).containsExactly("close-with-unread-data medium");
    }

    @Test
    void a_fin_that_nobody_answered_is_given_up_even_where_the_capture_began_late() throws IOException {
        PlayedReport report = play(
                """
                2026-11-20T15:00:00Z A > B FIN,ACK as=f
                +1200ms A > B FIN,ACK again=f
                +2400ms A > B FIN,ACK again=f
                +4800ms A > B FIN,ACK again=f
                +9600ms A > B RST,ACK # expect user-timeout
                """);

        assertThat(report.verdicts()).containsExactly("user-timeout medium");
    }

    @Test
    void a_host_that_spoke_a_moment_ago_has_not_restarted() throws IOException {
        PlayedReport report = play(
                TALK
                        + """
                +1s   A > B PSH,ACK data=50
                +20ms B > A ACK
                +30us A > B PSH,ACK data=50
                +40ms B > A RST answers # expect data-after-close or nonexistent-connection or undetermined
                """);

        assertThat(report.verdicts()).noneMatch(verdict -> verdict.matches("half-open-peer-restarted (high|certain)"));
        assertThat(report.kinds()).doesNotContain("server-restart");
    }

    @Test
    void a_close_of_an_idle_connection_with_no_request_on_its_way_lost_nothing() throws IOException {
        PlayedReport report = play(
                TALK
                        + """
                +60s  B > A FIN,ACK
                +40us A > B ACK
                +2ms  A > B RST,ACK # expect linger-zero-abort or app-abort-disconnect
                """);

        assertThat(report.kinds()).doesNotContain("keep-alive-race");
    }

    @Test
    void a_last_word_and_an_abort_are_no_impatience() throws IOException {
        PlayedReport report = play(
                TALK
                        + """
                +1s   A > B PSH,ACK data=60
                +5ms  A > B RST,ACK # expect linger-zero-abort or app-abort-disconnect
                """);

        assertThat(report.kinds()).doesNotContain("client-timeouts");
    }

    @Test
    void a_device_that_saw_the_host_reset_lets_nothing_more_pass_and_forges_nothing() throws IOException {
        PlayedReport report = play(
                TALK
                        + """
                +1s   B > A FIN,ACK
                +1ms  A > B PSH,ACK data=50
                +20ms B > A RST answers                  # expect data-after-close
                +1ms  A > B PSH,ACK data=60
                +15us B > A RST answers by=M ttl=255 # expect firewall-reject
                """);

        assertThat(report.verdicts()).noneMatch(verdict -> verdict.startsWith("injected-rst"));
    }

    @Test
    void a_client_whose_stack_still_waits_has_not_rejected_the_syn_ack() throws IOException {
        PlayedReport report = play(
                """
                2026-11-20T15:00:00Z A > B SYN as=s
                +20ms  B > A SYN,ACK
                +200us A > B RST answers by=M ttl=255 # expect firewall-reject
                +980ms A > B SYN again=s
                +20ms  B > A SYN,ACK
                +200us A > B RST answers by=M ttl=255 # expect firewall-reject repeat
                """);

        assertThat(report.reset(0).emitter()).isEqualTo("middlebox");
    }

    private PlayedReport play(String lines) throws IOException {
        return PlayedReport.of(folder, HOSTS + lines);
    }
}

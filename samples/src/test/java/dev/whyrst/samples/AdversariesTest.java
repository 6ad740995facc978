package dev.whyrst.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Conversations that look like a cause and have another one: nothing may be said of them with much confidence. */
class AdversariesTest {

    private static final String HOSTS =
            """
            host A    10.61.0.10  stack=linux     hops=0
            host B    10.61.7.40  stack=linux     hops=2
            """;

    private static final String OPENED =
            """
            conversation A:41000 > B:8080
            2026-11-22T07:00:00Z  A > B  SYN
            +20.1ms     B > A  SYN,ACK
            +30us       A > B  ACK
            """;

    private static final String TALK = OPENED
            + """
            +1ms        A > B  PSH,ACK data=300
            +20.2ms     B > A  PSH,ACK data=300
            +30us       A > B  ACK
            """;

    @TempDir
    private Path folder;

    private PlayedReport report(String lines, String... options) throws IOException {
        return PlayedReport.of(folder, HOSTS + lines, options);
    }

    @Test
    void a_server_that_leaves_the_data_of_a_syn_alone_may_acknowledge_the_syn() throws IOException {
        PlayedReport report = report(
                """
                conversation A:41000 > B:8080
                2026-11-22T07:00:00Z  A > B  SYN data=18
                +3.5s       B > A  SYN,ACK ack=1
                +30us       A > B  RST answers # expect handshake-timeout
                """,
                "--so-rcvtimeo",
                "1s");

        assertThat(report.verdicts()).containsExactly("handshake-timeout certain");
    }

    @Test
    void a_half_closed_host_that_does_not_answer_for_long_may_have_restarted() throws IOException {
        PlayedReport report = report(
                TALK
                        + """
                +1ms        A > B  FIN,ACK
                +20ms       B > A  PSH,ACK data=1000
                +30us       A > B  ACK
                +20ms       B > A  PSH,ACK data=1000
                +30us       A > B  ACK
                +20ms       B > A  PSH,ACK data=1000 as=lost
                +400ms      B > A  PSH,ACK again=lost
                +800ms      B > A  PSH,ACK again=lost
                +1600ms     B > A  PSH,ACK again=lost
                +3200ms     B > A  PSH,ACK again=lost
                +30us       A > B  RST answers # expect data-after-close or half-open-peer-restarted
                """);

        assertThat(report.verdicts()).containsExactly("data-after-close medium");
        assertThat(report.reasons())
                .contains(
                        "against, weak: Behind its FIN the host had gone on taking data: it may have closed fully since, or restarted");
    }

    @Test
    void an_answer_after_minutes_of_silence_may_be_a_balancer_s() throws IOException {
        PlayedReport report = report(
                TALK
                        + """
                +400s       A > B  PSH,ACK data=640
                +20.3ms     B > A  RST answers # expect half-open-peer-restarted
                """);

        assertThat(report.verdicts()).containsExactly("half-open-peer-restarted medium");
        assertThat(report.reasons())
                .contains(
                        "against, weak: After so long a silence an idle timer on the path may have forgotten it, and answer in its name");
    }

    @Test
    void an_answer_behind_a_stretch_that_was_not_captured_proves_no_restart() throws IOException {
        PlayedReport report = report(
                TALK
                        + """
                +5s         A > B  PSH,ACK data=640 seq=40000
                +20.3ms     B > A  RST answers # expect half-open-peer-restarted
                """);

        assertThat(report.verdicts()).containsExactly("half-open-peer-restarted medium");
    }

    @Test
    void a_program_that_gives_up_after_a_second_is_no_timeout_of_its_stack() throws IOException {
        PlayedReport report = report(
                TALK
                        + """
                +1ms        A > B  PSH,ACK data=300 as=lost
                +200ms      A > B  PSH,ACK again=lost
                +400ms      A > B  PSH,ACK again=lost
                +800ms      A > B  PSH,ACK again=lost
                +100ms      A > B  RST,ACK # expect linger-zero-abort
                """);

        assertThat(report.verdicts()).containsExactly("linger-zero-abort medium");
    }

    @Test
    void a_close_with_an_answer_unread_is_no_tidying_up() throws IOException {
        PlayedReport report = report(
                TALK
                        + """
                +1ms        A > B  PSH,ACK data=300
                +20.2ms     B > A  PSH,ACK data=8000
                +30us       A > B  ACK
                +10us       B > A  FIN,ACK
                +30us       A > B  FIN,ACK
                +5ms        A > B  RST,ACK # expect linger-zero-abort or close-with-unread-data
                """);

        assertThat(report.verdicts()).doesNotContain("benign-after-teardown high", "benign-after-teardown medium");
    }

    @Test
    void who_acknowledges_data_of_a_server_was_accepted_by_it() throws IOException {
        PlayedReport report = report(
                OPENED
                        + """
                +31s        A > B  FIN,ACK seq=801 ack=5001
                +20.2ms     B > A  RST answers # expect half-open-peer-restarted or undetermined or idle-timeout
                """);

        assertThat(report.verdicts()).noneMatch(verdict -> verdict.startsWith("listen-overflow"));
    }

    @Test
    void a_connection_that_a_reset_ended_leaves_no_time_wait() throws IOException {
        String check =
                """
                +5s         A > B  SYN
                +20.1ms     B > A  SYN,ACK
                +30us       A > B  RST answers # expect syn-ack-rejected
                """;
        PlayedReport report = report(
                """
                conversation A:41000 > B:8080
                2026-11-22T07:00:00Z  A > B  SYN
                +20.1ms     B > A  SYN,ACK
                +30us       A > B  RST answers # expect syn-ack-rejected
                conversation A:41000 > B:8080
                """
                        + check + "conversation A:41000 > B:8080\n" + check);

        assertThat(report.verdicts()).containsOnly("syn-ack-rejected medium");
    }

    @Test
    void a_connection_that_is_refused_in_its_midst_had_been_made() throws IOException {
        PlayedReport report = report(
                TALK
                        + """
                +5s         A > B  PSH,ACK data=640
                +1ms        B > A  RST answers ttl=250 # expect idle-timeout or firewall-reject
                """);

        assertThat(report.reasons()).isNotEmpty();
        assertThat(report.verdicts()).containsExactly("idle-timeout medium");
    }
}

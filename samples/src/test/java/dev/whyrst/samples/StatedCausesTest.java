package dev.whyrst.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RSTs that state their cause: when they are believed, and how the report tells it. */
class StatedCausesTest {

    private static final String HOSTS =
            """
            host A    10.30.0.19  stack=linux     hops=0
            host N    10.30.3.80  stack=linux     hops=3 ttl=255
            """;

    /** A request and its answer; then what follows. */
    private static final String TALK =
            """
            conversation A:%d > N:443
            %s          A > N  SYN no-ts
            +20.1ms     N > A  SYN,ACK
            +30us       A > N  ACK
            +90us       A > N  PSH,ACK  data=client-hello:shop.example
            +22ms       N > A  PSH,ACK  data=tls-data:1200
            +40us       A > N  ACK
            """;

    @TempDir
    private Path folder;

    private static String talk(int port, String time) {
        return TALK.formatted(port, time);
    }

    /** The host restarts, and answers what comes next with that window. */
    private static String lost(int window) {
        return "+1ms N restarts\n+999ms A > N PSH,ACK data=tls-data:200\n+21ms N > A RST answers win=" + window
                + " # expect half-open-peer-restarted\n";
    }

    @Test
    void two_different_window_codes_of_a_host_are_believed() throws IOException {
        PlayedReport report = PlayedReport.of(
                folder,
                HOSTS
                        + talk(40000, "2026-11-21T06:00:00Z")
                        + "+180s N > A RST win=9300 # expect idle-timeout\n"
                        + talk(40001, "+1s")
                        + "+1s A > N PSH,ACK data=tls-data:200\n+21ms N > A RST answers win=9814 # expect firewall-reject\n");

        assertThat(report.verdicts()).containsExactly("idle-timeout high", "firewall-reject high");
        assertThat(report.reset(0).reasons())
                .contains(
                        "for, strong: Citrix NetScaler states the cause in the RST: window 9300, idle or zombie timeout,"
                                + " or its service went down (2 different codes came from this host)");
        assertThat(report.reset(1).reasons())
                .contains("for, strong: Citrix NetScaler states the cause in the RST: window 9814, a policy with action"
                        + " RESET matched (2 different codes came from this host)");
    }

    @ParameterizedTest
    @CsvSource({"9300", "8201"})
    void one_window_code_alone_is_a_hint(int window) throws IOException {
        PlayedReport report = PlayedReport.of(
                folder, HOSTS + talk(40000, "2026-11-21T06:00:00Z") + lost(window) + talk(40001, "+1s") + lost(window));

        assertThat(report.verdicts()).doesNotContain("idle-timeout high", "idle-timeout certain");
        assertThat(report.reset(0).reasons()).anySatisfy(reason -> assertThat(reason)
                .startsWith("for, weak: The RST would state its cause if Citrix NetScaler made it: window " + window)
                .endsWith("so it may be chance"));
    }

    @Test
    void a_host_that_also_sends_windows_that_are_no_codes_speaks_no_codes() throws IOException {
        PlayedReport report = PlayedReport.of(
                folder,
                HOSTS
                        + talk(40000, "2026-11-21T06:00:00Z")
                        + "+180s N > A RST win=9300 # expect idle-timeout <=medium or half-open-peer-restarted\n"
                        + talk(40001, "+1s")
                        + lost(9814)
                        + talk(40002, "+1s")
                        + lost(8760));

        assertThat(report.verdicts()).doesNotContain("idle-timeout high", "firewall-reject high");
    }

    @Test
    void a_window_that_the_sender_announces_anyway_is_no_code() throws IOException {
        PlayedReport report = PlayedReport.of(
                folder,
                HOSTS
                        + talk(40000, "2026-11-21T06:00:00Z")
                        + "+1s N > A ACK win=9300\n+180s N > A RST,ACK # expect linger-zero-abort\n"
                        + talk(40001, "+1s")
                        + "+1s N > A ACK win=9814\n+2s N > A RST,ACK # expect linger-zero-abort\n");

        assertThat(report.reset(0).reasons()).noneMatch(reason -> reason.contains("NetScaler"));
        assertThat(report.reset(1).reasons()).noneMatch(reason -> reason.contains("NetScaler"));
    }

    @Test
    void an_idle_code_without_silence_is_doubted() throws IOException {
        PlayedReport report = PlayedReport.of(
                folder,
                HOSTS
                        + talk(40000, "2026-11-21T06:00:00Z")
                        + "+200ms A > N PSH,ACK data=tls-data:200\n+21ms N > A RST answers win=9301"
                        + " # expect half-open-peer-restarted <=medium or idle-timeout\n"
                        + talk(40001, "+1s")
                        + lost(8201));

        assertThat(report.verdicts()).doesNotContain("idle-timeout high", "idle-timeout certain");
    }

    @ParameterizedTest
    @CsvSource({
        "Flow expired (sweeper), idle-timeout, certain",
        "Policy action, firewall-reject, high",
        "Port denied lis=/Common/vs port=1.1, firewall-reject, high"
    })
    void big_ip_says_why_in_its_payload(String words, String cause, String confidence) throws IOException {
        String text = "BIG-IP: [0x2bf3c01:1250] " + words;
        PlayedReport report = PlayedReport.of(
                folder,
                HOSTS + talk(40000, "2026-11-21T06:00:00Z") + "+300s N > A RST,ACK win=0 data=\"" + text
                        + "\" # expect " + cause + " by middlebox\n");

        assertThat(report.verdicts()).containsExactly(cause + " " + confidence);
        String weight = confidence.equals("certain") ? "decisive" : "strong";
        assertThat(report.reset(0).reasons())
                .contains("for, " + weight + ": F5 BIG-IP states the cause in the RST: " + text);
    }

    @ParameterizedTest
    @CsvSource({"33aa000e00000000", "821933aaa1010e", "1933aaa1010e"})
    void a_diagnostic_payload_is_told_in_both_of_its_forms_and_decides_nothing_alone(String payload)
            throws IOException {
        PlayedReport report = PlayedReport.of(
                folder,
                HOSTS + talk(40000, "2026-11-21T06:00:00Z") + "+300s N > A RST,ACK data=hex:" + payload
                        + " # expect idle-timeout\n");

        assertThat(report.reset(0).confidence()).isNotEqualTo("certain");
        assertThat(report.reset(0).reasons()).anySatisfy(reason -> assertThat(reason)
                .contains("RST diagnostic payload states the cause in the RST: reason code 14, connection timeout"));
    }

    @Test
    void mptcp_says_why_in_an_option() throws IOException {
        PlayedReport report = PlayedReport.of(
                folder,
                HOSTS + talk(40000, "2026-11-21T06:00:00Z") + "+1s N > A RST,ACK mptcp=3 # expect linger-zero-abort\n");

        assertThat(report.reset(0).reasons())
                .contains("for, weak: MP_TCPRST states the cause in the RST: administratively prohibited");
    }

    @Test
    void any_other_text_is_shown_as_what_it_is() throws IOException {
        PlayedReport report = PlayedReport.of(
                folder,
                HOSTS + talk(40000, "2026-11-21T06:00:00Z")
                        + "+1s N > A RST,ACK data=\"<b>go away</b>\" # expect linger-zero-abort\n");

        assertThat(report.reset(0).reasons()).contains("for, weak: The RST carries a text: <b>go away</b>");
    }
}

package dev.whyrst.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a device that resets by name may have looked at is told, in the RST's evidence and in the incident. */
class NamesOfPolicyTest {

    private static final String HOSTS =
            """
            host A    10.21.0.20  stack=linux     hops=0
            host B    203.0.113.80 stack=linux    hops=7
            host M    192.0.2.1   stack=netfilter hops=3
            """;

    private static final String REQUEST =
            """
            conversation A:%1$d > B:%2$d
            %3$s        A > B  SYN
            +31.1ms     B > A  SYN,ACK
            +30us       A > B  ACK
            +90us       A > B  PSH,ACK data=%4$s
            """;

    private static final String FORGED =
            """
            +700us      B > A  RST,ACK by=M ttl=47 ipid=9 win=512 no-ts # expect injected-rst
            +31ms       B > A  ACK
            +1ms        B > A  PSH,ACK data=900
            """;

    /** Whether the device let the request pass nobody knows, so that the tool rather believes in an injector. */
    private static final String REJECTED =
            """
            +700us      B > A  RST answers by=M # expect firewall-reject <=medium or injected-rst by middlebox
            """;

    @TempDir
    private Path folder;

    @Test
    void the_name_in_a_client_hello_is_told() throws IOException {
        PlayedReport report =
                PlayedReport.of(folder, HOSTS + hello(40_000, "2026-11-21T04:00:00Z", "a.example") + FORGED);

        assertThat(report.reasons()).anyMatch(reason -> reason.contains("a request that names \"a.example\""));
        assertThat(report.statements().get(0)).endsWith("all that gave a name asked for a.example.");
    }

    @Test
    void the_host_of_a_request_is_told_where_a_filter_answered_it() throws IOException {
        PlayedReport report =
                PlayedReport.of(folder, HOSTS + get(40_000, "2026-11-21T04:00:00Z", "b.example") + REJECTED);

        assertThat(report.reasons())
                .contains("firewall-reject: for, weak: It answered a request that names \"b.example\"")
                .anyMatch(reason -> reason.startsWith("for, weak: It followed a request that names \"b.example\""));
        assertThat(report.statements().get(0)).endsWith("all that gave a name asked for b.example.");
    }

    @Test
    void different_names_are_counted_and_those_that_are_none_are_not_repeated() throws IOException {
        PlayedReport report = PlayedReport.of(
                folder,
                HOSTS
                        + hello(40_000, "2026-11-21T04:00:00Z", "a.example")
                        + FORGED
                        + hello(40_001, "+1s", "a.example")
                        + FORGED
                        + get(40_002, "+1s", "b.example")
                        + FORGED
                        + hello(40_003, "+1s", "<script>")
                        + FORGED);

        assertThat(report.statements().get(0))
                .endsWith("asked for were a.example (2), b.example (1) and 1 other name.");
    }

    @Test
    void a_name_that_was_cut_by_the_recorder_is_marked() throws IOException {
        PlayedReport report = PlayedReport.cut(
                folder,
                100,
                HOSTS + get(40_000, "2026-11-21T04:00:00Z", "a-rather-long-name-of-a-host.example") + FORGED);

        assertThat(report.statements().get(0)).contains("asked for a-rather-").endsWith("\u2026.");
        assertThat(report.reasons()).anyMatch(reason -> reason.contains("\u2026\", which devices"));
    }

    private static String hello(int port, String time, String name) {
        return REQUEST.formatted(port, 443, time, "client-hello:" + name);
    }

    private static String get(int port, String time, String host) {
        return REQUEST.formatted(port, 80, time, "\"GET /x HTTP/1.1\\r\\nHost: " + host + "\\r\\n\\r\\n\"");
    }
}

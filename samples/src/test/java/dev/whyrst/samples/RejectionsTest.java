package dev.whyrst.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers that turn away some of what comes: by an HTTP status, or by a rule of their host's packet filter. */
class RejectionsTest {

    private static final String HOSTS =
            """
            host A    10.78.0.10  stack=linux     hops=0
            host D    10.78.0.11  stack=linux     hops=0
            host E    10.78.0.12  stack=linux     hops=0
            host B    10.78.7.40  stack=linux     hops=2
            """;

    private static final String OPENED =
            """
            conversation %3$s:%1$d > B:8080
            %2$s        %3$s > B  SYN
            +10ms       B > %3$s  SYN,ACK
            +40us       %3$s > B  ACK
            """;

    private static final String SERVED =
            """
            +90us       %3$s > B  PSH,ACK data=60
            +10.1ms     B > %3$s  PSH,ACK data=90
            +40us       %3$s > B  ACK
            +1ms        %3$s > B  FIN,ACK
            +10ms       B > %3$s  FIN,ACK
            +40us       %3$s > B  ACK
            """;

    private static final String REFUSED =
            """
            conversation %3$s:%1$d > B:8080
            %2$s        %3$s > B  SYN
            +10ms       B > %3$s  RST,ACK answers # expect port-not-listening
            """;

    private static final String LIVE =
            """
            +90us       %3$s > B  PSH,ACK data=60
            +10.1ms     B > %3$s  PSH,ACK data=90
            +40us       %3$s > B  ACK
            """;

    private static final String CUT =
            """
            conversation %3$s:%1$d > B:8080
            %2$s        %3$s > B  PSH,ACK data=60
            +10.1ms     B > %3$s  RST answers # expect half-open-peer-restarted
            """;

    private static final String FORBIDDEN =
            """
            +90us       %3$s > B  PSH,ACK data="GET / HTTP/1.1\\r\\n\\r\\n"
            +10.1ms     B > %3$s  PSH,ACK data="HTTP/1.1 403 Forbidden\\r\\nContent-Length: 9\\r\\n\\r\\n"
            +10us       B > %3$s  PSH,ACK data="forbidden"
            +10us       B > %3$s  FIN,ACK
            +40us       %3$s > B  ACK
            +1ms        %3$s > B  PSH,ACK data=80 as=late
            +10.1ms     B > %3$s  RST answers=late # expect data-after-close
            """;

    /** The answer comes in two segments, and the abort at once. */
    private static final String TOO_LARGE =
            """
            +90us       %3$s > B  PSH,ACK data="POST /up HTTP/1.1\\r\\nContent-Length: 900000\\r\\n\\r\\n"
            +10us       %3$s > B  PSH,ACK data=1400
            +10.1ms     B > %3$s  PSH,ACK data="HTTP/1.1 413 Content Too Large\\r\\nContent-Length: 9\\r\\n\\r\\n"
            +10us       B > %3$s  PSH,ACK data="too large"
            +1ms        B > %3$s  RST,ACK # expect close-with-unread-data or linger-zero-abort
            """;

    private static final String FIRST = "2026-11-22T08:00:00Z";

    @TempDir
    private Path folder;

    @Test
    void whoever_is_told_403_met_a_rule() throws IOException {
        assertThat(kinds(of("A", OPENED + FORBIDDEN, 43_000, 5, FIRST))).containsExactly("policy-on-server");
    }

    @Test
    void uploads_that_are_told_413_and_reset_were_rejected_unread() throws IOException {
        assertThat(kinds(of("A", OPENED + TOO_LARGE, 43_000, 5, FIRST))).containsExactly("request-rejected-unread");
    }

    @Test
    void a_port_that_refuses_one_client_and_takes_the_others_meanwhile_has_a_rule() throws IOException {
        StringBuilder lines = new StringBuilder(of("D", OPENED + SERVED, 41_000, 2, FIRST))
                .append(of("A", OPENED + LIVE, 42_000, 2, "+100ms"))
                .append(of("A", CUT, 42_000, 2, "+2s"));
        for (int i = 0; i < 4; i++) {
            lines.append(of("A", REFUSED, 43_000 + 10 * i, 3, "+100ms"))
                    .append(of("E", OPENED + SERVED, 44_000 + i, 1, "+100ms"));
        }

        PlayedReport report = PlayedReport.of(folder, HOSTS + lines);

        assertThat(report.kinds()).containsExactly("policy-on-server");
        assertThat(report.statements().get(0))
                .endsWith(": 12 connections of client 10.78.0.10 refused, 2 others reset.");
    }

    @Test
    void one_that_refuses_everybody_in_turns_does_not() throws IOException {
        StringBuilder lines = new StringBuilder(of("D", OPENED + SERVED, 41_000, 2, FIRST));
        for (int i = 0; i < 4; i++) {
            lines.append(of("A", REFUSED, 43_000 + 10 * i, 1, "+100ms"))
                    .append(of("D", REFUSED, 43_000 + 10 * i, 1, "+100ms"))
                    .append(of("E", REFUSED, 43_000 + 10 * i, 1, "+100ms"))
                    .append(of("E", OPENED + SERVED, 44_000 + i, 1, "+100ms"));
        }

        assertThat(kinds(lines.toString())).doesNotContain("policy-on-server");
    }

    private List<String> kinds(String lines) throws IOException {
        return PlayedReport.of(folder, HOSTS + lines).kinds();
    }

    private static String of(String client, String lines, int port, int count, String first) {
        return Repeated.ofClient(client, lines, port, count, first, "+100ms");
    }
}

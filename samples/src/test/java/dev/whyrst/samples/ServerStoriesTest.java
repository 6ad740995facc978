package dev.whyrst.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How servers that stay up end connections, and how proxies give up on theirs. */
class ServerStoriesTest {

    private static final String HOSTS =
            """
            host A    10.71.0.10  stack=linux     hops=0
            host B    10.71.7.40  stack=linux     hops=2
            host C    10.71.9.50  stack=linux     hops=4
            """;

    private static final String OPENED =
            """
            conversation A:%1$d > B:7000
            %2$s        A > B  SYN
            +10ms       B > A  SYN,ACK
            +40us       A > B  ACK
            """;

    private static final String ANSWERED =
            """
            +90us       A > B  PSH,ACK data=%1$s
            +10.1ms     B > A  PSH,ACK data=%2$s
            +40us       A > B  ACK
            """;

    private static final String CLOSED =
            """
            conversation A:%1$d > B:7000
            %2$s        B > A  FIN,ACK
            +40us       A > B  ACK
            """;

    private static final String TOO_LATE =
            """
            conversation A:%1$d > B:7000
            %2$s        A > B  PSH,ACK data=80 as=q%1$d
            +10.1ms     B > A  RST answers=q%1$d # expect data-after-close
            """;

    private static final String CLOSED_WITHOUT_A_WORD =
            """
            +90us       A > B  PSH,ACK data="POST /a HTTP/1.1\\r\\nContent-Length: 9000\\r\\n\\r\\n"
            +1ms        A > B  PSH,ACK data=1400 as=more
            +12ms       B > A  FIN,ACK before=more
            +400us      B > A  RST answers=more # expect data-after-close
            """;

    private static final String ASKED_BY_PROXY =
            """
            conversation B:%1$d > C:9000
            %2$s        B > C  SYN
            +4ms        C > B  SYN,ACK
            +6ms        B > C  ACK
            +90us       B > C  PSH,ACK data=200
            """;

    /** The proxy closes after a second; the answer, two seconds after the question, meets no socket. */
    private static final String GIVEN_UP =
            """
            +1s         B > C  FIN,ACK
            +41ms       C > B  ACK
            +1s         C > B  PSH,ACK data=400
            +6ms        B > C  RST answers # expect data-after-close
            """;

    @TempDir
    private Path folder;

    @Test
    void live_connections_that_are_closed_in_lockstep_were_ended_by_one_act() throws IOException {
        PlayedReport report = PlayedReport.of(
                folder,
                HOSTS
                        + talks(6, ANSWERED.formatted("60", "90"))
                        + each(CLOSED, 6, "+1.5s", "+9ms")
                        + each(TOO_LATE, 6, "+100ms", "+170ms"));

        assertThat(report.kinds()).containsExactly("connections-killed");
        assertThat(report.statements().get(0))
                .startsWith("Live connections of 10.71.7.40:7000 were ended at ")
                .endsWith("no new ones refused: 6 connections of client 10.71.0.10 lost.");
    }

    @Test
    void a_web_server_that_closes_in_lockstep_and_refuses_nobody_was_reloaded() throws IOException {
        String get = "\"GET / HTTP/1.1\\r\\nHost: app.example\\r\\n\\r\\n\"";
        String ok = "\"HTTP/1.1 200 OK\\r\\nContent-Length: 2\\r\\n\\r\\nok\"";
        PlayedReport report = PlayedReport.of(
                folder,
                HOSTS
                        + talks(6, ANSWERED.formatted(get, ok))
                        + each(CLOSED, 6, "+1.5s", "+9ms")
                        + each(TOO_LATE, 6, "+100ms", "+170ms"));

        assertThat(report.kinds()).containsExactly("server-restart");
    }

    @Test
    void closes_each_in_its_own_time_are_no_act() throws IOException {
        StringBuilder lines = new StringBuilder(HOSTS).append(talks(6, ANSWERED.formatted("60", "90")));
        for (int i = 0; i < 6; i++) {
            lines.append(CLOSED.formatted(43_000 + i, "+1.5s")).append(TOO_LATE.formatted(43_000 + i, "+100ms"));
        }

        assertThat(PlayedReport.of(folder, lines.toString()).kinds())
                .doesNotContain("connections-killed", "server-restart", "process-killed");
    }

    @Test
    void requests_that_are_closed_at_once_without_a_word_were_rejected() throws IOException {
        String rejected = each(OPENED + CLOSED_WITHOUT_A_WORD, 5, "2026-11-22T08:00:00Z", "+1s");

        assertThat(PlayedReport.of(folder, HOSTS + rejected).kinds()).containsExactly("request-rejected");
    }

    @Test
    void a_proxy_waited_until_it_closed_not_until_the_answer_came() throws IOException {
        PlayedReport report = PlayedReport.of(folder, HOSTS + talks(1, ANSWERED.formatted("60", "90")) + givenUp(4));

        assertThat(report.kinds()).containsExactly("server-too-slow");
        assertThat(report.statements().get(0))
                .startsWith("10.71.7.40:7000 gave up on slow servers behind it ")
                .endsWith("4 connections to 10.71.9.50:9000 broken off, each after about 1.0 s of waiting.");
    }

    @Test
    void the_same_of_a_host_that_serves_nobody_is_the_impatience_of_a_client() throws IOException {
        String first = ASKED_BY_PROXY.formatted(43_000, "2026-11-22T08:00:00Z") + GIVEN_UP;
        PlayedReport report = PlayedReport.of(folder, HOSTS + first + givenUp(3));

        assertThat(report.kinds()).containsExactly("client-timeouts");
        assertThat(report.statements().get(0)).endsWith("each after about 1.0 s of waiting.");
    }

    private static String givenUp(int count) {
        return Repeated.lines(ASKED_BY_PROXY + GIVEN_UP, 44_000, count, "+100ms", "+100ms");
    }

    private static String talks(int count, String then) {
        return each(OPENED + then, count, "2026-11-22T08:00:00Z", "+70ms");
    }

    private static String each(String lines, int count, String first, String next) {
        return Repeated.lines(lines, 43_000, count, first, next);
    }
}

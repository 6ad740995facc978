package dev.whyrst.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Incidents that look like another one at first sight, and whose advice would send somebody to the wrong place. */
class HastyStoriesTest {

    private static final String HOSTS =
            """
            host A    10.63.0.10  stack=linux     hops=0
            host B    10.63.7.40  stack=linux     hops=2
            """;

    private static final String OPENED =
            """
            conversation A:%1$d > B:7000
            %2$s        A > B  SYN
            +10ms       B > A  SYN,ACK
            +40us       A > B  ACK
            """;

    private static final String ABORTED = "+300us      B > A  RST,ACK   # expect linger-zero-abort\n";

    private static final String SHUT_DOWN = OPENED
            + """
            +90us       B > A  PSH,ACK data="E\\0\\0\\0tSFATAL\\0C57P01\\0Mterminating connection due to administrator command\\0\\0"
            +40us       A > B  ACK
            """
            + ABORTED;

    private static final String PINGED = OPENED
            + """
            +90us       A > B  PSH,ACK data="PING\\r\\n"
            +10ms       B > A  PSH,ACK data="+PONG\\r\\n"
            +40us       A > B  ACK
            """
            + ABORTED;

    private static final String NOT_FOUND = OPENED
            + """
            +90us       A > B  PSH,ACK data="GET /a HTTP/1.1\\r\\nHost: b\\r\\n\\r\\n"
            +10ms       B > A  PSH,ACK data="HTTP/1.1 404 Not Found\\r\\nContent-Length: 0\\r\\n\\r\\n"
            +40us       A > B  ACK
            """
            + ABORTED;

    private static final String FORBIDDEN_THEN_IDLE = OPENED
            + """
            +90us       A > B  PSH,ACK data="GET /a HTTP/1.1\\r\\nHost: b\\r\\n\\r\\n"
            +10ms       B > A  PSH,ACK data="HTTP/1.1 401 Unauthorized\\r\\nContent-Length: 0\\r\\n\\r\\n"
            +40us       A > B  ACK
            +1s         B > A  RST,ACK   # expect linger-zero-abort
            """;

    @TempDir
    private Path folder;

    private PlayedReport report(String lines) throws IOException {
        return PlayedReport.of(folder, HOSTS + lines);
    }

    private static String each(String lines, int count) {
        return Repeated.lines(lines, 41_000, count, "2026-11-22T07:00:00Z", "+1s");
    }

    @Test
    void a_server_that_says_that_it_stops_is_not_full() throws IOException {
        assertThat(report(each(SHUT_DOWN, 5)).kinds()).containsExactly("connections-killed");
    }

    @Test
    void one_connection_that_an_operator_ended_is_no_ordinary_life() throws IOException {
        assertThat(report(each(SHUT_DOWN, 1)).kinds()).containsExactly("connections-killed");
    }

    @Test
    void a_server_that_answers_and_aborts_one_connection_after_the_other_is_not_full() throws IOException {
        assertThat(report(each(PINGED, 5)).kinds()).doesNotContain("connection-limit");
    }

    @Test
    void requests_that_came_whole_were_not_rejected_unread() throws IOException {
        assertThat(report(each(NOT_FOUND, 5)).kinds()).containsExactly("request-rejected");
    }

    @Test
    void nobody_stalled_where_all_was_answered() throws IOException {
        assertThat(report(each(FORBIDDEN_THEN_IDLE, 1)).kinds()).doesNotContain("client-timeouts");
    }

    @Test
    void nobody_gave_up_who_rejects_a_prompt_answer() throws IOException {
        PlayedReport report = report(
                """
                conversation A:41000 > B:7000
                2026-11-22T07:00:00Z  A > B  SYN
                +500us      B > A  SYN,ACK
                +40us       A > B  RST answers # expect syn-ack-rejected
                """);

        assertThat(report.kinds()).doesNotContain("client-timeouts");
    }

    @Test
    void ordinary_resets_of_several_endpoints_are_not_laid_at_one_door() throws IOException {
        StringBuilder refused = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            refused.append("conversation A:" + (41_000 + i) + " > B:" + (7_000 + i) + "\n")
                    .append(i == 0 ? "2026-11-22T07:00:00Z" : "+1s")
                    .append("  A > B  SYN\n+10ms  B > A  RST,ACK answers # expect port-not-listening\n");
        }

        assertThat(report(refused.toString()).statements())
                .singleElement()
                .asString()
                .contains(" and 3 other endpoints ");
    }

    @Test
    void an_outage_on_another_day_is_told_with_its_date() throws IOException {
        String refused =
                """
                conversation A:%1$d > B:7000
                %2$s        A > B  SYN
                +10ms       B > A  RST,ACK answers # expect port-not-listening
                """;
        PlayedReport report =
                report(each(refused, 4) + Repeated.lines(refused, 42_000, 4, "2026-11-24T07:00:00Z", "+1s"));

        assertThat(report.statements())
                .anyMatch(statement -> statement.contains("from 2026-11-22 07:00:00 to 07:00:03"))
                .anyMatch(statement -> statement.contains("from 2026-11-24 07:00:00 to 07:00:03"));
    }
}

package dev.whyrst.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Incidents that are told from each other by little, and resets next to an incident that are none of its. */
class CloseCallsTest {

    private static final String HOSTS =
            """
            host A    10.74.0.10  stack=linux     hops=0
            host B    10.74.7.40  stack=linux     hops=2
            """;

    private static final String OPENED =
            """
            conversation A:%1$d > B:8080
            %2$s        A > B  SYN
            +10ms       B > A  SYN,ACK
            +40us       A > B  ACK
            """;

    private static final String ANSWERED =
            """
            +90us       A > B  PSH,ACK data="GET / HTTP/1.1\\r\\n\\r\\n"
            +10.1ms     B > A  PSH,ACK data="HTTP/1.1 200 OK\\r\\nContent-Length: 0\\r\\n\\r\\n"
            +40us       A > B  ACK
            """;

    private static final String ASKED_AGAIN =
            """
            conversation A:%1$d > B:8080
            %2$s        A > B  PSH,ACK data="GET /slow HTTP/1.1\\r\\n\\r\\n"
            """;

    private static final String CLOSED =
            """
            conversation A:%1$d > B:8080
            %2$s        B > A  FIN,ACK
            +40us       A > B  ACK
            """;

    private static final String TOO_LATE =
            """
            conversation A:%1$d > B:8080
            %2$s        A > B  PSH,ACK data=80 as=q%1$d
            +10.1ms     B > A  RST answers=q%1$d # expect data-after-close
            """;

    private static final String REFUSED =
            """
            conversation A:%1$d > B:8080
            %2$s        A > B  SYN
            +10ms       B > A  RST,ACK answers # expect port-not-listening
            """;

    private static final String ORPHAN =
            """
            conversation A:%1$d > B:8080
            %2$s        A > B  PSH,ACK data=80
            +10ms       B > A  RST answers # expect nonexistent-connection
            """;

    private static final String QUEUE_FULL =
            """
            conversation A:%1$d > B:8080
            %2$s        A > B  SYN
            +10ms       B > A  SYN,ACK
            +40us       A > B  ACK
            +10.1ms     B > A  RST answers # expect listen-overflow or app-abort-listener-closed
            """;

    /** Half of a body, then nothing; the server closes after more than a second. */
    private static final String STALLED_UPLOAD =
            """
            +90us       A > B  PSH,ACK data="POST /up HTTP/1.1\\r\\nContent-Length: 9000\\r\\n\\r\\n"
            +1ms        A > B  PSH,ACK data=1400
            +10ms       B > A  ACK
            +1.2s       B > A  FIN,ACK
            +40us       A > B  ACK
            +50ms       A > B  PSH,ACK data=1400 as=more
            +10.1ms     B > A  RST answers=more # expect data-after-close
            """;

    private static final String CLIENT_ABORTS =
            """
            +1ms        A > B  RST,ACK # expect linger-zero-abort
            """;

    private static final String STRAY_SEGMENT =
            """
            +1s         A > B  PSH,ACK seq=5000000 data=400 as=stray
            +10.1ms     B > A  RST answers=stray # expect nonexistent-connection
            +5ms        B > A  PSH,ACK data=900
            +10ms       A > B  RST answers # expect nonexistent-connection repeat
            """;

    /** The handshake of TLS 1.3: the client's part has an empty certificate, the server answers with an encrypted alert. */
    private static final String CERTIFICATE_MISSING =
            """
            +1ms        A > B  PSH,ACK data=client-hello:app.example
            +11ms       B > A  PSH,ACK data=hex:16030300020200aabbccddeeff
            +1ms        A > B  PSH,ACK data=tls-data:90
            +11ms       B > A  PSH,ACK data=tls-data:24
            +20us       B > A  FIN,ACK
            +5ms        A > B  PSH,ACK data=tls-data:120 as=asked
            +10.1ms     B > A  RST answers=asked # expect data-after-close
            """;

    @TempDir
    private Path folder;

    @Test
    void deaths_in_one_moment_that_owe_answers_are_those_of_a_process() throws IOException {
        PlayedReport report = report(opened(6, ANSWERED)
                + each(ASKED_AGAIN, 6, "+1s", "+1ms")
                + each(CLOSED, 6, "+100ms", "+20us")
                + each(TOO_LATE, 6, "+30ms", "+20us"));

        assertThat(report.kinds()).containsExactly("process-killed");
    }

    @Test
    void a_service_that_refuses_for_a_while_and_takes_connections_again_was_restarted() throws IOException {
        assertThat(report(diedAndRefused() + OPENED.formatted(44_001, "+2s") + ANSWERED)
                        .kinds())
                .containsExactly("server-restart");
    }

    @Test
    void a_server_that_closes_idle_connections_first_and_those_in_use_later_was_reloaded() throws IOException {
        PlayedReport report = report(opened(6, ANSWERED)
                + Repeated.lines(OPENED + ANSWERED, 42_000, 4, "+70ms", "+70ms")
                + Repeated.lines(CLOSED, 42_000, 4, "+500ms", "+20us")
                + each(ASKED_AGAIN, 6, "+10ms", "+1ms")
                + each(CLOSED, 6, "+2s", "+20us")
                + each(TOO_LATE, 6, "+30ms", "+20us"));

        assertThat(report.kinds()).containsExactly("server-restart");
    }

    @Test
    void hosts_that_know_nothing_of_older_connections_and_refuse_new_ones_were_restarted() throws IOException {
        PlayedReport report = report(ORPHAN.formatted(42_000, "2026-11-22T08:00:00Z")
                + Repeated.lines(ORPHAN, 42_001, 4, "+20ms", "+20ms")
                + each(REFUSED, 8, "+20ms", "+100ms")
                + OPENED.formatted(44_000, "+2s"));

        assertThat(report.kinds()).containsExactly("server-restart");
    }

    @Test
    void a_queue_that_is_full_for_a_moment_is_a_detail_of_many_refusals() throws IOException {
        PlayedReport report = report(OPENED.formatted(42_000, "2026-11-22T08:00:00Z")
                + ANSWERED
                + each(REFUSED, 12, "+1s", "+100ms")
                + QUEUE_FULL.formatted(44_000, "+50ms"));

        assertThat(report.kinds()).doesNotContain("queue-overflow");
    }

    @Test
    void one_that_stays_away_was_killed() throws IOException {
        assertThat(report(diedAndRefused()).kinds()).containsExactly("process-killed");
    }

    private PlayedReport report(String lines) throws IOException {
        return PlayedReport.of(folder, HOSTS + lines);
    }

    private static String diedAndRefused() {
        return opened(10, ANSWERED)
                + each(ASKED_AGAIN, 10, "+1s", "+1ms")
                + each(CLOSED, 10, "+100ms", "+20us")
                + each(TOO_LATE, 10, "+30ms", "+20us")
                + REFUSED.formatted(44_000, "+20ms");
    }

    @Test
    void clients_that_stall_within_a_request_lost_no_race() throws IOException {
        PlayedReport report = report(opened(4, STALLED_UPLOAD));

        assertThat(report.kinds()).containsExactly("client-timeouts");
        assertThat(report.statements().get(0)).startsWith("10.74.7.40:8080 gave up on clients that stalled ");
    }

    @Test
    void a_segment_that_a_nat_did_not_translate_was_answered_by_nobody_who_knew_the_connection() throws IOException {
        PlayedReport report = report(opened(3, ANSWERED + STRAY_SEGMENT));

        assertThat(report.verdicts()).containsOnly("nonexistent-connection high");
        assertThat(report.kinds()).containsExactly("nat-invalid-packet");
    }

    @Test
    void a_server_that_answers_the_client_s_certificate_with_an_alert_rejects_it() throws IOException {
        PlayedReport report = report(opened(4, CERTIFICATE_MISSING));

        assertThat(report.kinds()).containsExactly("tls-handshake-failure");
    }

    @Test
    void what_goes_on_before_and_after_an_incident_is_none_of_its() throws IOException {
        String routine = Repeated.lines(OPENED + ANSWERED + CLIENT_ABORTS, 45_000, 12, "2026-11-22T08:00:00Z", "+4s");
        String refused = Repeated.lines(REFUSED, 46_000, 6, "2026-11-22T08:00:20Z", "+50ms");

        PlayedReport report = report(routine + refused);

        assertThat(report.kinds()).containsExactlyInAnyOrder("normal-noise", "service-down");
        assertThat(report.statements())
                .anyMatch(statement -> statement.contains(": 6 connections of client 10.74.0.10 refused")
                        && !statement.contains("others reset"));
    }

    private static String opened(int count, String then) {
        return each(OPENED + then, count, "2026-11-22T08:00:00Z", "+70ms");
    }

    private static String each(String lines, int count, String first, String next) {
        return Repeated.lines(lines, 43_000, count, first, next);
    }
}

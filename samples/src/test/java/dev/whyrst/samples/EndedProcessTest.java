package dev.whyrst.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What shows that a server's process ended, and what only looks like it. */
class EndedProcessTest {

    private static final String HOSTS =
            """
            host A    10.41.0.10  stack=linux     hops=0
            host B    10.41.7.40  stack=linux     hops=2
            """;

    private static final String OPENED =
            """
            conversation A:%d > B:5201
            %s     A > B  SYN
            +8.1ms      B > A  SYN,ACK
            +30us       A > B  ACK
            """;

    private static final String UPLOAD =
            """
            +1ms        A > B  PSH,ACK data=1400
            +8.2ms      B > A  ACK
            """;

    private static final String ABORTED =
            """
            conversation A:%d > B:5201
            %s      B > A  RST,ACK  # expect close-with-unread-data or linger-zero-abort
            """;

    private static final String CLOSED =
            """
            conversation A:%d > B:5201
            +20us       B > A  FIN,ACK
            """;

    private static final String COMPLETED_IN_VAIN =
            """
            conversation A:41999 > B:5201
            +300us      A > B  ACK
            +8.2ms      B > A  RST answers  # expect app-abort-listener-closed or listen-overflow
            """;

    private static final String BEGUN =
            """
            conversation A:41999 > B:5201
            +1s         A > B  SYN
            +8.1ms      B > A  SYN,ACK
            """;

    private static final String LEFT_BEFORE_GREETING =
            """
            +20us       A > B  FIN,ACK
            +8.1ms      B > A  ACK
            +30ms       B > A  PSH,ACK data="220 mail\\r\\n"
            +20us       A > B  RST answers  # expect data-after-close
            """;

    @TempDir
    private Path folder;

    @Test
    void a_handshake_that_ends_when_the_port_has_closed_everything_met_no_listener() throws IOException {
        PlayedReport report = PlayedReport.of(folder, HOSTS + opened(4) + BEGUN + closed(4) + COMPLETED_IN_VAIN);

        assertThat(report.verdicts()).containsExactly("app-abort-listener-closed medium");
        assertThat(report.reasons())
                .contains(
                        "for, strong: The port had closed its connections in one moment and accepted none afterwards");
    }

    @Test
    void a_port_that_accepts_afterwards_has_its_listener() throws IOException {
        String accepted = OPENED.formatted(43_000, "+400ms");

        PlayedReport report =
                PlayedReport.of(folder, HOSTS + opened(4) + BEGUN + closed(4) + COMPLETED_IN_VAIN + accepted);

        assertThat(report.verdicts()).containsExactly("listen-overflow medium");
    }

    @Test
    void uploads_of_seconds_that_are_cut_in_one_moment_were_cut_by_a_death() throws IOException {
        PlayedReport report = PlayedReport.of(folder, HOSTS + opened(4) + aborted(4, "+1.5s", "+30us"));

        assertThat(report.kinds()).containsExactly("process-killed");
    }

    @Test
    void uploads_that_are_cut_each_in_its_own_time_were_rejected() throws IOException {
        StringBuilder lines = new StringBuilder(HOSTS);
        for (int i = 0; i < 4; i++) {
            lines.append(OPENED.formatted(41_000 + i, i == 0 ? "2026-11-22T06:00:00Z" : "+1s"))
                    .append(UPLOAD)
                    .append(ABORTED.formatted(41_000 + i, "+20ms"));
        }

        PlayedReport report = PlayedReport.of(folder, lines.toString());

        assertThat(report.kinds()).containsExactly("request-rejected");
    }

    @Test
    void clients_that_never_spoke_stalled_as_much_as_those_that_stopped() throws IOException {
        PlayedReport report = PlayedReport.of(folder, HOSTS + opened(6, "+5ms", "") + aborted(6, "+820ms", "+13.2ms"));

        assertThat(report.kinds()).containsExactly("client-timeouts");
    }

    @Test
    void checks_that_leave_before_the_greeting_are_ordinary_life() throws IOException {
        PlayedReport report = PlayedReport.of(folder, HOSTS + opened(8, "+2s", LEFT_BEFORE_GREETING));

        assertThat(report.kinds()).containsExactly("normal-noise");
    }

    @Test
    void clients_that_waited_for_the_greeting_in_vain_are_not() throws IOException {
        String waited = LEFT_BEFORE_GREETING.replace("+20us", "+1s");
        PlayedReport report = PlayedReport.of(folder, HOSTS + opened(8, "+2s", waited));

        assertThat(report.kinds()).containsExactly("client-timeouts");
    }

    @Test
    void an_abort_behind_its_own_close_that_empties_a_queue_answers_no_data() throws IOException {
        PlayedReport report = PlayedReport.of(
                folder,
                HOSTS
                        + opened(1)
                        + """
                        +1ms        A > B  PSH,ACK data=1400 as=more
                        +1ms        B > A  FIN,ACK before=more win=40
                        +30us       B > A  RST,ACK before=more win=77  # expect close-with-unread-data
                        """);

        assertThat(report.verdicts()).containsExactly("close-with-unread-data medium");
    }

    private static String opened(int count) {
        return opened(count, "+100ms", UPLOAD);
    }

    /** So many connections, one after the other, and what comes in each. */
    private static String opened(int count, String next, String then) {
        return Repeated.lines(OPENED + then, 41_000, count, "2026-11-22T06:00:00Z", next);
    }

    private static String closed(int count) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < count; i++) {
            lines.append(CLOSED.formatted(41_000 + i));
        }
        return lines.toString();
    }

    private static String aborted(int count, String first, String next) {
        return Repeated.lines(ABORTED, 41_000, count, first, next);
    }
}

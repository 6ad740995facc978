package dev.whyrst.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What servers say of the end of a connection, or show by how often they end. */
class ServerNoticesTest {

    private static final String HOSTS =
            """
            host A    10.72.0.10  stack=linux     hops=0
            host B    10.72.7.40  stack=linux     hops=2
            """;

    private static final String OPENED =
            """
            conversation A:%1$d > B:5432
            %2$s        A > B  SYN
            +10ms       B > A  SYN,ACK
            +40us       A > B  ACK
            """;

    private static final String ASKED =
            """
            +90us       A > B  PSH,ACK data=60
            +10.1ms     B > A  PSH,ACK data=90
            +40us       A > B  ACK
            """;

    /** The server says something and closes; what the client sends then meets no socket. */
    private static final String CLOSED_WITH_WORDS =
            """
            conversation A:%1$d > B:5432
            %2$s        B > A  PSH,ACK data=%3$s
            +20us       B > A  FIN,ACK
            +40us       A > B  ACK
            +30ms       A > B  PSH,ACK data=80 as=late%1$d
            +10.1ms     B > A  RST answers=late%1$d # expect data-after-close
            """;

    private static final String ENDED_IDLE =
            """
            conversation A:%1$d > B:5432
            %2$s        B > A  PSH,ACK data="E\\0\\0\\0tSFATAL\\0C57P05\\0Mterminating connection due to idle-session timeout\\0\\0"
            +20us       B > A  FIN,ACK as=end%1$d
            +5ms        A > B  PSH,ACK data=80 before=end%1$d as=late%1$d
            +10.1ms     B > A  RST answers=late%1$d # expect data-after-close
            """;

    private static final String SAYS_SO =
            """
            conversation A:%1$d > B:5432
            %2$s        A > B  PSH,ACK data=60
            +100us      B > A  PSH,ACK data="E\\0\\0\\0tSFATAL\\0C57P01\\0Mterminating connection due to administrator command\\0\\0"
            """;

    private static final String CLOSED =
            """
            conversation A:%1$d > B:5432
            %2$s        B > A  FIN,ACK
            """;

    private static final String ASKED_TOO_LATE =
            """
            conversation A:%1$d > B:5432
            %2$s        A > B  PSH,ACK data=80 as=late%1$d
            +10.1ms     B > A  RST answers=late%1$d # expect data-after-close
            """;

    private static final String REFUSED =
            """
            conversation A:%1$d > B:5432
            %2$s        A > B  SYN
            +10ms       B > A  RST,ACK answers # expect port-not-listening
            """;

    private static final String CLOSED_UNHEARD =
            """
            +100us      A > B  PSH,ACK data=60 as=asked
            +9ms        B > A  FIN,ACK before=asked
            +1.1ms      B > A  RST answers=asked # expect data-after-close
            """;

    private static final String CLOSED_HEARD =
            """
            +100us      A > B  PSH,ACK data=60
            +10.1ms     B > A  FIN,ACK
            +40us       A > B  PSH,ACK data=60 as=more
            +10.1ms     B > A  RST answers=more # expect data-after-close
            """;

    private static final String WAITED_TOO_LONG =
            "\"HTTP/1.1 408 Request Time-out\\r\\nConnection: close\\r\\n\\r\\n\"";
    private static final String STOPPED =
            "\"E\\0\\0\\0tSFATAL\\0C57P01\\0Mterminating connection due to administrator command\\0\\0\"";
    private static final String ORPHANED =
            "\"E\\0\\0\\0sSFATAL\\0C57P01\\0Mterminating connection due to unexpected postmaster exit\\0\\0\"";

    @TempDir
    private Path folder;

    @Test
    void a_server_that_answers_408_gave_up_on_its_clients() throws IOException {
        PlayedReport report = PlayedReport.of(folder, HOSTS + opened(4, "") + closed(4, "+2s", WAITED_TOO_LONG));

        assertThat(report.kinds()).containsExactly("client-timeouts");
        assertThat(report.statements().get(0)).startsWith("10.72.7.40:5432 gave up on clients that stalled ");
        assertThat(report.reset(0).reasons())
                .contains(
                        "for, weak: The last that the responder 10.72.7.40:5432 said, in frame 13, was HTTP status 408: "
                                + "it had waited too long for the request");
    }

    @Test
    void who_is_told_of_a_timeout_when_all_was_answered_met_the_close_of_an_idle_connection() throws IOException {
        PlayedReport report = PlayedReport.of(
                folder,
                HOSTS
                        + Repeated.lines(OPENED + ASKED, 43_000, 4, "2026-11-22T08:00:00Z", "+700ms")
                        + Repeated.lines(ENDED_IDLE, 43_000, 4, "+2s", "+700ms"));

        assertThat(report.kinds()).containsExactly("keep-alive-race");
    }

    @Test
    void a_server_that_says_it_is_stopped_was_restarted() throws IOException {
        PlayedReport report = PlayedReport.of(
                folder, HOSTS + opened(4, ASKED) + closed(4, "+1ms", STOPPED) + REFUSED.formatted(44_000, "+100ms"));

        assertThat(report.kinds()).containsExactly("server-restart");
    }

    @Test
    void what_it_said_a_while_before_the_close_counts_as_well() throws IOException {
        String said = Repeated.lines(SAYS_SO, 43_000, 4, "+500ms", "+1ms");
        String closed = Repeated.lines(CLOSED, 43_000, 4, "+100ms", "+1ms");
        String late = Repeated.lines(ASKED_TOO_LATE, 43_000, 4, "+30ms", "+20ms");

        PlayedReport report = PlayedReport.of(folder, HOSTS + opened(4, ASKED) + said + closed + late);

        assertThat(report.kinds()).containsExactly("connections-killed");
    }

    @Test
    void a_server_that_says_another_part_of_it_is_gone_crashed() throws IOException {
        PlayedReport report = PlayedReport.of(
                folder, HOSTS + opened(4, ASKED) + closed(4, "+1ms", ORPHANED) + REFUSED.formatted(44_000, "+100ms"));

        assertThat(report.kinds()).containsExactly("process-killed");
        assertThat(report.reset(0).reasons())
                .contains(
                        "for, weak: The last that the responder 10.72.7.40:5432 said, in frame 25, was that it closes "
                                + "because another part of it crashed");
    }

    @Test
    void a_service_that_ends_again_and_again_is_not_being_restarted() throws IOException {
        StringBuilder lines = new StringBuilder(HOSTS);
        for (int round = 0; round < 3; round++) {
            int port = 43_000 + 10 * round;
            lines.append(Repeated.lines(OPENED + ASKED, port, 2, round == 0 ? "2026-11-22T08:00:00Z" : "+1s", "+70ms"))
                    .append(CLOSED_WITH_WORDS.formatted(port, "+50ms", STOPPED))
                    .append(CLOSED_WITH_WORDS.formatted(port + 1, "+1ms", STOPPED))
                    .append(REFUSED.formatted(44_000 + round, "+100ms"));
        }

        PlayedReport report = PlayedReport.of(folder, lines.toString());

        assertThat(report.kinds()).containsExactly("process-killed");
        assertThat(report.statements().get(0))
                .startsWith("The process behind 10.72.7.40:5432 ended abruptly 3 times (killed or crashed) from ");
    }

    @Test
    void who_is_closed_before_a_byte_of_the_request_has_come_was_turned_away_for_who_it_is() throws IOException {
        assertThat(kindOfClosed(CLOSED_UNHEARD)).isEqualTo("policy-on-server");
    }

    @Test
    void who_is_closed_when_the_request_had_come_was_turned_away_for_what_was_asked() throws IOException {
        assertThat(kindOfClosed(CLOSED_HEARD)).isEqualTo("request-rejected");
    }

    private String kindOfClosed(String how) throws IOException {
        String lines = Repeated.lines(OPENED + how, 43_000, 5, "2026-11-22T08:00:00Z", "+1s");
        PlayedReport report = PlayedReport.of(folder, HOSTS + lines);
        assertThat(report.kinds()).hasSize(1);
        return report.kinds().get(0);
    }

    private static String opened(int count, String then) {
        return Repeated.lines(OPENED + then, 43_000, count, "2026-11-22T08:00:00Z", "+70ms");
    }

    private static String closed(int count, String next, String words) {
        return Repeated.lines(CLOSED_WITH_WORDS.replace("%3$s", words), 43_000, count, next, next);
    }
}

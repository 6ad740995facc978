package dev.whyrst.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers that close some connections without a word: those too many, or those that a rule forbids. */
class ConnectionLimitTest {

    private static final String HOSTS =
            """
            host A    10.73.0.10  stack=linux     hops=0
            host D    10.73.0.11  stack=linux     hops=0
            host B    10.73.7.40  stack=linux     hops=2
            """;

    private static final String OPENED =
            """
            conversation %3$s:%1$d > B:1883
            %2$s        %3$s > B  SYN
            +10ms       B > %3$s  SYN,ACK
            +40us       %3$s > B  ACK
            """;

    private static final String SERVED =
            """
            +90us       %3$s > B  PSH,ACK data=60
            +10.1ms     B > %3$s  PSH,ACK data=90
            +40us       %3$s > B  ACK
            """;

    private static final String TURNED_AWAY =
            """
            +90us       %3$s > B  PSH,ACK data=60 as=asked
            +9ms        B > %3$s  FIN,ACK before=asked
            +1.1ms      B > %3$s  RST answers=asked # expect data-after-close
            """;

    /** Ended before the program read what came first; SO_LINGER 0 looks the same. */
    private static final String ABORTED =
            """
            +90us       %3$s > B  PSH,ACK data=60
            +10.1ms     B > %3$s  RST,ACK # expect close-with-unread-data or linger-zero-abort
            """;

    private static final String LEAVES =
            """
            conversation %3$s:%1$d > B:1883
            %2$s        %3$s > B  FIN,ACK
            +10ms       B > %3$s  FIN,ACK
            +40us       %3$s > B  ACK
            """;

    private static final String FIRST = "2026-11-22T08:00:00Z";

    @TempDir
    private Path folder;

    @Test
    void clients_that_are_served_while_there_is_room_met_a_limit() throws IOException {
        PlayedReport report = play(served(4, "A"), turnedAway(3, "A"), leave(2), servedAgain(2), turnedAwayAgain(2));

        assertThat(report.kinds()).containsExactly("connection-limit");
        assertThat(report.statements().get(0))
                .startsWith("10.73.7.40:1883 was at its limit of connections (4 in use) ")
                .endsWith("5 connections of client 10.73.0.10 turned away.");
    }

    @Test
    void turned_away_while_few_were_in_use_is_a_rule() throws IOException {
        PlayedReport report = play(served(4, "A"), leave(3), turnedAway(5, "A"));

        assertThat(report.kinds()).containsExactly("policy-on-server");
    }

    @Test
    void a_client_that_is_never_served_may_be_met_by_a_rule() throws IOException {
        PlayedReport report = play(served(4, "A"), turnedAway(5, "D"));

        assertThat(report.kinds()).containsExactly("policy-on-server");
    }

    @Test
    void aborts_of_what_was_unread_met_a_limit_where_all_that_was_served_was_in_use() throws IOException {
        PlayedReport report = play(served(4, "A"), aborted(5, "A"));

        assertThat(report.kinds()).containsExactly("connection-limit");
    }

    @Test
    void aborts_of_strangers_alone_are_a_rule() throws IOException {
        PlayedReport report = play(served(4, "A"), leave(3), aborted(5, "D"));

        assertThat(report.kinds()).containsExactly("policy-on-server");
    }

    @Test
    void aborts_of_those_that_it_serves_with_room_left_are_for_what_they_asked() throws IOException {
        PlayedReport report = play(served(4, "A"), leave(3), aborted(5, "A"));

        assertThat(report.kinds()).containsExactly("request-rejected");
    }

    private static String aborted(int count, String client) {
        return of(client, OPENED + ABORTED, 44_000, count, "+100ms");
    }

    private PlayedReport play(String... parts) throws IOException {
        return PlayedReport.of(folder, HOSTS + String.join("", parts));
    }

    private static String served(int count, String client) {
        return of(client, OPENED + SERVED, 43_000, count, FIRST);
    }

    private static String servedAgain(int count) {
        return of("A", OPENED + SERVED, 45_000, count, "+100ms");
    }

    private static String turnedAway(int count, String client) {
        return of(client, OPENED + TURNED_AWAY, 44_000, count, "+100ms");
    }

    private static String turnedAwayAgain(int count) {
        return of("A", OPENED + TURNED_AWAY, 46_000, count, "+100ms");
    }

    private static String leave(int count) {
        return of("A", LEAVES, 43_000, count, "+100ms");
    }

    private static String of(String client, String lines, int port, int count, String first) {
        return Repeated.ofClient(client, lines, port, count, first, "+400ms");
    }
}

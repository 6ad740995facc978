package dev.whyrst.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Silences that many connections have in common, held against known timers. */
class IdleTimersTest {

    private static final Instant BEGIN = Instant.parse("2026-11-21T06:00:00Z");

    private static final String HOSTS =
            """
            host A    10.20.0.19  stack=linux     hops=0
            host B    10.20.3.99  stack=linux     hops=3
            host M    10.20.0.1   stack=netfilter hops=1
            """;

    private static final String TALK =
            """
            conversation A:%1$d > B:%2$d
            %3$s        A > B  SYN
            +20ms       B > A  SYN,ACK
            +1ms        A > B  ACK
            +1ms        A > B  PSH,ACK  data="GET / HTTP/1.1\\r\\nHost: app.example\\r\\n\\r\\n"
            +20ms       B > A  PSH,ACK  data="HTTP/1.1 200 OK\\r\\nContent-Length: 2\\r\\n\\r\\nok"
            +1ms        A > B  ACK
            """;

    private static final int TALK_MILLIS = 43;

    private static final String FORGOTTEN =
            """
            conversation A:%1$d > B:%2$d
            %3$s        A > B  PSH,ACK  data=80 dropped as=q%1$d
            +800us      B > A  RST answers=q%1$d by=M # expect idle-timeout
            """;

    private static final String CLOSED =
            """
            conversation A:%1$d > B:%2$d
            %3$s        B > A  FIN,ACK as=fin%1$d
            +1ms        A > B  PSH,ACK  data="GET / HTTP/1.1\\r\\nHost: app.example\\r\\n\\r\\n" before=fin%1$d as=q%1$d
            +20ms       B > A  RST answers=q%1$d # expect data-after-close
            """;

    @TempDir
    private Path folder;

    @Test
    void three_equal_silences_fit_the_timer_of_a_product() throws IOException {
        PlayedReport report = forgotten(350_000, 350_100, 350_400);

        assertThat(report.kinds()).containsExactly("idle-timer-on-path");
        assertThat(report.statements().get(0))
                .endsWith(
                        "silences of 350 to 350.4 s before the reset of 3 connections fit the idle timer of AWS Network"
                                + " Load Balancer (350 s) or AWS NAT gateway (350 s).");
        assertThat(report.reset(0).reasons())
                .contains(
                        "for, weak: All over the capture: silences of 350 to 350.4 s before the reset of 3 connections"
                                + " fit the idle timer of AWS Network Load Balancer (350 s) or AWS NAT gateway (350 s)");
    }

    @Test
    void they_fit_it_too_if_each_was_lost_on_the_way_to_another_service() throws IOException {
        StringBuilder lines = new StringBuilder(HOSTS);
        for (int i = 0; i < 4; i++) {
            lines.append(TALK.formatted(40_000 + i, 5000 + i, at(i, 0)));
        }
        for (int i = 0; i < 4; i++) {
            lines.append(FORGOTTEN.formatted(40_000 + i, 5000 + i, at(i, TALK_MILLIS + 350_000)));
        }
        PlayedReport report = PlayedReport.of(folder, lines.toString());

        assertThat(report.statements())
                .hasSize(4)
                .allMatch(statement ->
                        statement.contains("350 s before the reset of 4 connections fit the idle timer of"));
    }

    @Test
    void one_or_two_silences_name_no_product() throws IOException {
        assertThat(forgotten(350_000, 350_100).statements())
                .noneMatch(statement -> statement.contains("AWS") || statement.contains("alike"));
        assertThat(forgotten(350_000, 200_000, 280_000).reasons()).noneMatch(reason -> reason.contains("AWS"));
    }

    @Test
    void equal_silences_at_no_known_timer_are_told_without_a_product() throws IOException {
        assertThat(forgotten(421_000, 421_100, 421_200).statements().get(0))
                .endsWith("silences of 421 to 421.2 s before the reset of 3 connections are alike.");
    }

    @Test
    void silences_that_are_spread_are_no_peak() throws IOException {
        long[] spread = new long[20];
        for (int i = 0; i < spread.length; i++) {
            spread[i] = 330_000 + i * 2_000L;
        }
        assertThat(forgotten(spread).statements()).noneMatch(statement -> statement.contains("silences of"));
    }

    @Test
    void a_timer_of_the_configuration_is_named_first_and_replaces_one_of_its_name() throws IOException {
        Path config = Files.writeString(
                folder.resolve("timers.yaml"),
                """
                timers:
                  - {name: "our <b>firewall</b>", idle: 421s, then: next-segment}
                  - {name: AWS NAT gateway, idle: 10m, then: nothing}
                """);
        assertThat(forgotten(config, 421_000, 421_100, 421_200).statements().get(0))
                .endsWith("fit the idle timer of our <b>firewall</b> (421 s).");
        assertThat(forgotten(config, 350_000, 350_100, 350_400).statements().get(0))
                .endsWith("fit the idle timer of AWS Network Load Balancer (350 s).");
    }

    @Test
    void a_server_that_closed_idle_connections_while_requests_came_shows_its_timer() throws IOException {
        PlayedReport report = races(75_000, 75_000, 75_100);

        assertThat(report.kinds()).containsExactly("keep-alive-race");
        assertThat(report.statements().get(0))
                .endsWith("silences of 75 to 75.1 s before the close of 3 connections fit the idle timer of"
                        + " nginx keepalive_timeout (75 s).");
        assertThat(report.reasons())
                .anyMatch(reason -> reason.startsWith("for, weak: All over the capture: silences of"));
    }

    @Test
    void closes_of_all_lengths_are_a_race_if_some_show_a_known_timer() throws IOException {
        assertThat(races(75_000, 75_000, 75_100, 130_000, 46_000, 210_000, 170_000, 100_000)
                        .statements())
                .anyMatch(statement ->
                        statement.contains("silences of 75 to 75.1 s before the close of 3 connections fit"));
        assertThat(races(83_000, 83_000, 83_100, 130_000, 46_000, 210_000, 170_000, 100_000)
                        .kinds())
                .doesNotContain("keep-alive-race");
    }

    private PlayedReport forgotten(long... silences) throws IOException {
        return PlayedReport.of(folder, lines(FORGOTTEN, silences));
    }

    private PlayedReport forgotten(Path config, long... silences) throws IOException {
        return PlayedReport.of(folder, lines(FORGOTTEN, silences), "--config", config.toString());
    }

    private PlayedReport races(long... silences) throws IOException {
        return PlayedReport.of(folder, lines(CLOSED, silences));
    }

    /** Connections that begin two seconds after each other, and end after these silences in milliseconds. */
    private static String lines(String end, long... silences) {
        TreeMap<Long, String> ends = new TreeMap<>();
        StringBuilder lines = new StringBuilder(HOSTS);
        for (int i = 0; i < silences.length; i++) {
            lines.append(TALK.formatted(40_000 + i, 5432, at(i, 0)));
            long millis = TALK_MILLIS + silences[i];
            ends.put(i * 2_000L + millis, end.formatted(40_000 + i, 5432, at(i, millis)));
        }
        ends.values().forEach(lines::append);
        return lines.toString();
    }

    private static String at(int connection, long millis) {
        return BEGIN.plusMillis(connection * 2_000L + millis).toString();
    }
}

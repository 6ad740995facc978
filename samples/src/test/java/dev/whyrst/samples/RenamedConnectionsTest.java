package dev.whyrst.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a server sees of an address translation that forgets: its connections go on from ports that it does not know. */
class RenamedConnectionsTest {

    private static final String HOSTS =
            """
            host G    10.78.0.1   stack=linux     hops=3
            host B    10.78.7.40  stack=linux     hops=0
            """;

    private static final String TALK =
            """
            conversation G:%1$d > B:6379
            %2$s        G > B  SYN iss=%3$d
            +40us       B > G  SYN,ACK iss=%4$d
            +20ms       G > B  ACK
            +90us       G > B  PSH,ACK data=60
            +300us      B > G  PSH,ACK data=300
            +20ms       G > B  ACK
            """;

    private static final String UNDER_ANOTHER_PORT =
            """
            conversation G:%1$d > B:6379
            +%2$s       G > B  PSH,ACK data=60 seq=raw:%3$d ack=raw:%4$d
            +40us       B > G  RST answers # expect nonexistent-connection
            """;

    @TempDir
    private Path folder;

    @Test
    void connections_that_move_one_by_one_behind_alike_silences_tell_of_an_idle_timer() throws IOException {
        PlayedReport report = PlayedReport.of(folder, HOSTS + talks(4) + moves(4, "4s"));

        assertThat(report.verdicts())
                .containsOnly("nonexistent-connection high")
                .hasSize(4);
        assertThat(report.reset(0).reasons())
                .anyMatch(reason -> reason.contains("goes on with the numbers of the connection from port 41000"));
        assertThat(report.kinds()).containsExactly("idle-timer-on-path");
    }

    @Test
    void connections_that_move_at_one_moment_tell_of_a_table_that_was_lost() throws IOException {
        PlayedReport report = PlayedReport.of(folder, HOSTS + talks(4) + moves(4, "10ms"));

        assertThat(report.kinds()).containsExactly("middlebox-state-lost");
        assertThat(report.statements().get(0)).contains("10.78.0.1");
    }

    @Test
    void a_segment_with_numbers_of_its_own_is_no_connection_that_moved() throws IOException {
        PlayedReport report = PlayedReport.of(
                folder, HOSTS + talks(1) + UNDER_ANOTHER_PORT.formatted(52_000, "4s", 5_000_000, 6_000_000));

        assertThat(report.verdicts()).containsExactly("nonexistent-connection medium");
        assertThat(report.kinds()).containsExactly("normal-noise");
    }

    private static String talks(int count) {
        StringBuilder talks = new StringBuilder();
        for (int i = 0; i < count; i++) {
            talks.append(TALK.formatted(41_000 + i, i == 0 ? "2026-11-28T07:00:00Z" : "+1s", own(i), servers(i)));
        }
        return talks.toString();
    }

    private static String moves(int count, String pause) {
        StringBuilder moves = new StringBuilder();
        for (int i = 0; i < count; i++) {
            moves.append(UNDER_ANOTHER_PORT.formatted(52_000 + i, pause, own(i) + 61, servers(i) + 301));
        }
        return moves.toString();
    }

    private static int own(int index) {
        return 1_000_000 + 10_000 * index;
    }

    private static int servers(int index) {
        return 2_000_000 + 10_000 * index;
    }
}

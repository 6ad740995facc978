package dev.whyrst.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What fails without a RST is told beside the resets, and what only looks like it is not. */
class FailuresWithoutResetTest {

    private static final String START = "2026-11-20T15:00:00Z";

    private static final String HOSTS =
            """
            host A 10.70.0.1 stack=linux hops=0
            host B 10.70.0.2 stack=linux hops=3
            conversation A:40000 > B:443
            """;

    private static final String OPEN =
            """
            +0s   A > B SYN
            +10ms B > A SYN,ACK
            +30us A > B ACK
            """;

    @TempDir
    private Path folder;

    @Test
    void a_syn_that_was_repeated_in_vain() throws IOException {
        assertThat(failures("+0s A > B SYN as=s\n+1s A > B SYN again=s\n+2s A > B SYN again=s\n"))
                .isEqualTo("[syn-unanswered: 1 attempt to connect to 10.70.0.2:443 got no answer. 1]");
    }

    @Test
    void a_single_syn_tells_nothing_nor_does_one_that_was_answered_late() throws IOException {
        assertThat(failures("+0s A > B SYN\n")).isEqualTo("[]");
        assertThat(failures("+0s A > B SYN as=s\n+1s A > B SYN again=s\n+10ms B > A SYN,ACK\n+30us A > B ACK\n"))
                .isEqualTo("[]");
    }

    @Test
    void many_services_that_one_client_tried_in_vain_are_one_failure() throws IOException {
        StringBuilder scan = new StringBuilder("host A 10.70.0.1 stack=linux hops=0\nhost B 10.70.0.2 hops=3\n");
        for (int port = 1; port <= 25; port++) {
            scan.append("conversation A:")
                    .append(41_000 + port)
                    .append(" > B:")
                    .append(port)
                    .append('\n');
            scan.append("+1ms A > B SYN as=s\n+1s A > B SYN again=s\n");
        }
        assertThat(PlayedReport.of(folder, scan.toString().replaceFirst("\\+1ms", START))
                        .failures()
                        .toString())
                .startsWith("[syn-unanswered: 25 attempts to connect to 25 services got no answer (all of 10.70.0.1).");
    }

    @Test
    void data_that_was_repeated_in_vain() throws IOException {
        assertThat(
                        failures(
                                OPEN
                                        + """
                        +1ms  A > B PSH,ACK data=100 as=w
                        +1s   A > B PSH,ACK again=w
                        +2s   A > B PSH,ACK again=w
                        +4s   A > B PSH,ACK again=w
                        """))
                .startsWith("[retries-exhausted: 1 connection to 10.70.0.2:443 died in silence");
    }

    @Test
    void large_segments_that_never_arrive_while_small_ones_do() throws IOException {
        String story = OPEN
                + """
                +1ms  A > B PSH,ACK data=100
                +10ms B > A ACK
                +1ms  A > B PSH,ACK data=1448 as=large dropped
                +300ms A > B PSH,ACK again=large dropped
                +50ms  B > A ACK
                +600ms A > B PSH,ACK again=large dropped
                +50ms  B > A ACK
                +1200ms A > B PSH,ACK again=large dropped
                """;

        assertThat(failures(story)).startsWith("[path-mtu: 1 connection to 10.70.0.2:443 lost their large segments");
        assertThat(failures(story + "+10ms B > A ACK ack=1549\n")).isEqualTo("[]");
    }

    @Test
    void a_server_that_ends_with_an_error_of_its_own() throws IOException {
        String story = OPEN
                + """
                +1ms  A > B PSH,ACK data=text:GET_/_HTTP/1.1
                +10ms B > A PSH,ACK data=text:HTTP/1.1_503_Busy
                +1ms  B > A FIN,ACK
                +1ms  A > B FIN,ACK
                +10ms B > A ACK
                """;

        assertThat(failures(story.replace("text:GET_/_HTTP/1.1", hex("GET / HTTP/1.1\r\n\r\n"))
                        .replace("text:HTTP/1.1_503_Busy", hex("HTTP/1.1 503 Busy\r\n\r\n"))))
                .isEqualTo("[server-error: 10.70.0.2:443 ended 1 connection with an HTTP error of its own (5xx). 5]");
        assertThat(failures(story.replace("text:GET_/_HTTP/1.1", hex("GET / HTTP/1.1\r\n\r\n"))
                        .replace("text:HTTP/1.1_503_Busy", hex("HTTP/1.1 200 OK\r\n\r\n"))))
                .isEqualTo("[]");
    }

    @Test
    void a_tls_handshake_that_ended_with_an_alert_but_not_a_connection_that_was_in_use() throws IOException {
        String hello = OPEN + "+1ms A > B PSH,ACK data=client-hello:shop.example\n";

        assertThat(failures(hello + "+10ms B > A PSH,ACK data=tls-alert\n+1ms B > A FIN,ACK\n"))
                .startsWith("[tls-alert: 1 TLS handshake with 10.70.0.2:443 ended with an alert.");
        assertThat(
                        failures(
                                hello
                                        + "+10ms B > A PSH,ACK data=tls-data:900\n+1ms A > B PSH,ACK data=close-notify\n+1ms A > B FIN,ACK\n"))
                .isEqualTo("[]");
    }

    @Test
    void a_receiver_without_room_to_the_end() throws IOException {
        String story = OPEN
                + """
                +1ms  A > B PSH,ACK data=1000
                +10ms B > A ACK win=0
                +1s   A > B ACK probe
                +10ms B > A ACK win=0
                +2s   A > B ACK probe
                +10ms B > A ACK win=0
                +4s   A > B ACK probe
                +10ms B > A ACK win=0
                """;

        assertThat(failures(story)).startsWith("[zero-window: 1 connection to 10.70.0.2:443 ended with a receiver");
        assertThat(failures(story + "+1s B > A ACK win=500\n")).isEqualTo("[]");
    }

    @Test
    void what_a_reset_ended_is_told_by_its_cause_alone() throws IOException {
        assertThat(
                        failures(
                                OPEN
                                        + """
                        +1ms  A > B PSH,ACK data=100 as=w
                        +1s   A > B PSH,ACK again=w
                        +2s   A > B PSH,ACK again=w
                        +4s   A > B PSH,ACK again=w
                        +8s   A > B RST,ACK # expect user-timeout
                        """))
                .isEqualTo("[]");
    }

    private String failures(String lines) throws IOException {
        return PlayedReport.of(folder, HOSTS + lines.replaceFirst("\\+[0-9.]+[a-z]+", START))
                .failures()
                .toString();
    }

    private static String hex(String text) {
        StringBuilder hex = new StringBuilder("hex:");
        for (int i = 0; i < text.length(); i++) {
            hex.append(String.format("%02x", (int) text.charAt(i)));
        }
        return hex.toString();
    }
}

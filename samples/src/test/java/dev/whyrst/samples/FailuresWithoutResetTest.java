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

    /** Something else that the capture holds, so much later. */
    private static String later(String pause) {
        return "conversation A:50999 > B:80\n+" + pause + " A > B SYN\n+10ms B > A SYN,ACK\n+30us A > B ACK\n";
    }

    @Test
    void a_syn_that_was_repeated_in_vain() throws IOException {
        assertThat(failures("+0s A > B SYN as=s\n+1s A > B SYN again=s\n+2s A > B SYN again=s\n" + later("4s")))
                .isEqualTo("[syn-unanswered: 1 attempt to connect to 10.70.0.2:443 got no answer. 1]");
    }

    @Test
    void a_capture_that_ends_before_an_answer_could_come_tells_nothing_of_it() throws IOException {
        assertThat(failures("+0s A > B SYN as=s\n+1s A > B SYN again=s\n" + later("100ms")))
                .isEqualTo("[]");
    }

    @Test
    void a_client_that_goes_on_was_answered_whatever_the_capture_holds() throws IOException {
        assertThat(failures(
                        """
                        +0s   A > B SYN as=s
                        +1s   A > B SYN again=s
                        +10ms B > A SYN,ACK uncaptured
                        +30us A > B ACK
                        +1ms  A > B PSH,ACK data=100 as=w
                        +300ms A > B PSH,ACK again=w
                        """
                                + later("60s")))
                .isEqualTo("[]");
    }

    @Test
    void windows_which_tries_again_at_once_after_a_refusal_was_answered() throws IOException {
        assertThat(failures("+0s A > B SYN as=s\n+500ms A > B SYN again=s\n+500ms A > B SYN again=s\n" + later("9s")))
                .isEqualTo("[]");
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
        scan.append(later("9s").replace("B:80", "B:8080"));
        assertThat(PlayedReport.of(folder, scan.toString().replaceFirst("\\+1ms", START))
                        .failures()
                        .toString())
                .startsWith("[syn-unanswered: 25 attempts to connect to 25 services got no answer (all of 10.70.0.1).");
    }

    @Test
    void data_that_was_repeated_in_vain() throws IOException {
        assertThat(failures(OPEN
                        + """
                        +1ms  A > B PSH,ACK data=100 as=w
                        +1s   A > B PSH,ACK again=w
                        +2s   A > B PSH,ACK again=w
                        +4s   A > B PSH,ACK again=w
                        """
                        + later("9s")))
                .startsWith("[retries-exhausted: 1 connection to 10.70.0.2:443 fell silent");
    }

    @Test
    void a_path_that_is_lost_for_a_moment_at_the_end_of_the_capture_is_no_death() throws IOException {
        assertThat(
                        failures(
                                OPEN
                                        + """
                        +1ms  A > B PSH,ACK data=100 as=w
                        +200ms A > B PSH,ACK again=w
                        +400ms A > B PSH,ACK again=w
                        +800ms A > B PSH,ACK again=w
                        """))
                .isEqualTo("[]");
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
                .isEqualTo(
                        "[server-error: 10.70.0.2:443 answered with an HTTP error of its own (5xx) right before 1 connection was closed. 5]");
        assertThat(failures(story.replace("text:GET_/_HTTP/1.1", hex("GET / HTTP/1.1\r\n\r\n"))
                        .replace("text:HTTP/1.1_503_Busy", hex("HTTP/1.1 200 OK\r\n\r\n"))))
                .isEqualTo("[]");
    }

    @Test
    void an_error_on_a_connection_that_goes_on_or_is_closed_much_later_ended_nothing() throws IOException {
        String error = OPEN
                + "+1ms  A > B PSH,ACK data=" + hex("GET / HTTP/1.1\r\n\r\n") + "\n"
                + "+10ms B > A PSH,ACK data=" + hex("HTTP/1.1 503 Busy\r\n\r\n") + "\n"
                + "+30us A > B ACK\n";

        assertThat(failures(error + later("60s"))).isEqualTo("[]");
        assertThat(failures(error + "+5s A > B FIN,ACK\n+10ms B > A FIN,ACK\n+30us A > B ACK\n"))
                .isEqualTo("[]");
        assertThat(failures(error + "+1ms A > B FIN,ACK\n+10ms B > A FIN,ACK\n+30us A > B ACK\n"))
                .as("a client that leaves because of it")
                .startsWith("[server-error: ");
        assertThat(failures(error + "+75s B > A FIN,ACK\n+30us A > B FIN,ACK\n+10ms B > A ACK\n"))
                .isEqualTo("[]");
    }

    @Test
    void a_server_that_turns_a_client_away_in_words() throws IOException {
        assertThat(failures(OPEN
                        + "+5ms  B > A PSH,ACK data=" + hex("-ERR max number of clients reached\r\n") + "\n"
                        + "+20us B > A FIN,ACK\n+1ms A > B FIN,ACK\n+10ms B > A ACK\n"))
                .isEqualTo("[server-refusal: 10.70.0.2:443 turned 1 connection away (too many connections). 4]");
    }

    @Test
    void a_server_of_http_2_that_closes_an_idle_connection_in_order_turns_nobody_away() throws IOException {
        String idle = OPEN
                + "+1ms  A > B PSH,ACK data=" + hex("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n") + "\n"
                + "+10ms B > A PSH,ACK data=500\n+30us A > B ACK\n";
        String close = "\n+20us B > A FIN,ACK\n+1ms A > B FIN,ACK\n+10ms B > A ACK\n";
        String goAway = "+60s B > A PSH,ACK data=hex:00000807000000000000000001000000";

        assertThat(failures(idle + goAway + "00" + close)).isEqualTo("[]");
        assertThat(failures(idle + goAway + "02" + close)).startsWith("[server-refusal: 10.70.0.2:443 turned");
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
        assertThat(failures(hello + "+10ms B > A PSH,ACK data=hex:15030300020100\n+1ms B > A FIN,ACK\n"))
                .as("close_notify in clear, at level warning")
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

        assertThat(failures(story)).as("a pause of seconds at the end").isEqualTo("[]");
        assertThat(failures(story + later("9s")))
                .startsWith("[zero-window: 1 connection to 10.70.0.2:443 ended, as far");
        assertThat(failures(story + "+1s B > A ACK win=500\n")).isEqualTo("[]");
    }

    @Test
    void attempts_from_one_port_are_no_repeats_of_each_other() throws IOException {
        assertThat(failures("+0s A > B SYN seq=0\n+5s A > B SYN seq=70000\n+5s A > B SYN seq=140000\n" + later("9s")))
                .as("only the client's direction, or only SYNs, were captured")
                .isEqualTo("[]");
    }

    @Test
    void a_capture_of_the_server_alone_shows_no_silence_of_its_client() throws IOException {
        assertThat(failures(
                        """
                        +0s   A > B SYN uncaptured
                        +10ms B > A SYN,ACK
                        +30us A > B ACK uncaptured
                        +1ms  A > B PSH,ACK data=100 uncaptured
                        +1ms  B > A PSH,ACK data=1448 as=w
                        +300ms B > A PSH,ACK again=w
                        +600ms B > A PSH,ACK again=w
                        +1200ms B > A PSH,ACK again=w
                        +2400ms B > A PSH,ACK again=w
                        +10ms A > B ACK uncaptured
                        """
                                + later("60s")))
                .isEqualTo("[]");
    }

    @Test
    void a_client_that_has_gone_after_its_own_close_fails_nobody() throws IOException {
        assertThat(failures(OPEN
                        + """
                        +1ms  A > B PSH,ACK data=100
                        +10ms B > A ACK
                        +1ms  A > B FIN,ACK
                        +10ms B > A PSH,ACK data=300 as=w
                        +300ms B > A PSH,ACK again=w
                        +600ms B > A PSH,ACK again=w
                        +1200ms B > A PSH,ACK again=w
                        """
                        + later("60s")))
                .isEqualTo("[]");
    }

    @Test
    void a_peer_that_died_while_a_large_segment_was_under_way_tells_nothing_of_the_path() throws IOException {
        assertThat(failures(OPEN
                        + """
                        +1ms  A > B PSH,ACK data=100
                        +1ms  A > B PSH,ACK data=1448 as=large
                        +9ms  B > A ACK ack=101
                        +300ms A > B PSH,ACK again=large
                        +600ms A > B PSH,ACK again=large
                        +1200ms A > B PSH,ACK again=large
                        +2400ms A > B PSH,ACK again=large
                        """
                        + later("60s")))
                .startsWith("[retries-exhausted: 1 connection to 10.70.0.2:443 fell silent");
    }

    @Test
    void a_password_that_a_database_refuses_is_told_as_its_refusal_and_as_nothing_where_the_session_goes_on()
            throws IOException {
        String denied = OPEN + "+1ms A > B PSH,ACK data=40\n+5ms B > A PSH,ACK data="
                + hex("E\0\0\0*SFATAL\0C28P01\0Mpassword authentication\0\0") + "\n";

        assertThat(failures(denied + "+20us B > A FIN,ACK\n+1ms A > B FIN,ACK\n+10ms B > A ACK\n"))
                .startsWith("[server-refusal: 10.70.0.2:443 turned 1 connection away (not allowed).");
        assertThat(failures(denied + "+1ms A > B PSH,ACK data=40\n+5ms B > A PSH,ACK data=90\n" + later("9s")))
                .isEqualTo("[]");
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

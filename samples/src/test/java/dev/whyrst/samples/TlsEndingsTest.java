package dev.whyrst.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TLS connections that end in resets: handshakes that failed, and connections that had served or were not needed. */
class TlsEndingsTest {

    private static final String HOSTS =
            """
            host A    10.80.0.10  stack=linux     hops=0
            host B    10.80.7.40  stack=linux     hops=3
            """;

    private static final String HANDSHAKE =
            """
            conversation A:%1$d > B:443
            %2$s        A > B  SYN
            +20ms       B > A  SYN,ACK
            +40us       A > B  ACK
            +90us       A > B  PSH,ACK data=client-hello:shop.example
            +20.1ms     B > A  PSH,ACK data=tls-data:1200
            +40us       A > B  ACK
            """;

    private static final String SERVED =
            """
            +90us       A > B  PSH,ACK data=tls-data:300
            +20.1ms     B > A  PSH,ACK data=tls-data:1200
            +40us       A > B  ACK
            +20us       B > A  PSH,ACK data=tls-data:1200
            +40us       A > B  ACK
            """;

    /** The end of the handshake, and one exchange. */
    private static final String ASKED_AND_ANSWERED =
            """
            +90us       A > B  PSH,ACK data=64
            +1ms        A > B  PSH,ACK data=tls-data:300
            +20.1ms     B > A  PSH,ACK data=tls-data:1200
            +40us       A > B  ACK
            """;

    private static final String CLOSES =
            """
            +1ms        A > B  PSH,ACK data=close-notify
            +10us       A > B  FIN,ACK as=bye%1$d
            +20.1ms     B > A  PSH,ACK data=close-notify
            +40us       A > B  RST answers # expect data-after-close
            """;

    /** ChangeCipherSpec and the Finished message of TLS 1.3. */
    private static final String ACCEPTS = """
            +90us       A > B  PSH,ACK data=64
            """;

    private static final String FIRST = "2026-11-28T08:00:00Z";

    @TempDir
    private Path folder;

    @Test
    void who_ends_it_by_an_alert_instead_of_a_request_refused_the_handshake() throws IOException {
        assertThat(kinds(HANDSHAKE + CLOSES)).isEqualTo("tls-handshake-failure");
    }

    @Test
    void who_leaves_in_the_same_breath_as_it_finishes_refused_what_it_saw() throws IOException {
        assertThat(kinds(HANDSHAKE + ACCEPTS + leavesAfter("10us"))).isEqualTo("tls-handshake-failure");
    }

    @Test
    void a_connection_that_was_opened_in_advance_and_not_needed_did_not_fail() throws IOException {
        assertThat(kinds(HANDSHAKE + ACCEPTS + leavesAfter("5ms"))).isEqualTo("normal-noise");
    }

    @Test
    void a_connection_that_had_served_for_long_ends_by_an_alert_too() throws IOException {
        assertThat(kinds(HANDSHAKE + SERVED.repeat(8) + CLOSES)).isNotEqualTo("tls-handshake-failure");
    }

    @Test
    void those_that_were_served_have_no_part_in_the_failure_of_others() throws IOException {
        String refused = Repeated.lines(HANDSHAKE + CLOSES, 43_000, 3, FIRST, "+400ms");
        String served = Repeated.lines(HANDSHAKE + ASKED_AND_ANSWERED + CLOSES, 44_000, 3, "+400ms", "+400ms");

        assertThat(PlayedReport.of(folder, HOSTS + refused + served).kinds())
                .containsExactlyInAnyOrder("tls-handshake-failure", "normal-noise");
    }

    private static String leavesAfter(String pause) {
        return "+" + pause
                + """
                        A > B  FIN,ACK
                +20.1ms     B > A  PSH,ACK data=tls-data:250
                +40us       A > B  RST answers # expect data-after-close
                """;
    }

    private String kinds(String lines) throws IOException {
        String played = Repeated.lines(lines, 43_000, 4, FIRST, "+400ms");
        return String.join(" ", PlayedReport.of(folder, HOSTS + played).kinds());
    }
}

package dev.whyrst.conversation.payload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.timeline.PayloadKind;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the first bytes of a payload are taken for. */
class PayloadGlanceTest {

    @ParameterizedTest
    @CsvSource({
        "HTTP/1.1 200 OK,                                  HTTP_RESPONSE",
        "HTTP/1.1 408 Request Timeout,                     HTTP_REQUEST_TIMEOUT",
        "HTTP/1.0 413 Request Entity Too Large,            HTTP_CLIENT_ERROR",
        "HTTP/1.1 502 Bad Gateway,                         HTTP_SERVER_ERROR",
        "GET / HTTP/1.1,                                   HTTP_REQUEST",
        "-ERR max number of clients reached,               LIMIT_NOTICE",
        "-ERR unknown command,                             OTHER",
        "-DENIED Redis is running in protected mode,       DENIAL_NOTICE",
        "-ERR 'maximum connections exceeded',              LIMIT_NOTICE",
        "ERROR Too many open connections,                  LIMIT_NOTICE",
        "ERROR unknown,                                    OTHER",
        "Exceeded MaxStartups,                             LIMIT_NOTICE",
        "421 4.3.2 Too many concurrent SMTP connections,   LIMIT_NOTICE",
        "421 Idle timeout,                                 TIMEOUT_NOTICE",
        "421 Service shutting down,                        CLOSING_NOTICE",
        "554 No SMTP service here,                         DENIAL_NOTICE",
        "-ERR [IN-USE] Maximum number of connections,      LIMIT_NOTICE",
        "@ERROR: max connections (4) reached,              LIMIT_NOTICE",
        "220 mail ready,                                   OTHER",
        "* BYE Autologout; idle for too long,              TIMEOUT_NOTICE",
        "* BYE Logging out,                                OTHER"
    })
    void lines_say_what_a_server_means(String line, PayloadKind kind) {
        assertThat(PayloadGlance.of(Payload.decoded(line, 0))).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "53300, sorry too many clients already,                               LIMIT_NOTICE",
        "57P01, terminating connection due to administrator command,          CLOSING_NOTICE",
        "57P01, terminating connection due to unexpected postmaster exit,     CRASH_NOTICE",
        "57P02, terminating connection because of crash of another process,   CRASH_NOTICE",
        "57P05, terminating connection due to idle-session timeout,           TIMEOUT_NOTICE",
        "28000, no pg_hba.conf entry for host,                                DENIAL_NOTICE",
        "42601, syntax error,                                                 OTHER"
    })
    void postgres_states_a_code(String state, String message, PayloadKind kind) {
        String error = "E\0\0\0PSFATAL\0VFATAL\0C" + state + "\0M" + message + "\0\0";

        assertThat(PayloadGlance.of(Payload.decoded(error, 0))).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "15030300020228, TLS_ALERT",
        "15030300020100, TLS_WARNING",
        "15030300020170, TLS_WARNING",
        "1503030020010000000000000000, TLS_ALERT"
    })
    void an_alert_in_clear_shows_its_level(String hex, PayloadKind kind) {
        assertThat(PayloadGlance.of(Payload.decoded(HexFormat.of().parseHex(hex), 0)))
                .isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "17000000ff1004546f6f206d616e7920636f6e6e656374696f6e73, LIMIT_NOTICE",
        "17000000ff1d04546f6f206d616e7920636f6e6e656374696f6e73, CLOSING_NOTICE",
        "18000000ff1004546f6f206d616e7920636f6e6e656374696f6e73, OTHER",
        "0000080700000000000000000000000000,                     GOING_AWAY",
        "0000080700000000000000000000000002,                     CLOSING_NOTICE",
        "000008070000000000000000000000000b,                     DENIAL_NOTICE",
        "000008060000000000000000000000000b,                     OTHER"
    })
    void binary_protocols_state_one_as_well(String hex, PayloadKind kind) {
        assertThat(PayloadGlance.of(Payload.decoded(HexFormat.of().parseHex(hex), 0)))
                .isEqualTo(kind);
    }

    @Test
    void what_the_capture_cut_off_says_nothing() {
        String response = "HTTP/1.1 408 Request Timeout";

        assertThat(PayloadGlance.of(Payload.decoded(response, response.length() - 11)))
                .isEqualTo(PayloadKind.HTTP_RESPONSE);
        assertThat(PayloadGlance.of(Payload.decoded(response, response.length() - 12)))
                .isEqualTo(PayloadKind.HTTP_REQUEST_TIMEOUT);
    }
}

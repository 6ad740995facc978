package dev.whyrst.conversation.payload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.timeline.PayloadKind;
import org.junit.jupiter.api.Test;

/** Names that clients ask for, read off what was captured of their requests. */
class ServerNameTest {

    private static final String REQUEST = "GET / HTTP/1.1\r\nHost: blocked.example.org\r\nAccept: */*\r\n";

    @Test
    void the_host_header_names_the_server() {
        assertThat(nameIn(REQUEST, 0)).isEqualTo("blocked.example.org");
    }

    @Test
    void a_name_that_the_capture_cut_ends_with_an_ellipsis() {
        assertThat(nameIn(REQUEST, REQUEST.length() - REQUEST.indexOf("le.org")))
                .isEqualTo("blocked.examp\u2026");
    }

    @Test
    void a_name_of_which_the_end_of_line_was_not_captured_may_go_on() {
        assertThat(nameIn(REQUEST, REQUEST.length() - REQUEST.indexOf("\r\nAccept")))
                .isEqualTo("blocked.example.org\u2026");
    }

    private static String nameIn(String payload, int missing) {
        return ServerName.of(Payload.decoded(payload, missing), PayloadKind.HTTP_REQUEST);
    }
}

package dev.whyrst.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.capture.FrameView;
import dev.whyrst.decode.DecodeOutcome;
import dev.whyrst.decode.FrameDecoder;
import dev.whyrst.decode.SegmentView;
import dev.whyrst.timeline.PayloadKind;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Names that clients ask for, read off what was captured of their requests. */
class ServerNameTest {

    private static final int RAW = 101;
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
        byte[] head = new Packet(true, 0x18, 1, 1, payload.length(), 1, 64).bytes();
        byte[] packet = Arrays.copyOf(head, head.length);
        byte[] text = payload.getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(text, 0, packet, packet.length - text.length, text.length);
        FrameView frame = new FrameView();
        frame.wrap(packet, 0, packet.length - missing, packet.length, 0, 1, RAW);
        SegmentView segment = new SegmentView();
        assertThat(new FrameDecoder().decode(frame, segment)).isEqualTo(DecodeOutcome.TCP_SEGMENT);
        return ServerName.of(segment, PayloadKind.HTTP_REQUEST);
    }
}

package dev.whyrst.conversation.payload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.capture.FrameView;
import dev.whyrst.conversation.tracking.Packet;
import dev.whyrst.decode.DecodeOutcome;
import dev.whyrst.decode.FrameDecoder;
import dev.whyrst.decode.SegmentView;
import java.nio.charset.StandardCharsets;

/** Payload on its way to what looks at it. */
final class Payload {

    private static final int RAW = 101;

    private Payload() {}

    static SegmentView decoded(String payload, int missing) {
        return decoded(payload.getBytes(StandardCharsets.ISO_8859_1), missing);
    }

    /** A decoded segment with that payload, of which so many bytes at the end were not captured. */
    static SegmentView decoded(byte[] payload, int missing) {
        byte[] packet = new Packet(true, 0x18, 1, 1, payload.length, 1, 64).bytes();
        System.arraycopy(payload, 0, packet, packet.length - payload.length, payload.length);
        FrameView frame = new FrameView();
        frame.wrap(packet, 0, packet.length - missing, packet.length, 0, 1, RAW);
        SegmentView segment = new SegmentView();
        assertThat(new FrameDecoder().decode(frame, segment)).isEqualTo(DecodeOutcome.TCP_SEGMENT);
        return segment;
    }
}

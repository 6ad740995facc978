package dev.whyrst.scenario;

import dev.whyrst.capture.CaptureOptions;
import dev.whyrst.capture.CaptureReader;
import dev.whyrst.capture.Captures;
import dev.whyrst.capture.FrameView;
import dev.whyrst.decode.DecodeOutcome;
import dev.whyrst.decode.FrameDecoder;
import dev.whyrst.decode.SegmentView;
import dev.whyrst.net.TcpFlags;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Plays scenarios and reads the bytes again with the reader and decoder of the tool. */
final class ReadBack {

    /** Hosts A (at the point of capture) and B, both Linux, as most scenarios here use them. */
    static final String HOSTS =
            """
            host A 10.0.0.1 port=40000 hops=0
            host B 10.0.9.2 port=80 hops=2
            """;

    /** A handshake of A and B. */
    static final String HANDSHAKE =
            """
            2026-11-20T15:00:00Z A > B SYN
            +10ms B > A SYN,ACK
            +40us A > B ACK
            """;

    private ReadBack() {}

    /** What the decoder sees of one segment; {@code payload} as ISO 8859-1. */
    record Seen(
            long timeNanos,
            String flags,
            int seq,
            int ack,
            int window,
            int ttl,
            int ipId,
            boolean timestamps,
            int windowShift,
            boolean checksumBad,
            String encapsulation,
            String payload) {

        int distanceTo(Seen other) {
            return other.seq - seq;
        }
    }

    static ScenarioCapture play(String lines) {
        return Scenario.parse("# whyrst scenario 1\n" + lines).play();
    }

    /** The segments of a scenario, given without its first line. */
    static List<Seen> segments(String lines) {
        try {
            Path file = Files.createTempFile("scenario", ".pcap");
            try {
                Files.write(file, play(lines).file());
                return read(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Seen> read(Path file) throws IOException {
        List<Seen> seen = new ArrayList<>();
        FrameView frame = new FrameView();
        SegmentView segment = new SegmentView();
        FrameDecoder decoder = new FrameDecoder();
        try (CaptureReader reader = Captures.open(List.of(file.toString()), CaptureOptions.defaults())) {
            while (reader.next(frame)) {
                DecodeOutcome outcome = decoder.decode(frame, segment);
                if (outcome != DecodeOutcome.TCP_SEGMENT) {
                    throw new AssertionError("frame " + frame.number() + ": " + outcome);
                }
                seen.add(seen(segment, decoder));
            }
        }
        return seen;
    }

    private static Seen seen(SegmentView segment, FrameDecoder decoder) {
        return new Seen(
                segment.timeNanos(),
                TcpFlags.describe(segment.flags()),
                segment.seq(),
                segment.ack(),
                segment.window(),
                segment.ttl(),
                segment.ipId(),
                segment.hasTimestamps(),
                segment.windowShift(),
                segment.checksumBad(),
                decoder.encapsulation(segment.encapsulation()),
                new String(
                        segment.bytes(),
                        segment.payloadOffset(),
                        segment.payloadCaptured(),
                        StandardCharsets.ISO_8859_1));
    }
}

package dev.whyrst.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.capture.CaptureOptions;
import dev.whyrst.capture.CaptureReader;
import dev.whyrst.capture.Captures;
import dev.whyrst.capture.FrameView;
import dev.whyrst.cli.Main;
import dev.whyrst.decode.DecodeOutcome;
import dev.whyrst.decode.FrameDecoder;
import dev.whyrst.decode.SegmentView;
import dev.whyrst.net.TcpFlags;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Samples one frame of which stands some places earlier, as captures of several queues and merged files have them. */
class MovedFramesTest {

    private static final int MOST_PLACES = 5;

    /** Of each capture that many SYN,ACKs, which matter most, and one of so many other moves. */
    private static final int SYN_ACKS = 2;

    private static final int ONE_OF = 61;

    private static final int FILE_HEADER = 24;
    private static final int RECORD_HEADER = 16;

    private static final Path CONNECT_TIMEOUT = Path.of("handshake-timeout", "article.pcap");

    private static final Path ACCEPT_QUEUE = Path.of("listen-overflow", "capture.pcap");

    @TempDir
    Path folder;

    @Test
    @Timeout(300)
    void a_frame_that_stands_up_to_five_places_earlier_costs_neither_the_report_nor_a_reset() throws IOException {
        int moves = 0;
        for (Path sample : Samples.folders()) {
            for (Path capture : Samples.captures(sample)) {
                List<Frame> frames = frames(capture);
                for (int[] move : moves(frames)) {
                    List<Frame> moved = moved(frames, move[0], move[1]);
                    survives(moved, capture + ", frame " + (move[0] + 1) + ", " + move[1] + " earlier: ");
                    moves++;
                }
            }
        }
        assertThat(moves).isGreaterThan(400);
    }

    @Test
    void a_syn_ack_before_its_syn_is_as_late_as_its_time_says() throws IOException {
        List<Frame> frames = moved(frames(CONNECT_TIMEOUT), 1, 1);

        ReportedReset reset = only(write(frames, times(frames)), "--so-rcvtimeo", "100ms");

        assertThat(reset.cause() + " " + reset.confidence()).isEqualTo("handshake-timeout certain");
    }

    @Test
    void where_its_time_is_before_the_syn_s_the_initiator_tells_how_late_it_was() throws IOException {
        List<Frame> frames = moved(frames(CONNECT_TIMEOUT), 1, 1);
        long[] times = times(frames);
        times[0] = times[1] - 1_000_000;
        Path capture = write(frames, times);

        ReportedReset configured = only(capture, "--so-rcvtimeo", "100ms");
        ReportedReset patient = only(capture, "--so-rcvtimeo", "500ms");

        assertThat(configured.cause() + " " + configured.confidence()).isEqualTo("handshake-timeout medium");
        assertThat(configured.reasons()).anyMatch(reason -> reason.contains("has the SYN,ACK before its SYN"));
        assertThat(patient.cause() + " " + patient.confidence()).isEqualTo("syn-ack-rejected low");
        assertThat(patient.reasons()).noneMatch(reason -> reason.contains(" -"));
    }

    @Test
    void an_ack_before_the_syn_ack_that_it_acknowledges_still_completes_the_handshake() throws IOException {
        List<Frame> sound = frames(ACCEPT_QUEUE);
        List<ReportedReset> told = Tool.analyze(ACCEPT_QUEUE, List.of(), folder.resolve("out"));
        int swapped = 0;
        for (int at = 1; at < sound.size(); at++) {
            if (sound.get(at - 1).synAck && sound.get(at).flags == TcpFlags.ACK) {
                List<Frame> frames = moved(sound, at, 1);
                assertThat(verdicts(Tool.analyze(write(frames, times(frames)), List.of(), folder.resolve("out"))))
                        .as("ACK in frame %d", at + 1)
                        .isEqualTo(verdicts(told));
                swapped++;
            }
        }
        assertThat(swapped).isGreaterThan(3);
    }

    private static List<String> verdicts(List<ReportedReset> resets) {
        return resets.stream()
                .map(reset -> reset.frame() + " " + reset.cause() + " " + reset.confidence())
                .toList();
    }

    private ReportedReset only(Path capture, String... options) throws IOException {
        List<ReportedReset> resets = Tool.analyze(capture, List.of(options), folder.resolve("out"));
        assertThat(resets).hasSize(1);
        return resets.get(0);
    }

    /** Index of the frame, and how many places it is moved. */
    private static List<int[]> moves(List<Frame> frames) {
        List<int[]> moves = new ArrayList<>();
        int synAcks = 0;
        int counted = 0;
        for (int at = 1; at < frames.size(); at++) {
            synAcks += frames.get(at).synAck ? 1 : 0;
            boolean chosen = frames.get(at).synAck && synAcks <= SYN_ACKS;
            for (int places = 1; places <= Math.min(at, MOST_PLACES); places++) {
                if (chosen || counted++ % ONE_OF == 0) {
                    moves.add(new int[] {at, places});
                }
            }
        }
        return moves;
    }

    private void survives(List<Frame> moved, String what) throws IOException {
        Path out = folder.resolve("out");
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(said, true, StandardCharsets.UTF_8);
        List<String> words = Tool.words(write(moved, times(moved)), List.of("--quiet", "--jobs", "1"), out);

        int status = Main.run(stream, stream, words.toArray(String[]::new));

        assertThat(status).as(what + said.toString(StandardCharsets.UTF_8)).isIn(0, 3);
        long resets = moved.stream().filter(frame -> frame.reset).count();
        assertThat(Tool.report(out)).as(what).hasSize((int) resets);
    }

    private static List<Frame> moved(List<Frame> frames, int from, int places) {
        List<Frame> moved = new ArrayList<>(frames);
        Collections.rotate(moved.subList(from - places, from + 1), 1);
        return moved;
    }

    private static long[] times(List<Frame> frames) {
        return frames.stream().mapToLong(frame -> frame.nanos).toArray();
    }

    private Path write(List<Frame> frames, long[] times) throws IOException {
        int size = frames.stream()
                .mapToInt(frame -> RECORD_HEADER + frame.bytes.length)
                .sum();
        ByteBuffer pcap = ByteBuffer.allocate(FILE_HEADER + size).order(ByteOrder.LITTLE_ENDIAN);
        pcap.putInt(0xa1b23c4d).putShort((short) 2).putShort((short) 4).putLong(0);
        pcap.putInt(262_144).putInt(frames.get(0).linkType);
        for (int i = 0; i < times.length; i++) {
            Frame frame = frames.get(i);
            pcap.putInt((int) (times[i] / 1_000_000_000)).putInt((int) (times[i] % 1_000_000_000));
            pcap.putInt(frame.bytes.length).putInt(frame.originalLength).put(frame.bytes);
        }
        return Files.write(folder.resolve("moved.pcap"), pcap.array());
    }

    private static List<Frame> frames(Path capture) throws IOException {
        List<Frame> frames = new ArrayList<>();
        FrameView view = new FrameView();
        FrameDecoder decoder = new FrameDecoder();
        SegmentView segment = new SegmentView();
        try (CaptureReader reader = Captures.open(List.of(capture.toString()), CaptureOptions.defaults())) {
            while (reader.next(view)) {
                boolean tcp = decoder.decode(view, segment) == DecodeOutcome.TCP_SEGMENT;
                frames.add(new Frame(view, tcp ? segment.flags() : 0));
            }
        }
        return frames;
    }

    private static final class Frame {

        private final long nanos;
        private final int linkType;
        private final int originalLength;
        private final byte[] bytes;
        private final int flags;
        private final boolean synAck;
        private final boolean reset;

        Frame(FrameView view, int flags) {
            nanos = view.timeNanos();
            linkType = view.linkType();
            originalLength = view.originalLength();
            bytes = Arrays.copyOfRange(view.bytes(), view.offset(), view.offset() + view.capturedLength());
            this.flags = flags;
            synAck = TcpFlags.has(flags, TcpFlags.SYN | TcpFlags.ACK);
            reset = TcpFlags.has(flags, TcpFlags.RST);
        }
    }
}

package dev.whyrst.decode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.capture.FrameView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Hostile frames. Each is decoded twice, by decoders with the same past, in buffers that differ in every byte outside
 * of the frame: the same outcome and fields mean that nothing outside was read.
 */
class DecoderFuzzTest {

    private static final int MAX_LENGTH = 400;
    private static final int AROUND = 80_000;
    private static final int[] LINKS = {
        0, 1, 6, 7, 8, 9, 10, 12, 50, 51, 100, 101, 104, 105, 107, 108, 109, 113, 117, 119, 122, 123, 127, 129, 138,
        143, 149, 163, 166, 178, 179, 180, 181, 192, 197, 204, 205, 206, 226, 228, 229, 239, 240, 241, 242, 258, 259,
        274, 276, 281, 282, 284, 285
    };

    private final FrameDecoder one = new FrameDecoder(1 << 20);
    private final FrameDecoder other = new FrameDecoder(1 << 20);
    private final byte[] zeros = new byte[MAX_LENGTH + 2 * AROUND];
    private final byte[] ones = new byte[MAX_LENGTH + 2 * AROUND];
    private int decoded;

    DecoderFuzzTest() {
        Arrays.fill(ones, (byte) 0xff);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void random_bytes_do_no_harm_on_any_link(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 60_000; i++) {
            byte[] frame = new byte[random.nextInt(120)];
            random.nextBytes(frame);
            decodeTwice(frame, LINKS[i % LINKS.length], random);
        }
        assertThat(decoded).isEqualTo(60_000);
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5, 6})
    void changed_and_cut_frames_do_no_harm(long seed) {
        Random random = new Random(seed);
        List<Object[]> sound = soundFrames();
        for (int i = 0; i < 100_000; i++) {
            Object[] linkAndFrame = sound.get(random.nextInt(sound.size()));
            decodeTwice(mutate((byte[]) linkAndFrame[1], random), (int) linkAndFrame[0], random);
        }
        assertThat(decoded).isEqualTo(100_000);
    }

    @Test
    void frames_cut_at_every_byte_do_no_harm() {
        Random random = new Random(7);
        for (Object[] linkAndFrame : soundFrames()) {
            byte[] frame = (byte[]) linkAndFrame[1];
            for (int length = 0; length <= frame.length; length++) {
                decodeTwice(Arrays.copyOf(frame, length), (int) linkAndFrame[0], random);
            }
        }
        assertThat(decoded).isGreaterThan(5_000);
    }

    private static List<Object[]> soundFrames() {
        List<Object[]> frames = new ArrayList<>();
        LinksTest.links()
                .forEach(arguments ->
                        frames.add(new Object[] {arguments.get()[1], arguments.get()[2]}));
        TunnelsTest.encapsulations()
                .forEach(arguments -> frames.add(new Object[] {1, arguments.get()[1]}));
        assertThat(frames).hasSizeGreaterThan(100);
        return frames;
    }

    private static byte[] mutate(byte[] sound, Random random) {
        byte[] frame = sound.clone();
        for (int i = random.nextInt(6); i > 0; i--) {
            frame[random.nextInt(frame.length)] = random.nextInt(4) == 0 ? (byte) 0xff : (byte) random.nextInt();
        }
        if (random.nextInt(3) == 0) {
            frame = Arrays.copyOf(frame, random.nextInt(frame.length + 1));
        }
        return frame;
    }

    private void decodeTwice(byte[] frame, int link, Random random) {
        int original = random.nextInt(8) == 0 ? random.nextInt() : frame.length + random.nextInt(3) * 1000;
        SegmentView first = new SegmentView();
        SegmentView second = new SegmentView();
        DecodeOutcome outcome = decode(one, zeros, frame, original, link, first);
        assertThat(decode(other, ones, frame, original, link, second)).isEqualTo(outcome);
        if (outcome == DecodeOutcome.TCP_SEGMENT) {
            assertThat(describe(second)).isEqualTo(describe(first));
            assertThat(first.payloadLength()).isBetween(0, 262_144);
            assertThat(first.payloadCaptured()).isBetween(0, first.payloadLength());
            assertThat(first.payloadOffset() + first.payloadCaptured()).isLessThanOrEqualTo(first.bytes().length);
            assertThat(one.encapsulation(first.encapsulation())).isNotNull();
        }
        decoded++;
    }

    private static DecodeOutcome decode(
            FrameDecoder decoder, byte[] buffer, byte[] frame, int original, int link, SegmentView into) {
        byte around = buffer[0];
        System.arraycopy(frame, 0, buffer, AROUND, frame.length);
        FrameView view = new FrameView();
        view.wrap(buffer, AROUND, frame.length, original, 1, 1, link);
        DecodeOutcome outcome = decoder.decode(view, into);
        Arrays.fill(buffer, AROUND, AROUND + frame.length, around);
        return outcome;
    }

    private static List<Object> describe(SegmentView view) {
        return List.of(
                view.srcHigh(),
                view.srcLow(),
                view.dstHigh(),
                view.dstLow(),
                view.srcPort(),
                view.dstPort(),
                view.seq(),
                view.ack(),
                view.flags(),
                view.window(),
                view.payloadLength(),
                view.ttl(),
                view.ipId(),
                view.macTag(),
                view.encapsulation(),
                view.checksumBad(),
                view.optionsSeen(),
                view.maxSegmentSize(),
                view.windowShift(),
                view.hasTimestamps(),
                view.tsVal(),
                view.tsEcr(),
                view.optionsLength(),
                view.mptcpResetReason(),
                view.payloadCaptured());
    }
}

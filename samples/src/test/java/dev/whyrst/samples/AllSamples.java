package dev.whyrst.samples;

import dev.whyrst.capture.CaptureOptions;
import dev.whyrst.capture.CaptureReader;
import dev.whyrst.capture.Captures;
import dev.whyrst.capture.FrameView;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The frames of all samples on Ethernet in time order: one big capture. */
final class AllSamples {

    private static final int ETHERNET = 1;
    private static final int FILE_HEADER = 24;
    private static final int RECORD_HEADER = 16;
    private static final int SECOND = 1_000_000_000;

    private final List<Frame> frames = new ArrayList<>();

    private record Frame(long nanos, int originalLength, byte[] bytes) {}

    AllSamples() throws IOException {
        for (Path folder : Samples.folders()) {
            for (Path capture : Samples.captures(folder)) {
                read(capture);
            }
        }
        frames.sort(Comparator.comparingLong(Frame::nanos));
    }

    int size() {
        return frames.size();
    }

    /** Writes all frames into one file. */
    Path writeWhole(Path file) throws IOException {
        return write(file, frames);
    }

    /** Writes the frames into that many files of a folder, as a ring buffer of tcpdump leaves them. */
    void writeRing(Path folder, int files) throws IOException {
        Files.createDirectories(folder);
        for (int i = 0; i < files; i++) {
            int from = (int) ((long) frames.size() * i / files);
            int to = (int) ((long) frames.size() * (i + 1) / files);
            write(folder.resolve(String.format(Locale.ROOT, "ring.pcap%03d", i)), frames.subList(from, to));
        }
    }

    private void read(Path capture) throws IOException {
        FrameView frame = new FrameView();
        try (CaptureReader reader = Captures.open(List.of(capture.toString()), CaptureOptions.defaults())) {
            while (reader.next(frame)) {
                if (frame.linkType() == ETHERNET) {
                    int end = frame.offset() + frame.capturedLength();
                    byte[] bytes = Arrays.copyOfRange(frame.bytes(), frame.offset(), end);
                    frames.add(new Frame(frame.timeNanos(), frame.originalLength(), bytes));
                }
            }
        }
    }

    private static Path write(Path file, List<Frame> frames) throws IOException {
        int length = FILE_HEADER;
        for (Frame frame : frames) {
            length += RECORD_HEADER + frame.bytes.length;
        }
        ByteBuffer pcap = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        pcap.putInt(0xa1b23c4d)
                .putShort((short) 2)
                .putShort((short) 4)
                .putLong(0)
                .putInt(262_144)
                .putInt(ETHERNET);
        for (Frame frame : frames) {
            pcap.putInt((int) (frame.nanos / SECOND)).putInt((int) (frame.nanos % SECOND));
            pcap.putInt(frame.bytes.length).putInt(frame.originalLength).put(frame.bytes);
        }
        return Files.write(file, pcap.array());
    }
}

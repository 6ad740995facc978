package dev.whyrst.capture;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What came out of reading captures: the frames in their order, and what the reader says of the files. */
record Reading(List<Frame> frames, List<CaptureFile> files) {

    record Frame(long number, int capture, int linkType, long timeNanos, int originalLength, String text) {}

    /** Reads bytes through standard input. */
    static Reading of(byte[] bytes) throws IOException {
        CaptureOptions options = new CaptureOptions(new ByteArrayInputStream(bytes), CaptureOptions.Order.BY_TIME);
        return of(List.of("-"), options);
    }

    static Reading of(List<String> inputs, CaptureOptions options) throws IOException {
        try (CaptureReader reader = Captures.open(inputs, options)) {
            List<Frame> frames = new ArrayList<>();
            FrameView view = new FrameView();
            while (reader.next(view)) {
                frames.add(copy(view));
            }
            return new Reading(frames, reader.files());
        }
    }

    CaptureFile file() {
        return files.get(0);
    }

    List<String> texts() {
        return frames.stream().map(Frame::text).toList();
    }

    private static Frame copy(FrameView view) {
        String text = new String(view.bytes(), view.offset(), view.capturedLength(), StandardCharsets.ISO_8859_1);
        return new Frame(
                view.number(), view.captureIndex(), view.linkType(), view.timeNanos(), view.originalLength(), text);
    }
}

package dev.whyrst.cli;

import dev.whyrst.capture.CaptureOptions;
import dev.whyrst.capture.CaptureReader;
import dev.whyrst.capture.Captures;
import dev.whyrst.capture.FrameView;
import dev.whyrst.report.html.FrameBytes;
import dev.whyrst.report.html.RawFrame;
import dev.whyrst.timeline.FrameRef;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * Finds frames by reading the captures once more, up to the last that is wanted.
 *
 * @param inputs as they were given to the analysis
 */
record RereadFrames(List<String> inputs) implements FrameBytes {

    /** Standard input cannot be read twice. */
    private static final String STANDARD_INPUT = "-";

    @Override
    public Map<FrameRef, RawFrame> read(Set<FrameRef> wanted) throws IOException {
        Map<FrameRef, RawFrame> found = new HashMap<>();
        if (wanted.isEmpty() || inputs.contains(STANDARD_INPUT)) {
            return found;
        }
        Map<Integer, PriorityQueue<Long>> byCapture = new HashMap<>();
        for (FrameRef frame : wanted) {
            byCapture
                    .computeIfAbsent(frame.capture(), none -> new PriorityQueue<>())
                    .add(frame.number());
        }
        try (CaptureReader reader = Captures.open(inputs, CaptureOptions.defaults())) {
            FrameView frame = new FrameView();
            long[] next = new long[0];
            while (found.size() < wanted.size() && reader.next(frame)) {
                int capture = frame.captureIndex();
                if (capture >= next.length) {
                    next = upTo(capture, next, byCapture);
                }
                if (frame.number() == next[capture]) {
                    found.put(new FrameRef(capture, frame.number()), copy(frame));
                    next[capture] = next(byCapture.get(capture));
                }
            }
        }
        return found;
    }

    /** The number of the next frame that is wanted of each capture, up to that one. */
    private static long[] upTo(int capture, long[] before, Map<Integer, PriorityQueue<Long>> byCapture) {
        long[] next = Arrays.copyOf(before, capture + 1);
        for (int i = before.length; i <= capture; i++) {
            next[i] = next(byCapture.get(i));
        }
        return next;
    }

    private static long next(PriorityQueue<Long> numbers) {
        return numbers == null || numbers.isEmpty() ? Long.MAX_VALUE : numbers.poll();
    }

    private static RawFrame copy(FrameView frame) {
        int from = frame.offset();
        byte[] bytes = Arrays.copyOfRange(frame.bytes(), from, from + frame.capturedLength());
        return new RawFrame(bytes, frame.originalLength(), frame.linkType());
    }
}

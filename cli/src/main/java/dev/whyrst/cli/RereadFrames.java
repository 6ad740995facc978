package dev.whyrst.cli;

import dev.whyrst.capture.CaptureOptions;
import dev.whyrst.capture.CaptureReader;
import dev.whyrst.capture.Captures;
import dev.whyrst.capture.FrameView;
import dev.whyrst.report.FrameBytes;
import dev.whyrst.report.RawFrame;
import dev.whyrst.timeline.FrameRef;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        try (CaptureReader reader = Captures.open(inputs, CaptureOptions.defaults())) {
            FrameView frame = new FrameView();
            while (found.size() < wanted.size() && reader.next(frame)) {
                FrameRef at = new FrameRef(frame.captureIndex(), frame.number());
                if (wanted.contains(at)) {
                    found.put(at, copy(frame));
                }
            }
        }
        return found;
    }

    private static RawFrame copy(FrameView frame) {
        int from = frame.offset();
        byte[] bytes = Arrays.copyOfRange(frame.bytes(), from, from + frame.capturedLength());
        return new RawFrame(bytes, frame.originalLength(), frame.linkType());
    }
}

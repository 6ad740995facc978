package dev.whyrst.report.html;

import dev.whyrst.timeline.FrameRef;
import java.io.IOException;
import java.util.Map;
import java.util.Set;

/** Gives the bytes of single frames, which the model does not keep. */
@FunctionalInterface
public interface FrameBytes {

    /**
     * Finds the bytes of some frames, in one go because that may mean reading the captures once more.
     *
     * @return the frames that could be found; those that could not (standard input, a file that has changed) are left
     *     out
     */
    Map<FrameRef, RawFrame> read(Set<FrameRef> frames) throws IOException;

    /** No bytes at all: a report without the anatomy of frames. */
    static FrameBytes none() {
        return frames -> Map.of();
    }
}

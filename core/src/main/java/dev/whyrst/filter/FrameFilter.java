package dev.whyrst.filter;

import dev.whyrst.capture.FrameView;
import java.util.List;

/** Chooses the frames to look at. */
public interface FrameFilter {

    /**
     * Whether the frame is to be looked at.
     *
     * @throws FilterException when the filter cannot be used
     */
    boolean accepts(FrameView frame);

    /**
     * One sentence for each thing to know about what was let through; to be asked after the last frame.
     *
     * @throws FilterException when the filter turned out to fit no frame's link type
     */
    List<String> notices();

    /** Lets every frame through. */
    static FrameFilter everything() {
        return Everything.FILTER;
    }

    /**
     * Lets the frames of that window through.
     *
     * @param perFile whether each file is a trace of its own, with a first frame of its own
     */
    static FrameFilter within(TimeWindow window, boolean perFile) {
        return window.isAlways() ? everything() : new TimeFilter(window, perFile);
    }
}

package dev.whyrst.analysis;

import dev.whyrst.capture.FrameView;

/** Told, from the analysing thread, how far the reading is, and of what it meets. */
@FunctionalInterface
public interface ProgressListener {

    /**
     * Takes the state of the reading, now and then.
     *
     * @param bytesRead bytes of the inputs read so far
     * @param bytesTotal bytes of all inputs, or -1 where that is not known (standard input)
     * @param frames frames read so far
     */
    void progress(long bytesRead, long bytesTotal, long frames);

    /**
     * Takes the state of what follows the reading, now and then: the RSTs attributed so far, of those to be attributed.
     */
    default void attributed(long resets, long total) {}

    /**
     * Takes the frame of a RST while it is at hand, so that nobody has to look for it later.
     *
     * @param capture index of its capture in {@link AnalysisSummary#captures}
     * @param frame the frame, valid during the call
     */
    default void reset(int capture, FrameView frame) {}
}

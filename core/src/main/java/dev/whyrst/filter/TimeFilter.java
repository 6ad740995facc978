package dev.whyrst.filter;

import dev.whyrst.capture.FrameView;
import java.util.List;

/**
 * Lets the frames of a time window through. Frames without a time lie in no window. What counts from the first frame does
 * so from the first that has a time; of each file where files are traces of their own.
 */
final class TimeFilter implements FrameFilter {

    private final TimeWindow window;
    private final boolean perFile;
    private int capture = -1;
    private boolean begun;
    private long sinceNanos;
    private long untilNanos;
    private long judged;
    private long outside;

    TimeFilter(TimeWindow window, boolean perFile) {
        this.window = window;
        this.perFile = perFile;
    }

    @Override
    public boolean accepts(FrameView frame) {
        judged++;
        long nanos = frame.timeNanos();
        if (perFile && frame.captureIndex() != capture) {
            capture = frame.captureIndex();
            begun = false;
        }
        if (!begun && nanos != 0) {
            begin(nanos);
        }
        boolean inside = nanos != 0 && nanos >= sinceNanos && nanos <= untilNanos;
        outside += inside ? 0 : 1;
        return inside;
    }

    private void begin(long firstNanos) {
        begun = true;
        sinceNanos = window.since().map(since -> since.epochNanos(firstNanos)).orElse(Long.MIN_VALUE);
        untilNanos = window.until().map(until -> until.epochNanos(firstNanos)).orElse(Long.MAX_VALUE);
    }

    @Override
    public List<String> notices() {
        return List.of(outside + " of " + judged + " frames lie outside of --since and --until and were not looked at:"
                + " of what began before, only the rest was seen");
    }
}

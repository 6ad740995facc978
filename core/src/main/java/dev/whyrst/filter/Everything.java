package dev.whyrst.filter;

import dev.whyrst.capture.FrameView;
import java.util.List;

/** The filter of those who gave none. */
enum Everything implements FrameFilter {
    FILTER;

    @Override
    public boolean accepts(FrameView frame) {
        return true;
    }

    @Override
    public List<String> notices() {
        return List.of();
    }
}

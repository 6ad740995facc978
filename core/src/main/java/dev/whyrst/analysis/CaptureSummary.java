package dev.whyrst.analysis;

import dev.whyrst.capture.CaptureFile;

/**
 * One input with what was found in it.
 *
 * @param clockAheadNanos how far the clock of a peer capture was ahead of that of the inputs; 0 for these and where it
 *     is unknown
 */
public record CaptureSummary(
        CaptureFile file, long tcpSegments, long conversations, long resets, long clockAheadNanos) {

    /** An input by whose clock the incidents are told. */
    public CaptureSummary(CaptureFile file, long tcpSegments, long conversations, long resets) {
        this(file, tcpSegments, conversations, resets, 0);
    }

    CaptureSummary ahead(long nanos) {
        return new CaptureSummary(file, tcpSegments, conversations, resets, nanos);
    }

    /**
     * When its first frame was captured, by the clock of the inputs; nanoseconds since the epoch, meaningless without
     * frames.
     */
    public long firstNanos() {
        return file.firstNanos() - clockAheadNanos;
    }

    /** When its last frame was captured, by the same clock. */
    public long lastNanos() {
        return file.lastNanos() - clockAheadNanos;
    }
}

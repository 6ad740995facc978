package dev.whyrst.filter;

import java.util.Optional;

/**
 * The part of a trace to look at: from one moment to another, both included.
 *
 * @param since its begin, empty for that of the trace
 * @param until its end, empty for that of the trace
 */
public record TimeWindow(Optional<Moment> since, Optional<Moment> until) {

    /** All of it. */
    public static final TimeWindow ALWAYS = new TimeWindow(Optional.empty(), Optional.empty());

    /**
     * A moment of the capture's clock.
     *
     * @param nanos since the epoch, or since the first frame
     * @param afterFirst whether it counts from the first frame
     */
    public record Moment(long nanos, boolean afterFirst) {

        /** The same since the epoch, given when the first frame was captured. */
        long epochNanos(long firstNanos) {
            return afterFirst ? firstNanos + Math.min(nanos, Long.MAX_VALUE - firstNanos) : nanos;
        }
    }

    /** Whether it leaves nothing out. */
    public boolean isAlways() {
        return since.isEmpty() && until.isEmpty();
    }
}

package dev.whyrst.filter;

import java.time.Instant;

/**
 * A filter that cannot be used: a wrong expression, no libpcap to compile it, or one that leaves nothing to look at; the message is one
 * sentence for the user.
 */
public final class FilterException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FilterException(String message, Throwable cause) {
        super(message, cause);
    }

    /** What is wrong with a filter that let none of so many frames through. */
    public static FilterException matchesNothing(String expression, long frames) {
        String all = frames == 1 ? "does not match the only frame" : "matches none of " + frames + " frames";
        return new FilterException("--filter '" + expression + "' " + all + "; no report was written", null);
    }

    /**
     * What is wrong with a time window that leaves no frame.
     *
     * @param filtered whether a filter was given too
     * @param firstNanos when the first frame was captured, in nanoseconds since the epoch
     * @param lastNanos when the last was
     */
    public static FilterException outsideOfAll(boolean filtered, long firstNanos, long lastNanos) {
        return new FilterException(
                "no frame lies between --since and --until" + (filtered ? " and matches --filter" : "")
                        + ": the trace reaches from " + Instant.EPOCH.plusNanos(firstNanos) + " to "
                        + Instant.EPOCH.plusNanos(lastNanos) + "; no report was written",
                null);
    }
}

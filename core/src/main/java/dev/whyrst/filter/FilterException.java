package dev.whyrst.filter;

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
}

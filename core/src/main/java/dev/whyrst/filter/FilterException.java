package dev.whyrst.filter;

/**
 * A filter that cannot be used: a wrong expression, or no libpcap to compile it; the message is one sentence for the
 * user.
 */
public final class FilterException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FilterException(String message, Throwable cause) {
        super(message, cause);
    }
}

package dev.whyrst.capture;

import java.io.IOException;

/**
 * An input that cannot be opened or is no capture; the message is one sentence for the user: what, which file, what to
 * do.
 */
public final class CaptureException extends IOException {

    private static final long serialVersionUID = 1L;

    private final String reason;
    private final boolean foreign;

    public CaptureException(String message) {
        super(message);
        this.reason = message;
        this.foreign = false;
    }

    private CaptureException(String title, String reason, boolean foreign, Throwable cause) {
        super(title + ": " + reason, cause);
        this.reason = reason;
        this.foreign = foreign;
    }

    /** A capture, or what was named as one, that cannot be read. */
    static CaptureException unreadable(String title, String reason, Throwable cause) {
        return new CaptureException(title, reason, false, cause);
    }

    /** A file that is no capture. */
    static CaptureException foreign(String title, String reason) {
        return new CaptureException(title, reason, true, null);
    }

    /** The message without the name of the file. */
    public String reason() {
        return reason;
    }

    /** Whether the file is no capture at all, so that it may be passed over among others. */
    public boolean isForeign() {
        return foreign;
    }
}

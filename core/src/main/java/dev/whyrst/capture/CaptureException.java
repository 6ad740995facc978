package dev.whyrst.capture;

import java.io.IOException;

/** An input that cannot be opened or is no capture; the message is one sentence for the user: what, which file, what to do. */
public final class CaptureException extends IOException {

    private static final long serialVersionUID = 1L;

    public CaptureException(String message) {
        super(message);
    }
}

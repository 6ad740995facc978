package dev.whyrst.cli;

import java.io.IOException;

/** A report could not be written; the message is the one sentence to show. */
final class OutputException extends IOException {

    private static final long serialVersionUID = 1L;

    OutputException(String message, IOException cause) {
        super(message, cause);
    }
}

package dev.whyrst.cli;

/** The user typed something that cannot be carried out; the message is the one sentence to show. */
final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}

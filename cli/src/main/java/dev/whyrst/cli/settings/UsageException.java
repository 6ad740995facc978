package dev.whyrst.cli.settings;

/** The user typed something that cannot be carried out; the message is the one sentence to show. */
public final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UsageException(String message) {
        super(message);
    }
}

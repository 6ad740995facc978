package dev.whyrst.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A report could not be written; the message is the one sentence to show. */
final class OutputException extends IOException {

    private static final long serialVersionUID = 1L;

    private OutputException(String message, IOException cause) {
        super(message, cause);
    }

    /** Says which file or folder could not be written, why, and what to do. */
    static OutputException of(Path path, IOException cause) {
        return new OutputException(
                "cannot write " + path + ": " + reason(cause) + "; choose another folder with --out", cause);
    }

    private static String reason(IOException cause) {
        if (cause instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (cause instanceof NoSuchFileException) {
            return "no such folder";
        }
        if (cause instanceof FileSystemException fileSystem && fileSystem.getReason() != null) {
            return fileSystem.getReason();
        }
        return String.valueOf(cause.getMessage());
    }
}

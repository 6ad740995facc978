package dev.whyrst.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/** Standard output of this process, which remembers that it could not be written: print streams tell nobody why. */
final class StandardOutput extends OutputStream {

    /** What the operating system says of a reader that has enough, such as {@code head}: no failure. */
    private static final String ENOUGH = "Broken pipe";

    private final FileOutputStream out = new FileOutputStream(FileDescriptor.out);
    private String failure;

    /** Why not all was written; empty if it was, or if its reader has gone. */
    Optional<String> failure() {
        return Optional.ofNullable(failure).filter(why -> !why.equals(ENOUGH));
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            failure = String.valueOf(e.getMessage());
            throw e;
        }
    }
}

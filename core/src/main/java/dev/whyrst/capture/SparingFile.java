package dev.whyrst.capture;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reads a file without holding it open between two reads, for the case that very many files are read at once. */
final class SparingFile extends InputStream {

    private final File file;
    private long position;

    SparingFile(File file) {
        this.file = file;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        try (FileInputStream in = new FileInputStream(file)) {
            in.getChannel().position(position);
            int read = in.read(into, offset, length);
            position += Math.max(0, read);
            return read;
        }
    }
}

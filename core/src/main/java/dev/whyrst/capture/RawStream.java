package dev.whyrst.capture;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;

/** The bytes of an input as the operating system gives them, counted. */
final class RawStream extends InputStream {

    private final InputStream in;
    private final AtomicLong count = new AtomicLong();

    RawStream(InputStream in) {
        this.in = in;
    }

    /** Bytes read so far. */
    long count() {
        return count.get();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read = in.read(into, offset, length);
        if (read > 0) {
            count.addAndGet(read);
        }
        return read;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}

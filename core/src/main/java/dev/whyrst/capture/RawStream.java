package dev.whyrst.capture;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;

/** The bytes of an input as the operating system gives them, counted; it remembers when the system failed. */
final class RawStream extends InputStream {

    private final InputStream in;
    private final boolean owned;
    private final AtomicLong count = new AtomicLong();
    private IOException failure;

    /** With {@code owned}, closing this closes {@code in}. */
    RawStream(InputStream in, boolean owned) {
        this.in = in;
        this.owned = owned;
    }

    /** Bytes read so far; may be asked from another thread. */
    long count() {
        return count.get();
    }

    /** Throws the failure of the operating system, if there was one. */
    void throwFailure() throws IOException {
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        try {
            int read = in.read(into, offset, length);
            count.addAndGet(Math.max(0, read));
            return read;
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        if (owned) {
            in.close();
        }
    }
}

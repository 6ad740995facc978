package dev.whyrst.capture;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/**
 * A sliding window over a stream: one buffer that is refilled and compacted, so that a whole record lies in it at once.
 *
 * <p>The buffer grows only for a record larger than it, and only as fast as the stream really brings bytes: a length
 * that promises more than the file holds costs nothing. The fields are open to the readers of this package, who move
 * {@link #position} past what they have used.
 */
final class ByteWindow implements Closeable {

    /** Larger buffers fall out of the second-level cache and are slower. */
    static final int DEFAULT_SIZE = 128 * 1024;

    byte[] bytes;
    int position;
    int limit;

    private final InputStream in;
    private long base;
    private boolean exhausted;

    ByteWindow(InputStream in, int size) {
        this.in = in;
        this.bytes = new byte[size];
    }

    /** Where {@link #position} lies in the stream. */
    long offset() {
        return base + position;
    }

    /** How many bytes lie in the window from {@link #position} on. */
    int available() {
        return limit - position;
    }

    /**
     * Brings at least {@code count} bytes from {@link #position} on into the window; this may move {@link #position}
     * and replace {@link #bytes}.
     *
     * @return false when the stream ends before; what there is lies in the window then
     */
    boolean require(int count) throws IOException {
        return limit - position >= count || fetch(count);
    }

    private boolean fetch(int count) throws IOException {
        while (limit - position < count) {
            if (exhausted) {
                return false;
            }
            makeRoom(count);
            int read = in.read(bytes, limit, bytes.length - limit);
            if (read < 0) {
                exhausted = true;
            } else {
                limit += read;
            }
        }
        return true;
    }

    /**
     * Moves {@link #position} forward over {@code count} bytes, however many.
     *
     * @return false when the stream ends before
     */
    boolean skip(long count) throws IOException {
        long left = count;
        while (left > limit - position) {
            left -= limit - position;
            position = limit;
            if (!require(1)) {
                return false;
            }
        }
        position += (int) left;
        return true;
    }

    /** The stream from {@link #position} on; the window must not be used beside it. */
    InputStream rest() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                return require(1) ? bytes[position++] & 0xff : -1;
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                if (limit == position && length >= bytes.length && !exhausted) {
                    return in.read(into, offset, length);
                }
                if (length > 0 && !require(1)) {
                    return -1;
                }
                int count = Math.min(length, limit - position);
                System.arraycopy(bytes, position, into, offset, count);
                position += count;
                return count;
            }

            /** Zero only at the very end: the JDK's gzip reader takes zero for the end of all parts. */
            @Override
            public int available() throws IOException {
                return require(1) ? limit - position : 0;
            }

            @Override
            public void close() throws IOException {
                in.close();
            }
        };
    }

    private void makeRoom(int count) {
        if (position > 0 && (position == limit || position + (long) count > bytes.length)) {
            compact(bytes);
        }
        if (limit == bytes.length) {
            compact(new byte[(int) Math.min(Math.max((long) count, DEFAULT_SIZE), bytes.length * 2L)]);
        }
    }

    private void compact(byte[] into) {
        System.arraycopy(bytes, position, into, 0, limit - position);
        bytes = into;
        base += position;
        limit -= position;
        position = 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}

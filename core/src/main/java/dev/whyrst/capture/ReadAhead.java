package dev.whyrst.capture;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Reads a stream on a second thread into a few buffers, so that inflating and analysing go on at the same time.
 *
 * <p>The thread ends when the stream does, or soon after {@link #close}; it is the one that closes the stream.
 */
final class ReadAhead extends InputStream {

    private static final int BUFFERS = 4;
    private static final int BUFFER_SIZE = 128 * 1024;

    /** How long {@link #close} waits for the thread, which may hang in a read of standard input. */
    private static final long CLOSE_MILLIS = 200;

    private final InputStream in;
    private final BlockingQueue<Chunk> filled = new ArrayBlockingQueue<>(BUFFERS);
    private final BlockingQueue<Chunk> free = new ArrayBlockingQueue<>(BUFFERS);
    private final Thread thread;

    private Chunk current = new Chunk(0);
    private int position;

    /** A filled buffer; the last one of a stream has no bytes, and perhaps a failure. */
    private static final class Chunk {

        final byte[] bytes;
        int length;
        Throwable failure;

        Chunk(int size) {
            bytes = new byte[size];
        }
    }

    ReadAhead(InputStream in) {
        this.in = in;
        for (int i = 0; i < BUFFERS; i++) {
            free.add(new Chunk(BUFFER_SIZE));
        }
        thread = new Filler();
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        while (position == current.length) {
            if (current.bytes.length > 0 && current.length == 0) {
                return end();
            }
            advance();
        }
        int count = Math.min(length, current.length - position);
        System.arraycopy(current.bytes, position, into, offset, count);
        position += count;
        return count;
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(CLOSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void advance() throws IOException {
        try {
            if (current.bytes.length > 0) {
                free.put(current);
            }
            current = filled.take();
            position = 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            InterruptedIOException interrupted = new InterruptedIOException("interrupted while reading");
            interrupted.initCause(e);
            throw interrupted;
        }
    }

    private int end() throws IOException {
        if (current.failure instanceof IOException e) {
            throw e;
        }
        if (current.failure instanceof RuntimeException e) {
            throw e;
        }
        if (current.failure instanceof Error e) {
            throw e;
        }
        return -1;
    }

    private final class Filler extends Thread {

        private Throwable failure;

        Filler() {
            super("whyrst-inflate");
        }

        @Override
        public void run() {
            try (in) {
                Chunk chunk;
                do {
                    chunk = free.take();
                    fill(chunk);
                    filled.put(chunk);
                } while (chunk.length > 0);
            } catch (InterruptedException e) {
                // Closed by the reading side.
                interrupt();
            } catch (IOException e) {
                // Only closing fails here, and nothing is lost by it.
                interrupt();
            }
        }

        /** What was read before a failure is given first, the failure with the next chunk. */
        private void fill(Chunk chunk) {
            chunk.length = 0;
            try {
                int read = failure == null ? 0 : -1;
                while (chunk.length < BUFFER_SIZE && read >= 0) {
                    chunk.length += read;
                    read = in.read(chunk.bytes, chunk.length, BUFFER_SIZE - chunk.length);
                }
            } catch (IOException | RuntimeException | Error e) {
                failure = e;
            }
            if (chunk.length == 0) {
                chunk.failure = failure;
            }
        }
    }
}

package dev.whyrst.capture;

import java.io.IOException;
import java.io.InputStream;

/**
 * Reads in small pieces from a stream that forgets, when it fails, what it had read in the same call; so only a piece
 * is lost before the failure.
 */
final class PiecewiseStream extends InputStream {

    private final InputStream in;
    private final int piece;
    private IOException failure;

    PiecewiseStream(InputStream in, int piece) {
        this.in = in;
        this.piece = piece;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (failure != null) {
            throw failure;
        }
        int count = 0;
        try {
            int read = 0;
            while (count < length && read >= 0) {
                count += read;
                read = in.read(into, offset + count, Math.min(piece, length - count));
            }
        } catch (IOException | RuntimeException e) {
            failure = e instanceof IOException io ? io : new IOException(e);
            if (count == 0) {
                throw failure;
            }
        }
        return count > 0 || length == 0 ? count : -1;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}

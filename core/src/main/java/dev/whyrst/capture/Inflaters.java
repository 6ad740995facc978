package dev.whyrst.capture;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * Opens compressed streams. Each library is touched in a class of its own, so that only the one that is needed is loaded.
 *
 * <p>Streams of several parts ({@code cat a.gz b.gz}) are read to their end. All give what could be inflated before they
 * report damage.
 */
final class Inflaters {

    private Inflaters() {}

    static InputStream open(Compression compression, InputStream in) throws IOException {
        return switch (compression) {
            case GZIP -> new Gzip(in);
            case ZSTD -> Zstd.open(in);
            case LZ4 -> new Lz4Stream(in);
            case XZ -> Xz.open(in);
            case BZIP2 -> new Bzip2(in);
        };
    }

    /** The JDK's reader, which drops what it inflated in the same call before it came upon damage. */
    private static final class Gzip extends GZIPInputStream {

        private static final int BUFFER = 64 * 1024;

        private IOException failure;

        Gzip(InputStream in) throws IOException {
            super(in, BUFFER);
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (failure != null) {
                throw failure;
            }
            long before = inf.getBytesWritten();
            try {
                return super.read(into, offset, length);
            } catch (ZipException | EOFException e) {
                failure = e;
                long saved = inf.getBytesWritten() - before;
                if (saved <= 0 || saved > length) {
                    throw e;
                }
                return (int) saved;
            }
        }
    }

    private static final class Zstd {

        static InputStream open(InputStream in) throws IOException {
            return new ZstdInputStreamNoFinalizer(in);
        }
    }

    private static final class Xz {

        /** Enough for the dictionary of {@code xz -9}. */
        private static final int MEMORY_LIMIT_KIB = 100 * 1024;

        static InputStream open(InputStream in) throws IOException {
            return new XZInputStream(in, MEMORY_LIMIT_KIB);
        }
    }

    /** Reads byte by byte from a reader that does so inside anyway, to keep what comes before damage. */
    private static final class Bzip2 extends InputStream {

        private final InputStream in;
        private IOException failure;

        Bzip2(InputStream compressed) throws IOException {
            in = new BZip2CompressorInputStream(compressed, true);
        }

        @Override
        public int read() throws IOException {
            return in.read();
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (failure != null) {
                throw failure;
            }
            int count = 0;
            try {
                int one = 0;
                while (count < length && (one = in.read()) >= 0) {
                    into[offset + count++] = (byte) one;
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
}

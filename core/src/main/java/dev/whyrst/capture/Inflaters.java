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
 * Opens compressed streams. Each library is touched in a class of its own, so that only the one that is needed is
 * loaded.
 *
 * <p>Streams of several parts ({@code cat a.gz b.gz}) are read to their end. All give what could be inflated before
 * they report damage, but for a few bytes.
 */
final class Inflaters {

    private Inflaters() {}

    static InputStream open(Compression compression, InputStream in) throws IOException {
        return switch (compression) {
            case GZIP -> new Gzip(in);
            case ZSTD -> Zstd.open(in);
            case LZ4 -> new Lz4Stream(in);
            case XZ -> Xz.open(in);
            case BZIP2 -> Bzip2.open(in);
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

        private static final int PIECE = 512;

        static InputStream open(InputStream in) throws IOException {
            return new PiecewiseStream(new XZInputStream(in, MEMORY_LIMIT_KIB), PIECE);
        }
    }

    private static final class Bzip2 {

        private static final int PIECE = 64;

        static InputStream open(InputStream in) throws IOException {
            return new PiecewiseStream(new BZip2CompressorInputStream(in, true), PIECE);
        }
    }
}

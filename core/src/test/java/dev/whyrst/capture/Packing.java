package dev.whyrst.capture;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;
import net.jpountz.lz4.LZ4FrameOutputStream;
import net.jpountz.lz4.LZ4FrameOutputStream.BLOCKSIZE;
import net.jpountz.lz4.LZ4FrameOutputStream.FLG;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.apache.commons.compress.compressors.lz4.FramedLZ4CompressorOutputStream;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** Packs bytes as the usual tools do. */
enum Packing {
    GZIP("gzip") {
        @Override
        OutputStream open(OutputStream out) throws IOException {
            return new GZIPOutputStream(out);
        }
    },
    ZSTD("zstd") {
        @Override
        OutputStream open(OutputStream out) throws IOException {
            return new ZstdOutputStream(out).setChecksum(true);
        }
    },
    LZ4("lz4") {
        @Override
        OutputStream open(OutputStream out) throws IOException {
            return new LZ4FrameOutputStream(
                    out, BLOCKSIZE.SIZE_64KB, FLG.Bits.BLOCK_INDEPENDENCE, FLG.Bits.CONTENT_CHECKSUM);
        }
    },
    LZ4_LINKED("lz4") {
        @Override
        OutputStream open(OutputStream out) throws IOException {
            return new FramedLZ4CompressorOutputStream(
                    out,
                    new FramedLZ4CompressorOutputStream.Parameters(
                            FramedLZ4CompressorOutputStream.BlockSize.K64, true, true, true));
        }
    },
    XZ("xz") {
        @Override
        OutputStream open(OutputStream out) throws IOException {
            return new XZOutputStream(out, new LZMA2Options(1));
        }
    },
    BZIP2("bzip2") {
        @Override
        OutputStream open(OutputStream out) throws IOException {
            return new BZip2CompressorOutputStream(out, 1);
        }
    };

    private final String title;

    Packing(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    abstract OutputStream open(OutputStream out) throws IOException;

    byte[] pack(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream packing = open(out)) {
            packing.write(bytes);
        }
        return out.toByteArray();
    }
}

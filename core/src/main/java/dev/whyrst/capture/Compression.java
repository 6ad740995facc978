package dev.whyrst.capture;

import java.io.IOException;

/** The compressions that captures come in, recognised by their first bytes. */
enum Compression {
    GZIP("gzip"),
    ZSTD("zstd"),
    LZ4("lz4"),
    XZ("xz"),
    BZIP2("bzip2");

    private static final int GZIP_MAGIC = 0x1f8b08;
    private static final int ZSTD_MAGIC = 0x28b52ffd;
    private static final int LZ4_MAGIC = 0x04224d18;
    private static final int XZ_MAGIC = 0xfd377a58;
    private static final int BZIP2_MAGIC = 0x425a68;

    private final String title;

    Compression(String title) {
        this.title = title;
    }

    /** The name for people, which is that of the usual tool. */
    String title() {
        return title;
    }

    /** The compression that begins at the window's position, or null. */
    static Compression of(ByteWindow window) throws IOException {
        if (!window.require(4)) {
            return null;
        }
        int word = Bytes.big32(window.bytes, window.position);
        int three = word >>> 8;
        int digit = word & 0xff;
        if (three == GZIP_MAGIC) {
            return GZIP;
        }
        if (three == BZIP2_MAGIC && digit >= '1' && digit <= '9') {
            return BZIP2;
        }
        return switch (word) {
            case ZSTD_MAGIC -> ZSTD;
            case LZ4_MAGIC -> LZ4;
            case XZ_MAGIC -> XZ;
            // Frames with a note in front of the data, which zstd and lz4 share; pzstd writes them.
            default -> (word & 0xf0ffffff) == 0x502a4d18 ? ZSTD : null;
        };
    }
}

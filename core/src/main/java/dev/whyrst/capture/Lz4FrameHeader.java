package dev.whyrst.capture;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import net.jpountz.xxhash.XXHash32;

/**
 * What an lz4 frame says of its blocks (LZ4 Frame Format 1.6, "Frame Descriptor").
 *
 * @param isLinked whether blocks refer to the ones before them
 * @param hasBlockHash whether a checksum follows each block
 * @param hasContentHash whether a checksum of all content follows the last block
 * @param maxBlock largest block, packed or not, in bytes
 */
record Lz4FrameHeader(boolean isLinked, boolean hasBlockHash, boolean hasContentHash, int maxBlock) {

    private static final int VERSION_1 = 1;
    private static final int LARGEST = 15;

    /** Reads the header after its magic number. */
    static Lz4FrameHeader read(InputStream in, XXHash32 hash) throws IOException {
        byte[] bytes = new byte[LARGEST];
        need(in, bytes, 0, 2);
        int flags = bytes[0];
        int sizeCode = bytes[1] >> 4 & 7;
        boolean hasSize = (flags & 8) != 0;
        boolean hasDictionary = (flags & 1) != 0;
        if (flags >> 6 != VERSION_1 || sizeCode < 4) {
            throw new IOException("the frame header is of an unknown version");
        }
        if (hasDictionary) {
            throw new IOException("the frame needs a dictionary");
        }
        int length = hasSize ? 10 : 2;
        need(in, bytes, 2, length - 1);
        if (bytes[length] != (byte) (hash.hash(bytes, 0, length, 0) >> 8)) {
            throw new IOException("the checksum of the frame header is wrong");
        }
        return new Lz4FrameHeader((flags & 0x20) == 0, (flags & 0x10) != 0, (flags & 4) != 0, 1 << (8 + 2 * sizeCode));
    }

    private static void need(InputStream in, byte[] bytes, int at, int count) throws IOException {
        if (in.readNBytes(bytes, at, count) < count) {
            throw new EOFException();
        }
    }
}

package dev.whyrst.capture;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/**
 * A stream of frames: one file, standard input, or many files merged in time order.
 *
 * <p>Memory does not depend on the size of the input. A damaged or cut input never throws from {@link #next}: the
 * frames before the damage are delivered, then the stream ends (or goes on after the damage), and {@link #files}
 * tells.
 */
public interface CaptureReader extends Closeable {

    /**
     * Lays {@code into} over the next frame.
     *
     * @return false at the end
     * @throws IOException when the operating system fails to read (not for damage of the content)
     */
    boolean next(FrameView into) throws IOException;

    /**
     * What is known so far of each input, in the order that {@link FrameView#captureIndex} counts; final after the end.
     */
    List<CaptureFile> files();

    /** Bytes read so far of the (compressed) inputs, for progress. */
    long bytesRead();

    /** Bytes of all inputs, as {@link #bytesRead} counts them, or -1 where that is not known (standard input). */
    default long bytesTotal() {
        return -1;
    }

    /**
     * One sentence for each thing about the inputs that belongs to no file of {@link #files}, such as what was skipped.
     */
    default List<String> notices() {
        return List.of();
    }
}

package dev.whyrst.capture;

import java.io.IOException;

/** Reads the records of one capture file of one format, in the order of the file. */
interface RecordReader {

    /**
     * Lays {@code into} over the next frame.
     *
     * @return false at the end; damage on the way is said to the {@link Findings} that the reader was made with
     */
    boolean next(FrameView into) throws IOException;

    /** The format for people, such as {@code pcap (nanoseconds)}. */
    String format();
}

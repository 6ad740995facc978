package dev.whyrst.analysis;

/** Told now and then, from the analysing thread, how far the reading is. */
@FunctionalInterface
public interface ProgressListener {

    /**
     * Takes the state of the reading.
     *
     * @param bytesRead bytes of the inputs read so far
     * @param bytesTotal bytes of all inputs, or -1 where that is not known (standard input)
     * @param frames frames read so far
     */
    void progress(long bytesRead, long bytesTotal, long frames);
}

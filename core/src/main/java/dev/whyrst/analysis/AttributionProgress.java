package dev.whyrst.analysis;

import java.io.InterruptedIOException;

/** Tells how far the attributing is, and lets it be interrupted. */
final class AttributionProgress {

    /** RSTs between two words to the listener; a power of two. */
    private static final int STEP = 1 << 10;

    private final ProgressListener progress;
    private final long total;
    private long done;

    /** @param total how many RSTs will be attributed; those that are attributed twice count twice */
    AttributionProgress(ProgressListener progress, long total) {
        this.progress = progress;
        this.total = total;
    }

    /** Counts a RST. */
    void step() throws InterruptedIOException {
        if (++done % STEP == 0) {
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedIOException("interrupted");
            }
            progress.attributed(done, total);
        }
    }
}

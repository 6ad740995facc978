package dev.whyrst.cli;

import dev.whyrst.analysis.ProgressListener;
import dev.whyrst.text.Counts;

/**
 * Shows on standard error how far the analysis is, once a run takes longer than people like to wait: a bar on a terminal,
 * else a line a minute.
 */
abstract sealed class ProgressDisplay implements ProgressListener, AutoCloseable {

    private static final long PATIENCE_NANOS = 2_000_000_000L;
    private static final long MINUTE_NANOS = 60_000_000_000L;

    private long nextNanos;

    private ProgressDisplay(long firstAfterNanos) {
        nextNanos = System.nanoTime() + firstAfterNanos;
    }

    static ProgressDisplay on(Terminal terminal, boolean quiet) {
        if (quiet) {
            return new None();
        }
        return terminal.errIsTerminal() ? new Bar(terminal) : new Lines(terminal);
    }

    @Override
    public void progress(long bytesRead, long bytesTotal, long frames) {
        long now = System.nanoTime();
        if (now - nextNanos >= 0) {
            nextNanos = now + show(bytesRead, bytesTotal, frames);
        }
    }

    /** Shows the state; the result says after how many nanoseconds to show the next. */
    abstract long show(long bytesRead, long bytesTotal, long frames);

    @Override
    public void attributed(long resets, long total) {
        long now = System.nanoTime();
        if (now - nextNanos >= 0) {
            nextNanos = now + showAttributed(resets, total);
        }
    }

    /** The same as {@link #show}, after the reading. */
    abstract long showAttributed(long resets, long total);

    @Override
    public void close() {}

    private static final class None extends ProgressDisplay {

        None() {
            super(Long.MAX_VALUE / 2);
        }

        @Override
        long show(long bytesRead, long bytesTotal, long frames) {
            return Long.MAX_VALUE / 2;
        }

        @Override
        long showAttributed(long resets, long total) {
            return Long.MAX_VALUE / 2;
        }
    }

    private static final class Lines extends ProgressDisplay {

        private final Terminal terminal;

        Lines(Terminal terminal) {
            super(MINUTE_NANOS);
            this.terminal = terminal;
        }

        @Override
        long show(long bytesRead, long bytesTotal, long frames) {
            String share = bytesTotal > 0 ? bytesRead * 100 / bytesTotal + "% read, " : "";
            terminal.err().println("whyrst: " + share + Counts.of(frames, "frame"));
            return MINUTE_NANOS;
        }

        @Override
        long showAttributed(long resets, long total) {
            terminal.err().println("whyrst: " + resets * 100 / total + "% attributed");
            return MINUTE_NANOS;
        }
    }

    /** Its library is not even loaded in a short run. */
    private static final class Bar extends ProgressDisplay {

        private static final long REFRESH_NANOS = 100_000_000L;

        private final Terminal terminal;
        private ProgressBarLine line;
        private boolean attributing;

        Bar(Terminal terminal) {
            super(PATIENCE_NANOS);
            this.terminal = terminal;
        }

        @Override
        long show(long bytesRead, long bytesTotal, long frames) {
            if (line == null) {
                line = ProgressBarLine.ofBytes(terminal, bytesTotal);
            }
            line.show(bytesRead);
            return REFRESH_NANOS;
        }

        @Override
        long showAttributed(long resets, long total) {
            if (!attributing) {
                close();
                line = ProgressBarLine.ofResets(terminal, total);
                attributing = true;
            }
            line.show(resets);
            return REFRESH_NANOS;
        }

        @Override
        public void close() {
            if (line != null) {
                line.close();
            }
        }
    }
}

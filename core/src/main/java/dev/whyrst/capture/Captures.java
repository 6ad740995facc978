package dev.whyrst.capture;

import java.io.IOException;
import java.util.List;

/** Opens captures: the entrance to this package. */
public final class Captures {

    private Captures() {}

    /**
     * Opens the inputs as one stream of frames.
     *
     * <p>An input is a file, a directory (all captures in it and below), a pattern such as {@code *.pcap} where no file
     * has that name, or {@code -} for standard input. Formats and compressions are recognised by content. A file that
     * was named twice is read once. Of several inputs, those that cannot be read stand in {@link CaptureReader#files}
     * with the reason, and the others are read.
     *
     * @throws CaptureException when nothing can be read; the message is for the user
     * @throws java.io.InterruptedIOException when the thread was interrupted
     */
    public static CaptureReader open(List<String> inputs, CaptureOptions options) throws IOException {
        Lineup lineup = new Lineup(inputs, options);
        return lineup.isSingle() ? new SingleReader(lineup) : new MergingReader(lineup, options.order());
    }
}

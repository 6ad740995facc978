package dev.whyrst.cli;

import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A progress bar over the bytes of the inputs, gone when closed. */
final class ProgressBarLine implements AutoCloseable {

    private static final long MEBIBYTE = 1 << 20;

    private final ProgressBar bar;

    /** @param bytesTotal bytes of all inputs, or -1 where that is not known */
    ProgressBarLine(Terminal terminal, long bytesTotal) {
        bar = new ProgressBarBuilder()
                .setTaskName("reading")
                .setInitialMax(bytesTotal)
                .setUnit(" MiB", MEBIBYTE)
                .setStyle(ProgressBarStyle.ASCII)
                .setConsumer(new ConsoleProgressBarConsumer(terminal.err(), terminal.width() - 1))
                .clearDisplayOnFinish()
                .build();
    }

    void show(long bytesRead, long frames) {
        bar.stepTo(bytesRead);
        bar.setExtraMessage(TextLayout.count(frames, "frame"));
    }

    @Override
    public void close() {
        bar.close();
    }
}

package dev.whyrst.cli;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A progress bar with share, amount, rate and the time that is left; gone when closed. */
final class ProgressBarLine implements AutoCloseable {

    private static final long MEBIBYTE = 1 << 20;

    private final ProgressBar bar;

    private ProgressBarLine(Terminal terminal, String task, String unit, long unitSize, long total) {
        bar = new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(total)
                .setUnit(unit, unitSize)
                .showSpeed(new DecimalFormat("0", DecimalFormatSymbols.getInstance(Locale.ROOT)))
                .setStyle(ProgressBarStyle.ASCII)
                .setConsumer(new ConsoleProgressBarConsumer(terminal.err(), terminal.width() - 1))
                .clearDisplayOnFinish()
                .build();
    }

    /** A bar over the bytes of the inputs, whose number is -1 where it is not known. */
    static ProgressBarLine ofBytes(Terminal terminal, long total) {
        return new ProgressBarLine(terminal, "reading", " MiB", MEBIBYTE, total);
    }

    /** A bar over the RSTs. */
    static ProgressBarLine ofResets(Terminal terminal, long total) {
        return new ProgressBarLine(terminal, "attributing", " RST", 1, total);
    }

    void show(long done) {
        bar.stepTo(done);
    }

    @Override
    public void close() {
        bar.close();
    }
}

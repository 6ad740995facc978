package dev.whyrst.cli;

import dev.whyrst.analysis.CaptureAnalysis;
import java.io.PrintStream;

/** Where the process starts. */
public final class Main {

    private Main() {}

    public static void main(String... words) {
        System.exit(run(Terminal.ofProcess(), words));
    }

    /** Does what a process started with these words does, but writes to the given streams; returns the exit status. */
    public static int run(PrintStream out, PrintStream err, String... words) {
        return run(new Terminal(out, err, false, false, Terminal.USUAL_WIDTH), words);
    }

    private static int run(Terminal terminal, String... words) {
        return new Cli(terminal, CaptureAnalysis::run).run(words).code();
    }
}

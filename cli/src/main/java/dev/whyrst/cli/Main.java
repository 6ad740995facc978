package dev.whyrst.cli;

import dev.whyrst.analysis.CaptureAnalysis;
import java.io.PrintStream;

/** Where the process starts. */
public final class Main {

    private Main() {}

    public static void main(String... words) {
        StandardOutput out = new StandardOutput();
        Terminal terminal = Terminal.ofProcess(out);
        int code = run(terminal, words);
        if (code == ExitStatus.DONE.code() && out.failure().isPresent()) {
            terminal.err()
                    .println("whyrst: standard output could not be written: "
                            + out.failure().get());
            code = ExitStatus.OUTPUT.code();
        }
        System.exit(code);
    }

    /** Does what a process started with these words does, but writes to the given streams; returns the exit status. */
    public static int run(PrintStream out, PrintStream err, String... words) {
        return run(new Terminal(out, err, false, false, Terminal.USUAL_WIDTH), words);
    }

    private static int run(Terminal terminal, String... words) {
        return new Cli(terminal, CaptureAnalysis::run).run(words).code();
    }
}

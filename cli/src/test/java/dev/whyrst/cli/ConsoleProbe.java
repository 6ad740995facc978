package dev.whyrst.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** A terminal whose text a test can read, and a run of the program on it. */
final class ConsoleProbe {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Terminal terminal;

    ConsoleProbe(boolean outIsTerminal) {
        terminal = new Terminal(printer(out), printer(err), outIsTerminal, false, 80);
    }

    ConsoleProbe() {
        this(false);
    }

    Terminal terminal() {
        return terminal;
    }

    /** Runs the program with that analysis in place of the real one. */
    ExitStatus run(Analysis analysis, String... words) {
        return new Cli(terminal, analysis).run(words);
    }

    /** Runs the program as users do, but for the process. */
    ExitStatus run(String... words) {
        return run(dev.whyrst.analysis.CaptureAnalysis::run, words);
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private static PrintStream printer(ByteArrayOutputStream into) {
        return new PrintStream(into, true, StandardCharsets.UTF_8);
    }
}

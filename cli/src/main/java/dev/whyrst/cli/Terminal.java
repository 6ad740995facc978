package dev.whyrst.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Where the program talks to people.
 *
 * @param out standard output: results
 * @param err standard error: progress, problems, errors
 * @param outIsTerminal whether a person reads standard output
 * @param errIsTerminal whether a person reads standard error
 * @param width columns of the terminal
 */
record Terminal(PrintStream out, PrintStream err, boolean outIsTerminal, boolean errIsTerminal, int width) {

    static final int USUAL_WIDTH = 80;
    private static final int NARROWEST = 40;
    private static final int WIDEST = 120;

    /** The terminal of this process; its launcher says by system properties what Java cannot find out. */
    static Terminal ofProcess(OutputStream out) {
        return new Terminal(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(System.err, true, StandardCharsets.UTF_8),
                Boolean.getBoolean("whyrst.out.terminal"),
                Boolean.getBoolean("whyrst.err.terminal"),
                width(System.getenv("COLUMNS")));
    }

    /** Terminals that do not know their width say 0. */
    static int width(String columns) {
        if (columns == null || !columns.matches("[1-9][0-9]{0,3}")) {
            return USUAL_WIDTH;
        }
        return Math.max(NARROWEST, Math.min(WIDEST, Integer.parseInt(columns)));
    }
}

package dev.whyrst.cli;

import dev.whyrst.analysis.CaptureAnalysis;

/** Where the process starts. */
public final class Main {

    private Main() {}

    public static void main(String... words) {
        Cli cli = new Cli(Terminal.ofProcess(), CaptureAnalysis::run, new Reports());
        System.exit(cli.run(words).code());
    }
}

package dev.whyrst.cli;

import dev.whyrst.cli.settings.Suggestion;
import dev.whyrst.cli.settings.UsageException;
import java.util.List;

/** The commands with what each takes. */
enum Command {
    /** No command at all. */
    NONE(
            "",
            "",
            0,
            0,
            "Why was this connection reset? Reads captures and tells the cause of every TCP RST.",
            Option.HELP,
            Option.VERSION),
    ANALYZE(
            "analyze",
            "CAPTURE",
            1,
            Integer.MAX_VALUE,
            "Finds the cause of every RST in captures (files, directories, or - for standard input) and writes reports.",
            Option.OUT,
            Option.FORMAT,
            Option.SO_RCVTIMEO,
            Option.CONFIG,
            Option.FILTER,
            Option.SINCE,
            Option.UNTIL,
            Option.FIND,
            Option.PEER_CAPTURE,
            Option.PER_FILE,
            Option.MAX_CONVERSATIONS,
            Option.JOBS,
            Option.QUIET,
            Option.VERBOSE,
            Option.COLOR,
            Option.HELP),
    CHECK(
            "check",
            "INPUT",
            1,
            Integer.MAX_VALUE,
            "Holds captures, or saved report.json files, against a policy, for builds: exit status 1 says that it is violated.",
            Option.POLICY,
            Option.BASELINE,
            Option.RESULTS,
            Option.INIT,
            Option.OUT,
            Option.FORMAT,
            Option.SO_RCVTIMEO,
            Option.CONFIG,
            Option.FILTER,
            Option.SINCE,
            Option.UNTIL,
            Option.PEER_CAPTURE,
            Option.PER_FILE,
            Option.MAX_CONVERSATIONS,
            Option.JOBS,
            Option.QUIET,
            Option.VERBOSE,
            Option.COLOR,
            Option.HELP),
    DIFF(
            "diff",
            "REPORT",
            2,
            2,
            "Tells how two report.json files differ: what appeared, grew, shrank, and went (diff.json, diff.md with --out).",
            Option.OUT,
            Option.HELP),
    EXPLAIN(
            "explain",
            "NAME",
            0,
            1,
            "Explains a cause, a kind of incident or failure, or one RST of a capture (trace.pcap:17), or lists all there are.",
            Option.SO_RCVTIMEO,
            Option.CONFIG,
            Option.COLOR,
            Option.HELP),
    CONFIG(
            "config",
            "CAPTURE",
            0,
            Integer.MAX_VALUE,
            "Shows what analyze would use for these captures and options: each value, and where it comes from.",
            Option.OUT,
            Option.FORMAT,
            Option.SO_RCVTIMEO,
            Option.CONFIG,
            Option.FILTER,
            Option.SINCE,
            Option.UNTIL,
            Option.PER_FILE,
            Option.MAX_CONVERSATIONS,
            Option.JOBS,
            Option.COLOR,
            Option.HELP),
    HOW_TO_CAPTURE(
            "how-to-capture",
            "PLACE",
            0,
            1,
            "Shows the commands that record what is needed: on a host, in a container or a pod, at both ends, in a ring of files.",
            Option.HELP),
    COMPLETION("completion", "SHELL", 1, 1, "Prints what lets bash, zsh or fish complete whyrst's words.", Option.HELP),
    HELP("help", "COMMAND", 0, 1, "Shows the help of a command, or, for man, the manual page.", Option.HELP);

    private final String word;
    private final String operand;
    private final int minOperands;
    private final int maxOperands;
    private final String description;

    @SuppressWarnings("ImmutableEnumChecker") // List.of makes it so
    private final List<Option> options;

    Command(String word, String operand, int minOperands, int maxOperands, String description, Option... options) {
        this.word = word;
        this.operand = operand;
        this.minOperands = minOperands;
        this.maxOperands = maxOperands;
        this.description = description;
        this.options = List.of(options);
    }

    /**
     * The command of that word.
     *
     * @throws UsageException when there is none
     */
    static Command byWord(String word) {
        for (Command command : values()) {
            if (command != NONE && command.word.equals(word)) {
                return command;
            }
        }
        throw new UsageException("unknown command " + word + Suggestion.of(word, Choices.commands())
                + " (whyrst --help lists what there is)");
    }

    /** What users type for it. */
    String word() {
        return word;
    }

    /** What stands for an operand in the help. */
    String operand() {
        return operand;
    }

    int minOperands() {
        return minOperands;
    }

    int maxOperands() {
        return maxOperands;
    }

    String description() {
        return description;
    }

    /** Its options in the order of the help. */
    List<Option> options() {
        return options;
    }

    /** How to call it. */
    String synopsis() {
        if (this == NONE) {
            return "whyrst COMMAND";
        }
        String shown = maxOperands > 1 ? operand + "..." : operand;
        return "whyrst " + word + " " + (minOperands == 0 ? "[" + shown + "]" : shown) + " [OPTION...]";
    }

    /** How to ask for its help. */
    String helpCommand() {
        return this == NONE ? "whyrst --help" : "whyrst " + word + " --help";
    }
}

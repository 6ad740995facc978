package dev.whyrst.cli;

import dev.whyrst.cli.settings.UsageException;

/** Takes a command line apart, the quick way where that is enough. */
final class CommandLineParser {

    private CommandLineParser() {}

    /**
     * The arguments taken apart; not yet checked when they ask for help.
     *
     * @throws UsageException when they cannot be understood
     */
    static Arguments parse(String... words) {
        Arguments arguments = PlainParser.parse(words);
        if (arguments == null) {
            arguments = PicocliParser.parse(words);
        }
        if (!arguments.has(Option.HELP)) {
            checkOperands(arguments);
        }
        return arguments;
    }

    private static void checkOperands(Arguments arguments) {
        Command command = arguments.command();
        int count = arguments.operands().size();
        if (count < command.minOperands()) {
            throw new UsageException(
                    command.word() + " needs a " + command.operand() + " (" + command.helpCommand() + " tells more)");
        }
        if (count > command.maxOperands()) {
            throw new UsageException(command.word() + " takes no more than " + command.maxOperands() + " "
                    + command.operand() + ", '" + arguments.operands().get(command.maxOperands()) + "' is too much");
        }
    }
}

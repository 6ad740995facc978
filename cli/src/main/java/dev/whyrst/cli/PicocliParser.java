package dev.whyrst.cli;

import dev.whyrst.cli.settings.Suggestion;
import dev.whyrst.cli.settings.UsageException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Takes any command line apart with picocli, words its complaints in one sentence, and prints the help. */
final class PicocliParser {

    private PicocliParser() {}

    /**
     * The arguments taken apart.
     *
     * @throws UsageException when they cannot be understood
     */
    static Arguments parse(String... words) {
        try {
            ParseResult root = line().parseArgs(words);
            return root.hasSubcommand() ? arguments(root.subcommand()) : arguments(root);
        } catch (UnmatchedArgumentException e) {
            throw new UsageException(unmatched(e));
        } catch (OverwrittenOptionException e) {
            throw new UsageException(((OptionSpec) e.getOverwritten()).longestName() + " is given twice" + seeHelp(e));
        } catch (ParameterException e) {
            throw new UsageException(decapitalise(e.getMessage()) + seeHelp(e));
        }
    }

    /** The help of a command, for a terminal of so many columns. */
    static String help(Command command, Style style, int width) {
        CommandLine line = line();
        CommandLine asked =
                command == Command.NONE ? line : line.getSubcommands().get(command.word());
        asked.setUsageHelpWidth(width);
        return asked.getUsageMessage(style == Style.COLOURED ? Ansi.ON : Ansi.OFF);
    }

    private static CommandLine line() {
        CommandSpec root = spec(Command.NONE);
        for (Command command : Command.values()) {
            if (command != Command.NONE) {
                root.addSubcommand(command.word(), spec(command));
            }
        }
        return new CommandLine(root).setExpandAtFiles(false).setAbbreviatedOptionsAllowed(false);
    }

    private static CommandSpec spec(Command command) {
        CommandSpec spec = CommandSpec.create().name(command == Command.NONE ? "whyrst" : command.word());
        spec.usageMessage()
                .customSynopsis(command.synopsis())
                .description(description(command))
                .optionListHeading("%nOptions:%n")
                .commandListHeading("%nCommands:%n")
                .sortOptions(false)
                .exitCodeListHeading("%nExit status:%n")
                .exitCodeList(exitCodes());
        for (Option option : command.options()) {
            spec.addOption(spec(option));
        }
        if (command.maxOperands() > 0) {
            spec.addPositional(operands(command));
        }
        return spec;
    }

    /** Examples come before the options: most people look for one that is like their case. */
    private static String[] description(Command command) {
        List<String> lines = new ArrayList<>();
        lines.add(escape(command.description()));
        lines.add("");
        lines.add("Examples:");
        CommandExamples.of(command).forEach(example -> lines.add("  whyrst " + escape(example)));
        return lines.toArray(new String[0]);
    }

    private static OptionSpec spec(Option option) {
        OptionSpec.Builder builder =
                OptionSpec.builder(option.names().toArray(new String[0])).description(escape(option.description()));
        return option.takesParameter()
                ? builder.type(String.class).paramLabel(option.parameter()).build()
                : builder.type(boolean.class).build();
    }

    /** Any number; how many a command needs is checked for both parsers in one place. */
    private static PositionalParamSpec operands(Command command) {
        return PositionalParamSpec.builder()
                .paramLabel(command.operand())
                .arity("0..*")
                .hidden(true)
                .type(List.class)
                .auxiliaryTypes(String.class)
                .build();
    }

    private static Map<String, String> exitCodes() {
        Map<String, String> codes = new LinkedHashMap<>();
        for (ExitStatus status : ExitStatus.values()) {
            codes.put(String.valueOf(status.code()), escape(status.meaning()));
        }
        return codes;
    }

    /** Percent signs mean something to picocli. */
    private static String escape(String text) {
        return text.replace("%", "%%");
    }

    private static Arguments arguments(ParseResult result) {
        Command command = command(result.commandSpec());
        Map<Option, String> given = new EnumMap<>(Option.class);
        for (Option option : command.options()) {
            if (result.hasMatchedOption(option.longName())) {
                given.put(option, option.takesParameter() ? result.matchedOptionValue(option.longName(), "") : "");
            }
        }
        List<String> operands = new ArrayList<>();
        for (PositionalParamSpec operand : result.commandSpec().positionalParameters()) {
            operands.addAll(operand.stringValues());
        }
        return new Arguments(command, given, operands);
    }

    private static Command command(CommandSpec spec) {
        for (Command command : Command.values()) {
            if (command.word().equals(spec.name())) {
                return command;
            }
        }
        return Command.NONE;
    }

    private static String unmatched(UnmatchedArgumentException e) {
        Command command = command(e.getCommandLine().getCommandSpec());
        String word = e.getUnmatched().get(0);
        if (word.startsWith("-")) {
            List<String> names = new ArrayList<>();
            for (Option option : command.options()) {
                names.add(option.longName());
            }
            return "unknown option " + word + Suggestion.of(word, names) + seeHelp(e);
        }
        if (command == Command.NONE && looksLikeCapture(word)) {
            return "unknown command " + word + ", did you mean whyrst analyze " + word + "?";
        }
        return "unknown command " + word + Suggestion.of(word, Choices.commands()) + seeHelp(e);
    }

    private static boolean looksLikeCapture(String word) {
        return word.equals("-") || word.indexOf('.') >= 0 || word.indexOf('/') >= 0;
    }

    private static String seeHelp(ParameterException e) {
        return " (" + command(e.getCommandLine().getCommandSpec()).helpCommand() + " lists what there is)";
    }

    private static String decapitalise(String message) {
        return message.isEmpty() ? message : Character.toLowerCase(message.charAt(0)) + message.substring(1);
    }
}

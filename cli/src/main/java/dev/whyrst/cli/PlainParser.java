package dev.whyrst.cli;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Takes the command lines apart that people and scripts type nearly always: a command, then long options, short options
 * with their value apart, and operands.
 *
 * <p>Loading picocli costs about as much as the analysis of a small capture. So this goes first; it gives up at whatever
 * it is not sure of (help, mistakes, clusters of short options), and {@link PicocliParser} decides. The two
 * agree on all that this one takes.
 */
final class PlainParser {

    private final Command command;
    private final Map<Option, String> given = new EnumMap<>(Option.class);
    private final List<String> operands = new ArrayList<>();

    private PlainParser(Command command) {
        this.command = command;
    }

    /** The arguments taken apart, or null where picocli has to decide. */
    static Arguments parse(String... words) {
        if (words.length == 1 && Option.VERSION.names().contains(words[0])) {
            return new Arguments(Command.NONE, Map.of(Option.VERSION, ""), List.of());
        }
        Command command = words.length == 0 ? null : command(words[0]);
        if (command == null) {
            return null;
        }
        PlainParser parser = new PlainParser(command);
        return parser.takeAll(words) ? new Arguments(command, parser.given, parser.operands) : null;
    }

    private static Command command(String word) {
        for (Command command : Command.values()) {
            if (command != Command.NONE && command.word().equals(word)) {
                return command;
            }
        }
        return null;
    }

    private boolean takeAll(String... words) {
        int at = 1;
        while (at < words.length) {
            int taken = take(words, at);
            if (taken == 0) {
                return false;
            }
            at += taken;
        }
        return true;
    }

    /** How many words were understood from {@code at} on, 0 for none. */
    private int take(String[] words, int at) {
        String word = words[at];
        if (!word.startsWith("-") || word.equals("-")) {
            operands.add(word);
            return 1;
        }
        int equals = word.startsWith("--") ? word.indexOf('=') : -1;
        Option option = option(equals < 0 ? word : word.substring(0, equals));
        if (option == null || option == Option.HELP || given.containsKey(option)) {
            return 0;
        }
        if (!option.takesParameter()) {
            given.put(option, "");
            return equals < 0 ? 1 : 0;
        }
        if (equals >= 0) {
            return takeValue(option, word.substring(equals + 1)) ? 1 : 0;
        }
        return at + 1 < words.length && takeValue(option, words[at + 1]) ? 2 : 0;
    }

    private boolean takeValue(Option option, String value) {
        given.put(option, value);
        return !value.isEmpty() && !value.startsWith("-");
    }

    private Option option(String name) {
        for (Option option : command.options()) {
            if (option.names().contains(name)) {
                return option;
            }
        }
        return null;
    }
}

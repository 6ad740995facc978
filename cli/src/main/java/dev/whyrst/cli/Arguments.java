package dev.whyrst.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A command line taken apart, its values not yet looked at.
 *
 * @param given the options that were given with their values (empty text for flags)
 * @param operands what is neither command nor option
 */
record Arguments(Command command, Map<Option, String> given, List<String> operands) {

    boolean has(Option option) {
        return given.containsKey(option);
    }

    Optional<String> value(Option option) {
        return Optional.ofNullable(given.get(option));
    }

    /** The same options for other operands. */
    Arguments with(List<String> otherOperands) {
        return new Arguments(command, given, otherOperands);
    }
}

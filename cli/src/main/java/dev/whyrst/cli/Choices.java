package dev.whyrst.cli;

import dev.whyrst.attribution.Cause;
import dev.whyrst.cli.check.Gate;
import dev.whyrst.cli.check.ResultFormat;
import dev.whyrst.incident.IncidentKind;
import dev.whyrst.timeline.FailureKind;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The words that options and commands take, where there are only a few, for those who complete what users type. */
final class Choices {

    private Choices() {}

    /** The values of an option; empty where they cannot be listed. */
    static List<String> of(Option option) {
        return switch (option) {
            case FORMAT -> names(ReportFormat.values());
            case RESULTS -> ResultFormat.ids();
            case COLOR -> names(AnalyzeSettings.When.values());
            case POLICY -> Gate.shippedPolicies();
            default -> List.of();
        };
    }

    /** The operands of a command; empty where they are files, or none. */
    static List<String> of(Command command) {
        return switch (command) {
            case EXPLAIN ->
                Stream.of(
                                Stream.of(Cause.values()).map(Cause::id),
                                Stream.of(IncidentKind.values()).map(IncidentKind::id),
                                Stream.of(FailureKind.values()).map(FailureKind::id))
                        .flatMap(ids -> ids)
                        .toList();
            case HOW_TO_CAPTURE -> HowToCaptureCommand.words();
            case COMPLETION -> names(Shell.values());
            case HELP -> Stream.concat(commands().stream(), Stream.of("man")).toList();
            default -> List.of();
        };
    }

    /** The words of all commands. */
    static List<String> commands() {
        return Stream.of(Command.values())
                .filter(command -> command != Command.NONE)
                .map(Command::word)
                .toList();
    }

    private static List<String> names(Enum<?>... values) {
        return Stream.of(values)
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .toList();
    }
}

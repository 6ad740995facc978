package dev.whyrst.cli;

import dev.whyrst.cli.Configuration.Listed;
import dev.whyrst.cli.Configuration.Setting;
import dev.whyrst.incident.KnownTimer;
import dev.whyrst.report.text.VisibleText;
import dev.whyrst.text.Counts;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Shows what an analysis would use, and where each value comes from. */
final class ConfigCommand {

    private static final int NAME_WIDTH = 20;
    private static final int VALUE_WIDTH = 32;

    /** The help tells defaults, so they need no second table. */
    private static final Pattern DEFAULT = Pattern.compile("\\(default: ([^;,)]+)");

    /** What says nothing of the analysis. */
    private static final Set<Option> OTHER = Set.of(Option.HELP, Option.CONFIG);

    private final Terminal terminal;

    ConfigCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    ExitStatus run(Arguments given) {
        return run(given, Path.of(""));
    }

    ExitStatus run(Arguments given, Path workingFolder) {
        Configured configured = Configured.of(given, workingFolder);
        // Values that cannot be understood are told here as analyze would tell them.
        AnalyzeSettings.of(given);
        terminal.out().println("Configuration file: " + VisibleText.of(configured.told()));
        terminal.out().println();
        for (Option option : given.command().options()) {
            if (!OTHER.contains(option)) {
                option(option, given, configured);
            }
        }
        for (Listed item : configured.configuration().listed()) {
            row(item.list(), item.words(), line(configured, item.line()));
        }
        int shipped = KnownTimer.shipped().size();
        row("timers", Counts.of(shipped, "further timer"), "shipped with whyrst");
        return ExitStatus.DONE;
    }

    private void option(Option option, Arguments given, Configured configured) {
        String name = option.longName().substring(2);
        if (given.has(option)) {
            row(name, value(given.value(option).orElse("")), "command line");
            return;
        }
        Optional<Setting> setting = configured.configuration().settings().stream()
                .filter(candidate -> candidate.option() == option)
                .findFirst();
        if (setting.isPresent()) {
            row(
                    name,
                    value(setting.get().value()),
                    line(configured, setting.get().line()));
        } else {
            row(name, byDefault(option), "default");
        }
    }

    private static String value(String value) {
        return value.isEmpty() ? "true" : value;
    }

    private static String byDefault(Option option) {
        Matcher matcher = DEFAULT.matcher(option.description());
        if (matcher.find()) {
            return matcher.group(1);
        }
        return option.takesParameter() ? "-" : "false";
    }

    private static String line(Configured configured, int line) {
        return configured.file().map(Path::toString).orElse("") + ", line " + line;
    }

    private void row(String name, String value, String from) {
        terminal.out()
                .println(TextLayout.left(name, NAME_WIDTH) + TextLayout.left(VisibleText.of(value), VALUE_WIDTH) + " "
                        + VisibleText.of(from));
    }
}

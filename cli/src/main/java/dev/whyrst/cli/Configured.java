package dev.whyrst.cli;

import dev.whyrst.cli.Configuration.Setting;
import dev.whyrst.cli.settings.UsageException;
import dev.whyrst.report.text.VisibleText;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The configuration of a run, and where it was found.
 *
 * @param file empty where there is none
 */
record Configured(Optional<Path> file, Origin origin, Configuration configuration) {

    /** What a configuration is called that nobody has to name. */
    static final String FILE_NAME = "whyrst.yaml";

    /** What {@code --config} takes for no file at all. */
    static final String NO_FILE = "none";

    /** How a file was found. */
    enum Origin {
        GIVEN("given with --config"),
        WORKING_FOLDER("found in the working folder"),
        BESIDE_CAPTURE("found beside the capture");

        private final String words;

        Origin(String words) {
            this.words = words;
        }
    }

    /**
     * The configuration for those arguments: the one that they name, or that of the working folder, or the one beside the
     * captures. Beside a capture no link is followed, since who made it may have come with the capture.
     *
     * @throws UsageException when it cannot be read or says something else, or when there are several
     */
    static Configured of(Arguments arguments, Path workingFolder) {
        Optional<String> given = arguments.value(Option.CONFIG);
        if (given.isPresent()) {
            return given.get().equals(NO_FILE)
                    ? new Configured(Optional.empty(), Origin.GIVEN, Configuration.NONE)
                    : read(AnalyzeSettings.path(given.get()), Origin.GIVEN);
        }
        Path own = workingFolder.resolve(FILE_NAME);
        return Files.isRegularFile(own) ? read(own, Origin.WORKING_FOLDER) : besideCaptures(arguments);
    }

    private static Configured besideCaptures(Arguments arguments) {
        Map<Path, Path> found = new LinkedHashMap<>();
        for (String operand : arguments.operands()) {
            beside(operand).ifPresent(file -> found.putIfAbsent(file.toAbsolutePath(), file));
        }
        if (found.size() > 1) {
            throw new UsageException("several configurations lie beside the captures ("
                    + String.join(
                            ", ", found.values().stream().map(Path::toString).toList())
                    + "); choose one with --config, or --config " + NO_FILE);
        }
        for (Path file : found.values()) {
            return read(file, Origin.BESIDE_CAPTURE);
        }
        return new Configured(Optional.empty(), Origin.GIVEN, Configuration.NONE);
    }

    private static Optional<Path> beside(String operand) {
        try {
            Path input = Path.of(operand);
            if (!Files.exists(input)) {
                return Optional.empty();
            }
            Path file = Files.isDirectory(input) ? input.resolve(FILE_NAME) : input.resolveSibling(FILE_NAME);
            return Optional.of(file.normalize()).filter(place -> Files.isRegularFile(place, LinkOption.NOFOLLOW_LINKS));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static Configured read(Path file, Origin origin) {
        try {
            return new Configured(Optional.of(file), origin, ConfigFile.read(file));
        } catch (UsageException e) {
            throw origin == Origin.GIVEN
                    ? e
                    : new UsageException(
                            e.getMessage() + " (" + origin.words + "; --config " + NO_FILE + " leaves it out)");
        }
    }

    /** The arguments with what the file says for options that were not given, as far as their command takes them. */
    Arguments onto(Arguments arguments) {
        Map<Option, String> merged = new EnumMap<>(Option.class);
        for (Setting setting : configuration.settings()) {
            boolean excluded = setting.option() == Option.PER_FILE && arguments.has(Option.PEER_CAPTURE);
            if (!excluded && arguments.command().options().contains(setting.option())) {
                merged.put(setting.option(), setting.value());
            }
        }
        merged.putAll(arguments.given());
        file.ifPresent(found -> merged.put(Option.CONFIG, told()));
        return new Arguments(arguments.command(), merged, arguments.operands());
    }

    /** A line for people where nobody named the file: it changes verdicts. Empty where there is none. */
    String notice() {
        return file.isEmpty() || origin == Origin.GIVEN ? "" : "Configuration: " + VisibleText.of(told()) + "\n";
    }

    /** The file, and how it was found where nobody named it. */
    String told() {
        return file.map(found -> found + (origin == Origin.GIVEN ? "" : " (" + origin.words + ")"))
                .orElse("none");
    }
}

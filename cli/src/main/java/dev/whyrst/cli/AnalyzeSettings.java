package dev.whyrst.cli;

import dev.whyrst.analysis.AnalysisLimits;
import dev.whyrst.analysis.AnalysisOptions;
import dev.whyrst.analysis.SoughtBytes;
import dev.whyrst.cli.settings.Durations;
import dev.whyrst.cli.settings.UsageException;
import dev.whyrst.incident.KnownTimer;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** What {@code analyze} is asked to do. */
record AnalyzeSettings(
        AnalysisOptions analysis,
        Path folder,
        Set<ReportFormat> formats,
        Optional<SoughtBytes> sought,
        Configured configured,
        boolean quiet,
        boolean verbose,
        When color) {

    private static final String DEFAULT_FOLDER = "whyrst-report";

    private static final String STANDARD_INPUT = "-";

    private static final int MOST_JOBS = 256;

    /** The options that the result depends on. */
    private static final List<Option> SHOWN = List.of(
            Option.SO_RCVTIMEO,
            Option.CONFIG,
            Option.FILTER,
            Option.SINCE,
            Option.UNTIL,
            Option.PEER_CAPTURE,
            Option.PER_FILE,
            Option.MAX_CONVERSATIONS);

    /** When to use colours. */
    enum When {
        AUTO,
        ALWAYS,
        NEVER;

        static When parse(String word) {
            for (When when : values()) {
                if (when.name().equalsIgnoreCase(word)) {
                    return when;
                }
            }
            throw new UsageException("--color takes auto, always or never, not '" + word + "'");
        }
    }

    /**
     * The settings that the arguments ask for.
     *
     * @throws UsageException when a value cannot be understood or the configuration cannot be read
     */
    static AnalyzeSettings of(Arguments given) {
        Overwriting.refuse(given, folder(given), Overwriting.reports());
        Configured configured = Configured.of(given, Path.of(""));
        Arguments arguments = configured.onto(given);
        Path folder = folder(arguments);
        checkPeer(arguments);
        arguments.value(Option.FILTER).flatMap(WiresharkFilter::complaint).ifPresent(complaint -> {
            throw new UsageException(complaint);
        });
        checkVoice(arguments);
        Configuration configuration = configured.configuration();
        AnalysisOptions analysis = new AnalysisOptions(
                arguments.operands(),
                arguments.value(Option.PEER_CAPTURE).map(AnalyzeSettings::path),
                arguments.value(Option.FILTER),
                Moments.window(arguments),
                timeouts(arguments, configuration),
                KnownTimer.shippedWith(configuration.timers()),
                arguments.has(Option.PER_FILE),
                limits(arguments),
                shown(arguments));
        return new AnalyzeSettings(
                analysis,
                folder,
                formats(arguments),
                sought(arguments),
                configured,
                arguments.has(Option.QUIET) || arguments.command() == Command.CHECK,
                arguments.has(Option.VERBOSE),
                color(arguments));
    }

    private static void checkVoice(Arguments arguments) {
        if (arguments.has(Option.QUIET) && arguments.has(Option.VERBOSE)) {
            throw new UsageException("--quiet and --verbose exclude each other");
        }
    }

    /** A capture beside itself would prove that no RST was made between the two. */
    private static void checkPeer(Arguments arguments) {
        Optional<String> peer = arguments.value(Option.PEER_CAPTURE);
        if (peer.isPresent() && arguments.has(Option.PER_FILE)) {
            throw new UsageException(
                    "--per-file and --peer-capture exclude each other: two captures are compared as wholes");
        }
        if (peer.isPresent() && Files.notExists(path(peer.get()))) {
            throw new UsageException("there is no file '" + peer.get() + "' to compare with (--peer-capture)");
        }
        for (String input : arguments.operands()) {
            if (peer.isPresent() && Overwriting.isSame(input, peer.get())) {
                throw new UsageException("'" + peer.get()
                        + "' is the input and its --peer-capture at once; give the capture of another place");
            }
        }
    }

    /** Looking for it takes a second reading. */
    private static Optional<SoughtBytes> sought(Arguments arguments) {
        if (arguments.has(Option.FIND) && arguments.operands().contains(STANDARD_INPUT)) {
            throw new UsageException("--find reads its inputs twice, which cannot be done with standard input");
        }
        if (arguments.has(Option.FIND) && arguments.has(Option.PEER_CAPTURE)) {
            throw new UsageException("--find and --peer-capture exclude each other: look into one capture at a time");
        }
        return arguments.value(Option.FIND).map(SoughtText::parse);
    }

    static When color(Arguments arguments) {
        return arguments.value(Option.COLOR).map(When::parse).orElse(When.AUTO);
    }

    private static Map<String, String> shown(Arguments arguments) {
        Map<String, String> shown = new LinkedHashMap<>();
        for (Option option : SHOWN) {
            if (arguments.has(option)) {
                String value = arguments.value(option).orElse("");
                shown.put(option.longName().substring(2), value.isEmpty() ? "true" : value);
            }
        }
        return shown;
    }

    private static AnalysisOptions.Timeouts timeouts(Arguments arguments, Configuration configuration) {
        OptionalLong everywhere = OptionalLong.empty();
        if (arguments.has(Option.SO_RCVTIMEO)) {
            everywhere = OptionalLong.of(
                    soRcvTimeo(arguments.value(Option.SO_RCVTIMEO).orElseThrow()));
        }
        return new ConfiguredTimeouts(configuration.timeouts(), everywhere);
    }

    private static long soRcvTimeo(String text) {
        try {
            return Durations.parseNanos(text);
        } catch (UsageException e) {
            throw new UsageException("--so-rcvtimeo: " + e.getMessage());
        }
    }

    private static AnalysisLimits limits(Arguments arguments) {
        AnalysisLimits limits = AnalysisLimits.defaults();
        if (arguments.has(Option.MAX_CONVERSATIONS)) {
            limits = limits.withMaxConversations(number(arguments, Option.MAX_CONVERSATIONS, Integer.MAX_VALUE));
        }
        return arguments.has(Option.JOBS) ? limits.withJobs(number(arguments, Option.JOBS, MOST_JOBS)) : limits;
    }

    private static int number(Arguments arguments, Option option, int most) {
        String text = arguments.value(option).orElseThrow();
        try {
            int number = Integer.parseInt(text);
            if (number > 0 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // the sentence below tells the user more
        }
        throw new UsageException(
                option.longName() + " takes a whole number from 1 to " + most + ", not '" + text + "'");
    }

    /** A check tells its own result, and needs the data for it. */
    private static Set<ReportFormat> formats(Arguments arguments) {
        boolean check = arguments.command() == Command.CHECK;
        Set<ReportFormat> usual =
                check ? EnumSet.of(ReportFormat.HTML, ReportFormat.JSON) : EnumSet.allOf(ReportFormat.class);
        Set<ReportFormat> formats = EnumSet.copyOf(
                arguments.value(Option.FORMAT).map(ReportFormat::parseList).orElse(usual));
        if (check) {
            formats.add(ReportFormat.JSON);
        }
        return formats;
    }

    /** The folder for reports. */
    static Path folder(Arguments arguments) {
        return folder(arguments.value(Option.OUT).orElse(DEFAULT_FOLDER));
    }

    private static Path folder(String text) {
        if (text.isEmpty()) {
            throw new UsageException("--out needs the name of a folder, not ''");
        }
        return path(text);
    }

    /**
     * The file of that name.
     *
     * @throws UsageException when no file can have it
     */
    static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new UsageException("'" + text + "' cannot be the name of a file here: " + e.getReason());
        }
    }
}

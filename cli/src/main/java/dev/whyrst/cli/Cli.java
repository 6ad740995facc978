package dev.whyrst.cli;

import dev.whyrst.capture.CaptureException;
import dev.whyrst.cli.settings.UsageException;
import dev.whyrst.filter.FilterException;
import dev.whyrst.report.text.VisibleText;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** One run of the program: finds the command, and turns whatever goes wrong into one sentence and an exit status. */
final class Cli {

    private static final String STOPPED = "stopped; " + Complaints.NO_REPORT;

    private static final String OUT_OF_MEMORY =
            "out of memory: give Java more with WHYRST_JAVA_OPTS=-Xmx8g, or follow fewer conversations with"
                    + " --max-conversations";

    /** What to ask {@code help} for instead of a command. */
    private static final String MANUAL = "man";

    /** Asks for stack traces. */
    static final boolean DEBUG = "1".equals(System.getenv("WHYRST_DEBUG"));

    private final Terminal terminal;
    private final Analysis analysis;

    Cli(Terminal terminal, Analysis analysis) {
        this.terminal = terminal;
        this.analysis = analysis;
    }

    /** Runs the command line. */
    ExitStatus run(String... words) {
        try {
            return dispatch(CommandLineParser.parse(words));
        } catch (UsageException | FilterException e) {
            return fail(ExitStatus.USAGE, e.getMessage(), e);
        } catch (OutputException e) {
            return fail(ExitStatus.OUTPUT, e.getMessage(), e);
        } catch (CaptureException e) {
            return fail(ExitStatus.INPUT, e.getMessage() + "; " + Complaints.NO_REPORT, e);
        } catch (InterruptedIOException e) {
            return fail(ExitStatus.INTERRUPTED, STOPPED, e);
        } catch (IOException e) {
            return fail(ExitStatus.INPUT, "reading failed: " + e.getMessage() + "; " + Complaints.NO_REPORT, e);
        } catch (UncheckedIOException e) {
            return e.getCause() instanceof InterruptedIOException
                    ? fail(ExitStatus.INTERRUPTED, STOPPED, e)
                    : fail(ExitStatus.OUTPUT, e.getMessage(), e);
        } catch (OutOfMemoryError e) {
            return fail(ExitStatus.OUTPUT, OUT_OF_MEMORY, e);
        } catch (RuntimeException | Error e) {
            return fail(ExitStatus.OUTPUT, internal(e), e);
        }
    }

    private ExitStatus dispatch(Arguments arguments) throws IOException {
        Command command = arguments.command();
        if (arguments.has(Option.HELP)) {
            return help(command);
        }
        return switch (command) {
            case ANALYZE ->
                new AnalyzeCommand(terminal, analysis)
                        .run(AnalyzeSettings.of(arguments))
                        .status();
            case CHECK ->
                new CheckCommand(terminal, analysis, LocalDate.now(ZoneOffset.UTC)).run(CheckSettings.of(arguments));
            case DIFF -> new DiffCommand(terminal).run(arguments);
            case EXPLAIN -> new ExplainCommand(terminal, analysis).run(arguments);
            case CONFIG -> new ConfigCommand(terminal).run(arguments);
            case HOW_TO_CAPTURE -> new HowToCaptureCommand(terminal).run(arguments);
            case COMPLETION -> print(Shell.of(arguments.operands().get(0)).script());
            case HELP -> helpAbout(arguments.operands());
            case NONE -> noCommand(arguments);
        };
    }

    private ExitStatus helpAbout(List<String> operands) {
        if (operands.isEmpty()) {
            return help(Command.NONE);
        }
        String word = operands.get(0);
        return word.equals(MANUAL) ? print(ManPage.text()) : help(Command.byWord(word));
    }

    private ExitStatus help(Command command) {
        return print(PicocliParser.help(command, Style.automatic(terminal.outIsTerminal()), terminal.width()));
    }

    private ExitStatus print(String text) {
        terminal.out().print(text);
        return ExitStatus.DONE;
    }

    private ExitStatus noCommand(Arguments arguments) {
        if (arguments.has(Option.VERSION)) {
            return print(Version.whole());
        }
        terminal.err()
                .print(PicocliParser.help(Command.NONE, Style.automatic(terminal.errIsTerminal()), terminal.width()));
        return ExitStatus.USAGE;
    }

    private ExitStatus fail(ExitStatus status, String sentence, Throwable why) {
        terminal.err().println("whyrst: " + VisibleText.of(sentence));
        if (DEBUG) {
            why.printStackTrace(terminal.err());
        }
        return status;
    }

    private static String internal(Throwable e) {
        return "internal error, please report it together with what WHYRST_DEBUG=1 shows: " + message(e);
    }

    /** What an error says of itself. */
    static String message(Throwable e) {
        return Optional.ofNullable(e.getMessage()).orElse(e.getClass().getSimpleName());
    }
}

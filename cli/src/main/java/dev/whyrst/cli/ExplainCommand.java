package dev.whyrst.cli;

import dev.whyrst.analysis.AnalysisSummary;
import dev.whyrst.attribution.Attribution;
import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.CausePage;
import dev.whyrst.cli.settings.Suggestion;
import dev.whyrst.cli.settings.UsageException;
import dev.whyrst.incident.FailurePage;
import dev.whyrst.incident.Incident;
import dev.whyrst.incident.IncidentKind;
import dev.whyrst.incident.IncidentPage;
import dev.whyrst.timeline.FailureKind;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Shows the catalogues of causes, of kinds of incident and of failures, the page of one, or one RST of a capture. */
final class ExplainCommand {

    private static final int ID_WIDTH = 29;

    private final Terminal terminal;
    private final Analysis analysis;

    ExplainCommand(Terminal terminal, Analysis analysis) {
        this.terminal = terminal;
        this.analysis = analysis;
    }

    ExitStatus run(Arguments arguments) throws IOException {
        Style style = Style.of(AnalyzeSettings.color(arguments), terminal);
        if (arguments.operands().isEmpty()) {
            catalogues(style);
            return ExitStatus.DONE;
        }
        String name = arguments.operands().get(0);
        boolean known = Choices.of(Command.EXPLAIN).contains(name.toLowerCase(Locale.ROOT));
        Optional<ExplainedFrame> frame = known ? Optional.empty() : ExplainedFrame.parse(name);
        if (frame.isPresent()) {
            return explain(style, frame.get(), arguments);
        }
        explain(style, name.toLowerCase(Locale.ROOT));
        return ExitStatus.DONE;
    }

    /** Analyses the whole capture: what a RST means depends on all of it. */
    private ExitStatus explain(Style style, ExplainedFrame frame, Arguments arguments) throws IOException {
        AnalyzeSettings settings = AnalyzeSettings.of(arguments.with(List.of(frame.capture())));
        ExplainedFrame.Search search = frame.search();
        AnalysisSummary summary = analysis.run(settings.analysis(), List.of(search), (read, total, frames) -> {});
        new Complaints(terminal).about(summary);
        if (summary.nothingRead()) {
            return ExitStatus.INPUT;
        }
        Attribution reset = search.found();
        Optional<String> incident = summary.incidents().stream()
                .filter(story -> reset.incident().filter(story.id()::equals).isPresent())
                .map(Incident::statement)
                .findFirst();
        terminal.out().print(new ResetText(style, terminal.width()).of(reset, incident));
        terminal.out().print(settings.configured().notice());
        return AnalyzeCommand.status(summary);
    }

    private void catalogues(Style style) {
        terminal.out().println(style.heading("Causes of a RST"));
        for (Cause cause : Cause.values()) {
            row(style, cause.id(), cause.title());
        }
        terminal.out().println();
        terminal.out().println(style.heading("Kinds of incident"));
        for (IncidentKind kind : IncidentKind.values()) {
            row(style, kind.id(), kind.title());
        }
        terminal.out().println();
        terminal.out().println(style.heading("Failures without a RST"));
        for (FailureKind kind : FailureKind.values()) {
            row(style, kind.id(), kind.title());
        }
        terminal.out().println();
        terminal.out().println("whyrst explain NAME tells more about one, whyrst explain CAPTURE:FRAME about a RST.");
    }

    private void row(Style style, String id, String title) {
        String row = TextLayout.wrap(title, TextLayout.left(id, ID_WIDTH), terminal.width());
        terminal.out().print(style.cause(row.substring(0, ID_WIDTH)) + row.substring(ID_WIDTH));
    }

    private void explain(Style style, String id) {
        Optional<Cause> cause = Cause.byId(id);
        Optional<FailureKind> failure = FailureKind.byId(id);
        if (cause.isPresent()) {
            page(style, id, cause.get().title(), CausePage.of(cause.get()).sections());
        } else if (failure.isPresent()) {
            page(style, id, failure.get().title(), FailurePage.of(failure.get()).sections());
        } else {
            IncidentKind kind = kind(id);
            page(style, id, kind.title(), IncidentPage.of(kind).sections());
        }
    }

    private static IncidentKind kind(String id) {
        return IncidentKind.byId(id)
                .orElseThrow(() -> new UsageException("there is no cause, kind of incident or failure '" + id + "'"
                        + Suggestion.of(id, Choices.of(Command.EXPLAIN)) + " (whyrst explain lists them all)"));
    }

    private void page(Style style, String id, String title, Map<String, String> sections) {
        terminal.out().println(style.heading(title) + " (" + style.cause(id) + ")");
        for (Map.Entry<String, String> section : sections.entrySet()) {
            terminal.out().println();
            terminal.out().println(style.heading(section.getKey()));
            terminal.out().print(section.getValue().indent(2));
        }
    }
}

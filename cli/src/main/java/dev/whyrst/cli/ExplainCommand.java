package dev.whyrst.cli;

import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.CausePage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Shows the catalogue of causes, or the page of one. */
final class ExplainCommand {

    private static final int ID_WIDTH = 29;

    private final Terminal terminal;

    ExplainCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    ExitStatus run(Arguments arguments) {
        Style style = Style.of(AnalyzeSettings.color(arguments), terminal);
        if (arguments.operands().isEmpty()) {
            catalogue(style);
        } else {
            page(style, cause(arguments.operands().get(0)));
        }
        return ExitStatus.DONE;
    }

    private static Cause cause(String id) {
        List<String> ids = new ArrayList<>();
        for (Cause cause : Cause.values()) {
            ids.add(cause.id());
        }
        return Cause.byId(id)
                .orElseThrow(() -> new UsageException("there is no cause '" + id + "'" + Suggestion.of(id, ids)
                        + " (whyrst explain lists them all)"));
    }

    private void catalogue(Style style) {
        for (Cause cause : Cause.values()) {
            String row = TextLayout.wrap(cause.title(), TextLayout.left(cause.id(), ID_WIDTH), terminal.width());
            terminal.out().print(style.cause(row.substring(0, ID_WIDTH)) + row.substring(ID_WIDTH));
        }
        terminal.out().println();
        terminal.out().println("whyrst explain CAUSE tells more about one.");
    }

    private void page(Style style, Cause cause) {
        terminal.out().println(style.heading(cause.title()) + " (" + style.cause(cause.id()) + ")");
        for (Map.Entry<String, String> section : CausePage.of(cause).sections().entrySet()) {
            terminal.out().println();
            terminal.out().println(style.heading(section.getKey()));
            terminal.out().print(section.getValue().indent(2));
        }
    }
}

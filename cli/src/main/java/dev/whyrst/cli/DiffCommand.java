package dev.whyrst.cli;

import dev.whyrst.cli.check.Change;
import dev.whyrst.cli.check.ChangeReports;
import dev.whyrst.cli.check.Gate;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Tells how two reports differ: what appeared, grew, shrank, and went. */
final class DiffCommand {

    private static final String JSON = "diff.json";
    private static final String MARKDOWN = "diff.md";

    private final Terminal terminal;

    DiffCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    ExitStatus run(Arguments arguments) throws IOException {
        Path before = SavedReport.required("", arguments.operands().get(0));
        Path after = SavedReport.required("", arguments.operands().get(1));
        List<Change> changes = Gate.differences(before, after);
        if (arguments.has(Option.OUT)) {
            write(AnalyzeSettings.folder(arguments), changes);
        }
        terminal.out().print(ChangeReports.text(changes));
        return ExitStatus.DONE;
    }

    private static void write(Path into, List<Change> changes) throws IOException {
        try (ReportFolder folder = ReportFolder.open(into)) {
            folder.write(JSON, ChangeReports.json(changes));
            folder.write(MARKDOWN, ChangeReports.markdown(changes));
            folder.commit();
        }
    }
}

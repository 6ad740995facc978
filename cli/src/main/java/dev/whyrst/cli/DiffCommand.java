package dev.whyrst.cli;

import dev.whyrst.cli.check.Change;
import dev.whyrst.cli.check.ChangeReports;
import dev.whyrst.cli.check.Gate;
import dev.whyrst.cli.settings.UsageException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
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
        Path before = report(arguments.operands().get(0));
        Path after = report(arguments.operands().get(1));
        List<Change> changes = Gate.differences(before, after);
        if (arguments.has(Option.OUT)) {
            write(AnalyzeSettings.folder(arguments), changes);
        }
        terminal.out().print(ChangeReports.text(changes));
        return ExitStatus.DONE;
    }

    private static Path report(String operand) {
        Path path = Path.of(operand);
        if (!Gate.isReport(path)) {
            throw new UsageException(
                    operand + " is no report.json; analyse it first: whyrst analyze --format json " + operand);
        }
        return path;
    }

    private static void write(Path into, List<Change> changes) throws IOException {
        try (ReportFolder folder = ReportFolder.open(into)) {
            write(folder, JSON, ChangeReports.json(changes));
            write(folder, MARKDOWN, ChangeReports.markdown(changes));
            folder.commit();
        }
    }

    private static void write(ReportFolder folder, String name, String text) throws IOException {
        try (OutputStream out = folder.create(name)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}

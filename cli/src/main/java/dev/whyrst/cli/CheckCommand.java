package dev.whyrst.cli;

import dev.whyrst.cli.check.CheckResult;
import dev.whyrst.cli.check.CheckText;
import dev.whyrst.cli.check.Gate;
import dev.whyrst.cli.check.ResultFormat;
import dev.whyrst.report.text.VisibleText;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Holds captures, or reports of them, against a policy, and tells build servers what came of it. */
final class CheckCommand {

    private final Terminal terminal;
    private final Analysis analysis;
    private final LocalDate today;

    CheckCommand(Terminal terminal, Analysis analysis, LocalDate today) {
        this.terminal = terminal;
        this.analysis = analysis;
        this.today = today;
    }

    ExitStatus run(CheckSettings settings) throws IOException {
        ExitStatus analysed = ExitStatus.DONE;
        List<Path> reports = new ArrayList<>(settings.reports());
        if (settings.analysis() != null) {
            AnalyzeCommand.Ended ended = new AnalyzeCommand(terminal, analysis).run(settings.analysis());
            analysed = ended.status();
            // What is in the folder otherwise is about other captures.
            if (analysed == ExitStatus.OUTPUT || !ended.written()) {
                return analysed;
            }
            reports.add(settings.folder().resolve(ReportFormat.JSON.fileName()));
        }
        if (settings.policy() == null) {
            terminal.out().print(Gate.policyFrom(reports));
            return analysed;
        }
        CheckResult result = Gate.check(settings.policy(), reports, settings.baseline(), today);
        write(settings, result);
        tell(settings, result);
        return result.violated() ? ExitStatus.POLICY_VIOLATED : result.damaged() ? ExitStatus.INPUT : ExitStatus.DONE;
    }

    private void write(CheckSettings settings, CheckResult result) throws IOException {
        try (ReportFolder folder = ReportFolder.open(settings.folder())) {
            for (ResultFormat format : settings.results()) {
                if (!format.fileName().isEmpty()) {
                    folder.write(format.fileName(), format.write(result));
                }
            }
            folder.commit();
        }
    }

    /** The verdict is the last line, so that it is seen where logs are cut. */
    private void tell(CheckSettings settings, CheckResult result) {
        if (settings.results().contains(ResultFormat.GITHUB)) {
            terminal.out().print(ResultFormat.GITHUB.write(result));
        }
        if (!settings.quiet()) {
            terminal.out().print(CheckText.of(result));
            if (settings.analysis() != null) {
                terminal.out().print(settings.analysis().configured().notice());
            }
        }
        if (!settings.quiet() || result.violated() || result.damaged()) {
            Path page = settings.folder().resolve(ReportFormat.HTML.fileName());
            boolean made =
                    settings.analysis() != null && settings.analysis().formats().contains(ReportFormat.HTML);
            terminal.out().println(VisibleText.of(result.verdict() + (made ? "; " + page : "")));
        }
    }
}

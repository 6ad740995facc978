package dev.whyrst.cli;

import static dev.whyrst.cli.TextLayout.left;
import static dev.whyrst.cli.TextLayout.right;
import static dev.whyrst.cli.TextLayout.wrap;

import dev.whyrst.analysis.AnalysisSummary;
import dev.whyrst.analysis.CaptureSummary;
import dev.whyrst.analysis.CauseCount;
import dev.whyrst.capture.CaptureEnd;
import dev.whyrst.capture.CaptureFile;
import dev.whyrst.incident.Incident;
import dev.whyrst.report.text.FailureTexts;
import dev.whyrst.report.text.Sentences;
import dev.whyrst.report.text.UtcTime;
import dev.whyrst.report.text.VisibleText;
import dev.whyrst.text.Counts;
import dev.whyrst.timeline.Failure;
import dev.whyrst.timeline.FrameRef;
import java.nio.file.Path;
import java.util.List;

/** What a person reads on the terminal after an analysis: what was read, what happened, why, and where to read on. */
final class SummaryText {

    private static final int CAPTURES_SHOWN = 8;
    private static final int INCIDENTS_SHOWN = 8;
    private static final int FAILURES_SHOWN = 5;
    private static final String INDENT = "  ";
    private static final int CAUSE_WIDTH = 29;
    private static final int COUNT_WIDTH = 8;

    private final Style style;
    private final int width;
    private final StringBuilder text = new StringBuilder(1024);

    SummaryText(Style style, int width) {
        this.style = style;
        this.width = width;
    }

    /** The whole text; call it once. */
    String of(AnalysisSummary summary, List<Path> reports) {
        captures(summary.captures());
        for (String alarm : Sentences.alarms(summary)) {
            text.append(style.warning(wrap(alarm, "", width)));
        }
        incidents(summary.incidents());
        causes(summary);
        failures(summary.failures());
        doubts(summary);
        pointers(summary, reports);
        return text.toString();
    }

    private void captures(List<CaptureSummary> captures) {
        int shown = 0;
        for (CaptureSummary capture : captures) {
            if (shown == CAPTURES_SHOWN) {
                break;
            }
            capture(capture);
            shown++;
        }
        if (shown < captures.size()) {
            total(captures, captures.size() - shown);
        }
    }

    private void capture(CaptureSummary capture) {
        CaptureFile file = capture.file();
        text.append(style.heading(VisibleText.of(file.path()))).append('\n');
        if (file.frames() == 0 && file.end() != CaptureEnd.COMPLETE) {
            text.append(wrap("could not be read", INDENT, width));
            return;
        }
        StringBuilder facts = new StringBuilder();
        facts.append(VisibleText.of(file.format())).append(": ");
        facts.append(Counts.of(file.frames(), "frame")).append(", ");
        facts.append(Counts.of(capture.conversations(), "conversation")).append(", ");
        facts.append(Counts.of(capture.resets(), "RST"));
        if (file.frames() > 0) {
            facts.append(", ").append(UtcTime.span(file.firstNanos(), file.lastNanos()));
        }
        if (file.end() != CaptureEnd.COMPLETE) {
            facts.append(file.end() == CaptureEnd.TRUNCATED ? "; cut off" : "; damaged");
        }
        text.append(wrap(facts.toString(), INDENT, width));
    }

    private void total(List<CaptureSummary> captures, int notShown) {
        long frames = 0;
        long conversations = 0;
        long resets = 0;
        for (CaptureSummary capture : captures) {
            frames += capture.file().frames();
            conversations += capture.conversations();
            resets += capture.resets();
        }
        text.append("and ").append(Counts.of(notShown, "more capture")).append("; in all ");
        text.append(Counts.of(frames, "frame")).append(", ").append(Counts.of(conversations, "conversation"));
        text.append(", ").append(Counts.of(resets, "RST")).append('\n');
    }

    private void incidents(List<Incident> incidents) {
        if (incidents.isEmpty()) {
            return;
        }
        heading("What happened");
        int shown = Math.min(INCIDENTS_SHOWN, incidents.size());
        for (int i = 0; i < shown; i++) {
            Incident incident = incidents.get(i);
            boolean sameNext = i + 1 < shown
                    && incident.remedy().equals(incidents.get(i + 1).remedy());
            incident(incident, !sameNext);
        }
        if (shown < incidents.size()) {
            text.append(INDENT)
                    .append(Counts.of(incidents.size() - shown, "more incident"))
                    .append(" in the reports\n");
        }
    }

    /** @param withRemedy false where the same remedy follows with the next incident */
    private void incident(Incident incident, boolean withRemedy) {
        String statement = wrap(VisibleText.of(incident.statement()), "  * ", width);
        text.append(incident.harm().isNone() ? style.faint(statement) : statement);
        if (withRemedy && !incident.harm().isNone() && !incident.remedy().isEmpty()) {
            text.append(wrap("To do: " + VisibleText.of(incident.remedy()), "    ", width));
        }
    }

    private static String noReset(AnalysisSummary summary) {
        return "\nNo connection was reset: there is no RST"
                + (summary.unseen() == 0 ? ".\n" : ", as far as the frames could be read.\n");
    }

    private void causes(AnalysisSummary summary) {
        if (summary.resets() == 0) {
            text.append(summary.nothingRead() ? "\nNothing could be read.\n" : noReset(summary));
            return;
        }
        heading("Why connections were reset");
        int column = columnWidth(summary);
        text.append(style.faint(row(column, "RSTs", left("cause", CAUSE_WIDTH), "certain", "high", "medium", "low")))
                .append('\n');
        for (CauseCount cause : summary.causes()) {
            cause(cause, column);
        }
    }

    /** Counts of millions need more room than the heads of their columns. */
    private static int columnWidth(AnalysisSummary summary) {
        return Math.max(COUNT_WIDTH, Counts.grouped(summary.resets()).length() + 1);
    }

    private static String row(int column, String count, String cause, String... confidences) {
        StringBuilder row =
                new StringBuilder(right(count, column - 1)).append(INDENT).append(cause);
        for (String confidence : confidences) {
            row.append(right(confidence, column));
        }
        return row.toString();
    }

    private void cause(CauseCount cause, int column) {
        text.append(row(
                column,
                Counts.grouped(cause.count()),
                style.cause(left(cause.cause().id(), CAUSE_WIDTH)),
                countOrBlank(cause.certain()),
                countOrBlank(cause.high()),
                countOrBlank(cause.medium()),
                countOrBlank(cause.low())));
        text.append('\n');
        text.append(wrap(cause.cause().title(), "         ", width));
    }

    private static String countOrBlank(long count) {
        return count == 0 ? "-" : Counts.grouped(count);
    }

    private void failures(List<Failure> failures) {
        if (failures.isEmpty()) {
            return;
        }
        heading("What failed without a reset");
        failures.stream().limit(FAILURES_SHOWN).forEach(failure -> {
            FrameRef frame = failure.frames().get(0);
            text.append(wrap(
                    FailureTexts.statement(failure) + ", such as in frame " + frame.number() + ".", "  * ", width));
        });
        if (failures.size() > FAILURES_SHOWN) {
            text.append(INDENT)
                    .append(Counts.grouped(failures.size() - FAILURES_SHOWN))
                    .append(" more in the reports\n");
        }
    }

    private void doubts(AnalysisSummary summary) {
        text.append('\n');
        if (summary.harm().none() > 0) {
            text.append(wrap(harmless(summary.harm().none(), summary.events()), "", width));
        }
        if (summary.harm().unknown() > 0) {
            text.append(wrap(unseen(summary.harm().unknown(), summary.events()), "", width));
        }
        if (summary.silentDeaths() > 0) {
            text.append(wrap(
                    Counts.of(summary.silentDeaths(), "conversation") + " died without a RST: retransmissions stayed"
                            + " unanswered.",
                    "",
                    width));
        }
        if (!summary.vantage().isEmpty()) {
            text.append(wrap("Vantage point: " + VisibleText.of(summary.vantage()), "", width));
        }
        for (String note : summary.notes()) {
            text.append(style.warning(wrap("Note: " + VisibleText.of(note), "", width)));
        }
    }

    private static String harmless(long benign, long all) {
        if (benign < all) {
            return Counts.grouped(benign) + " of " + Counts.of(all, "RST") + " did no harm.";
        }
        return all == 1 ? "The RST did no harm." : "None of the " + Counts.grouped(all) + " RSTs did any harm.";
    }

    private static String unseen(long unknown, long all) {
        String which = all == 1
                ? "the RST"
                : unknown == all ? "the RSTs" : Counts.grouped(unknown) + " of " + Counts.of(all, "RST");
        return "What " + which + " did to the applications cannot be seen in this capture.";
    }

    /** The first report with its way, the others by their names: they lie beside it. */
    private void pointers(AnalysisSummary summary, List<Path> reports) {
        StringBuilder written = new StringBuilder("Reports:");
        for (int i = 0; i < reports.size(); i++) {
            Path shown = i == 0 ? reports.get(i) : reports.get(i).getFileName();
            written.append(i == 0 ? " " : ", ").append(VisibleText.of(shown.toString()));
        }
        text.append(wrap(written.toString(), "", width));
        if (!summary.causes().isEmpty()) {
            String id = summary.causes().get(0).cause().id();
            text.append(wrap("More about a cause: whyrst explain " + id, "", width));
        } else if (!summary.failures().isEmpty()) {
            String id = summary.failures().get(0).kind().id();
            text.append(wrap("More about a failure: whyrst explain " + id, "", width));
        }
    }

    private void heading(String heading) {
        text.append('\n').append(style.heading(heading)).append('\n');
    }
}

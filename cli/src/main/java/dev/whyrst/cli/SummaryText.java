package dev.whyrst.cli;

import static dev.whyrst.cli.TextLayout.count;
import static dev.whyrst.cli.TextLayout.left;
import static dev.whyrst.cli.TextLayout.number;
import static dev.whyrst.cli.TextLayout.right;
import static dev.whyrst.cli.TextLayout.wrap;

import dev.whyrst.analysis.AnalysisSummary;
import dev.whyrst.analysis.CaptureSummary;
import dev.whyrst.analysis.CauseCount;
import dev.whyrst.capture.CaptureEnd;
import dev.whyrst.capture.CaptureFile;
import dev.whyrst.incident.Incident;
import dev.whyrst.report.UtcTime;
import dev.whyrst.report.VisibleText;
import java.nio.file.Path;
import java.util.List;

/** What a person reads on the terminal after an analysis: what was read, what happened, why, and where to read on. */
final class SummaryText {

    private static final int CAPTURES_SHOWN = 8;
    private static final int INCIDENTS_SHOWN = 8;
    private static final int LENGTH_OF_SECONDS = "2026-01-01T00:00:00".length();
    private static final String INDENT = "  ";

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
        incidents(summary.incidents());
        causes(summary);
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
        StringBuilder facts = new StringBuilder();
        facts.append(VisibleText.of(file.format())).append(": ");
        facts.append(count(file.frames(), "frame")).append(", ");
        facts.append(count(capture.conversations(), "conversation")).append(", ");
        facts.append(count(capture.resets(), "RST"));
        if (file.frames() > 0) {
            facts.append(", ").append(seconds(file.firstNanos()));
            facts.append(" to ").append(seconds(file.lastNanos())).append(" UTC");
        }
        text.append(wrap(facts.toString(), INDENT, width));
    }

    /** {@code 2026-11-20 15:01:27}. */
    private static String seconds(long epochNanos) {
        return UtcTime.iso(epochNanos).substring(0, LENGTH_OF_SECONDS).replace('T', ' ');
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
        text.append("and ").append(count(notShown, "more capture")).append("; in all ");
        text.append(count(frames, "frame")).append(", ").append(count(conversations, "conversation"));
        text.append(", ").append(count(resets, "RST")).append('\n');
    }

    private void incidents(List<Incident> incidents) {
        if (incidents.isEmpty()) {
            return;
        }
        heading("What happened");
        int shown = Math.min(INCIDENTS_SHOWN, incidents.size());
        for (Incident incident : incidents.subList(0, shown)) {
            incident(incident);
        }
        if (shown < incidents.size()) {
            text.append(INDENT)
                    .append(count(incidents.size() - shown, "more incident"))
                    .append(" in the reports\n");
        }
    }

    private void incident(Incident incident) {
        String statement = wrap(VisibleText.of(incident.statement()), "  * ", width);
        text.append(incident.benign() ? style.faint(statement) : statement);
        if (!incident.benign() && !incident.remedy().isEmpty()) {
            text.append(wrap("To do: " + VisibleText.of(incident.remedy()), "    ", width));
        }
    }

    private static boolean nothingRead(AnalysisSummary summary) {
        return summary.captures().stream()
                .allMatch(c -> c.file().frames() == 0 && c.file().end() != CaptureEnd.COMPLETE);
    }

    private void causes(AnalysisSummary summary) {
        if (summary.resets() == 0) {
            text.append(
                    nothingRead(summary)
                            ? "\nNothing could be read.\n"
                            : "\nNo connection was reset: there is no RST.\n");
            return;
        }
        heading("Why connections were reset");
        text.append(style.faint("   RSTs  cause                         certain    high  medium     low"))
                .append('\n');
        for (CauseCount cause : summary.causes()) {
            cause(cause);
        }
    }

    private void cause(CauseCount cause) {
        text.append(right(number(cause.count()), 7)).append(INDENT);
        text.append(style.cause(left(cause.cause().id(), 27)));
        text.append(right(countOrBlank(cause.certain()), 10)).append(right(countOrBlank(cause.high()), 8));
        text.append(right(countOrBlank(cause.medium()), 8)).append(right(countOrBlank(cause.low()), 8));
        text.append('\n');
        text.append(wrap(cause.cause().title(), "         ", width));
    }

    private static String countOrBlank(long count) {
        return count == 0 ? "-" : number(count);
    }

    private void doubts(AnalysisSummary summary) {
        text.append('\n');
        if (summary.benignResets() > 0) {
            text.append(wrap(
                    number(summary.benignResets()) + " of " + count(summary.resets(), "RST") + " did no harm.",
                    "",
                    width));
        }
        if (summary.silentDeaths() > 0) {
            text.append(wrap(
                    count(summary.silentDeaths(), "conversation") + " died without a RST: retransmissions stayed"
                            + " unanswered.",
                    "",
                    width));
        }
        if (!summary.vantage().isEmpty()) {
            text.append(wrap(VisibleText.of(summary.vantage()), "", width));
        }
        for (String note : summary.notes()) {
            text.append(style.warning(wrap("Note: " + VisibleText.of(note), "", width)));
        }
    }

    private void pointers(AnalysisSummary summary, List<Path> reports) {
        StringBuilder written = new StringBuilder("Reports:");
        for (Path report : reports) {
            written.append(' ').append(VisibleText.of(report.toString()));
        }
        text.append(wrap(written.toString(), "", width));
        if (!summary.causes().isEmpty()) {
            String id = summary.causes().get(0).cause().id();
            text.append(wrap("More about a cause: whyrst explain " + id, "", width));
        }
    }

    private void heading(String heading) {
        text.append('\n').append(style.heading(heading)).append('\n');
    }
}

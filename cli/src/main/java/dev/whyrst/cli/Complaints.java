package dev.whyrst.cli;

import dev.whyrst.analysis.AnalysisSummary;
import dev.whyrst.analysis.CaptureSummary;
import dev.whyrst.attribution.InternalErrors;
import dev.whyrst.report.text.VisibleText;
import dev.whyrst.text.Counts;
import java.util.List;

/** Says on standard error what went wrong in an analysis that gave reports all the same. */
final class Complaints {

    /** Ends a sentence about why. */
    static final String NO_REPORT = "no report was written";

    private static final String KEPT = NO_REPORT + ", the one of before is as it was";

    private static final int PROBLEMS_SHOWN = 20;

    private final Terminal terminal;

    Complaints(Terminal terminal) {
        this.terminal = terminal;
    }

    void about(AnalysisSummary summary) {
        problems(summary);
        errors(summary.errors());
    }

    /** Says of an analysis that read nothing, and left the reports of before, what is wrong with its inputs. */
    void aboutNothing(AnalysisSummary summary) {
        List<CaptureSummary> captures = summary.captures();
        if (captures.size() == 1 && captures.get(0).file().problems().size() == 1) {
            say(problem(captures.get(0), captures.get(0).file().problems().get(0)) + "; " + KEPT);
        } else {
            problems(summary);
            say("nothing could be read; " + KEPT);
        }
    }

    private void problems(AnalysisSummary summary) {
        int shown = 0;
        int kept = 0;
        for (CaptureSummary capture : summary.captures()) {
            for (String problem : capture.file().problems()) {
                if (shown++ < PROBLEMS_SHOWN) {
                    say(problem(capture, problem));
                } else {
                    kept++;
                }
            }
        }
        if (kept > 0) {
            say(Counts.of(kept, "more problem") + (kept == 1 ? " is" : " are") + " in the reports");
        }
    }

    private static String problem(CaptureSummary capture, String problem) {
        return VisibleText.of(capture.file().path()) + ": " + VisibleText.of(problem);
    }

    private void errors(InternalErrors errors) {
        if (errors.first().isEmpty()) {
            return;
        }
        RuntimeException first = errors.first().get();
        errors.sentences().forEach(this::say);
        say("the reports are written without them; please report it together with what WHYRST_DEBUG=1 shows: "
                + VisibleText.of(Cli.message(first)));
        if (Cli.DEBUG) {
            first.printStackTrace(terminal.err());
        }
    }

    private void say(String sentence) {
        terminal.err().println("whyrst: " + sentence);
    }
}

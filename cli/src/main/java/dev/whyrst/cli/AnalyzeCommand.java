package dev.whyrst.cli;

import dev.whyrst.analysis.AnalysisSummary;
import dev.whyrst.analysis.CaptureSummary;
import dev.whyrst.analysis.ProgressListener;
import dev.whyrst.analysis.ReportSink;
import dev.whyrst.capture.CaptureEnd;
import dev.whyrst.capture.FrameView;
import dev.whyrst.report.text.VisibleText;
import dev.whyrst.text.Counts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Analyses captures, writes the reports, and sums up. */
final class AnalyzeCommand {

    private static final int PROBLEMS_SHOWN = 20;

    private final Terminal terminal;
    private final Analysis analysis;

    /** Shows the progress, and keeps the frames of RSTs. */
    private record Watch(ProgressDisplay display, ResetFrames frames) implements ProgressListener {

        @Override
        public void progress(long bytesRead, long bytesTotal, long framesRead) {
            display.progress(bytesRead, bytesTotal, framesRead);
        }

        @Override
        public void attributed(long resets, long total) {
            display.attributed(resets, total);
        }

        @Override
        public void reset(int capture, FrameView frame) {
            frames.keep(capture, frame);
        }
    }

    AnalyzeCommand(Terminal terminal, Analysis analysis) {
        this.terminal = terminal;
        this.analysis = analysis;
    }

    ExitStatus run(AnalyzeSettings settings) throws IOException {
        AnalysisSummary summary = analyse(settings);
        ExitStatus status = status(summary);
        if (!settings.quiet()) {
            List<Path> written = new ArrayList<>();
            settings.formats().forEach(format -> written.add(settings.folder().resolve(format.fileName())));
            Style style = Style.of(settings.color(), terminal);
            terminal.out().print(new SummaryText(style, terminal.width()).of(summary, written));
        }
        if (!settings.quiet() || status != ExitStatus.DONE) {
            complain(summary);
        }
        return status;
    }

    private AnalysisSummary analyse(AnalyzeSettings settings) throws IOException {
        try (ReportFolder folder = ReportFolder.open(settings.folder());
                ProgressDisplay progress = ProgressDisplay.on(terminal, settings.quiet())) {
            ResetFrames frames = new ResetFrames(
                    new RereadFrames(settings.analysis().inputs()),
                    settings.formats().contains(ReportFormat.HTML) ? ResetFrames.USUAL_ROOM : 0);
            List<ReportSink> sinks = new ArrayList<>();
            AnalysisSummary summary;
            try {
                for (ReportFormat format : settings.formats()) {
                    sinks.add(Reports.open(format, folder.create(format.fileName()), frames));
                }
                summary = analysis.run(settings.analysis(), sinks, new Watch(progress, frames));
            } finally {
                for (ReportSink sink : sinks) {
                    sink.close();
                }
            }
            folder.commit();
            return summary;
        }
    }

    private static ExitStatus status(AnalysisSummary summary) {
        for (CaptureSummary capture : summary.captures()) {
            if (capture.file().end() != CaptureEnd.COMPLETE) {
                return ExitStatus.INPUT;
            }
        }
        return ExitStatus.DONE;
    }

    private void complain(AnalysisSummary summary) {
        int shown = 0;
        int kept = 0;
        for (CaptureSummary capture : summary.captures()) {
            for (String problem : capture.file().problems()) {
                if (shown++ < PROBLEMS_SHOWN) {
                    terminal.err()
                            .println("whyrst: " + VisibleText.of(capture.file().path()) + ": "
                                    + VisibleText.of(problem));
                } else {
                    kept++;
                }
            }
        }
        if (kept > 0) {
            terminal.err()
                    .println("whyrst: " + Counts.of(kept, "more problem") + (kept == 1 ? " is" : " are")
                            + " in the reports");
        }
    }
}

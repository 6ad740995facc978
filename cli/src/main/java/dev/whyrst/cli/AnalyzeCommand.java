package dev.whyrst.cli;

import dev.whyrst.analysis.AnalysisSummary;
import dev.whyrst.analysis.CaptureSummary;
import dev.whyrst.analysis.PayloadSearch;
import dev.whyrst.analysis.ProgressListener;
import dev.whyrst.analysis.ReportSink;
import dev.whyrst.capture.CaptureEnd;
import dev.whyrst.capture.FrameView;
import dev.whyrst.report.text.VisibleText;
import dev.whyrst.report.text.Wording;
import dev.whyrst.text.Counts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Analyses captures, writes the reports, and sums up. */
final class AnalyzeCommand {

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

    /** How an analysis ended, and whether the reports in its folder are those of it, and not of one before. */
    record Ended(ExitStatus status, boolean written) {}

    Ended run(AnalyzeSettings settings) throws IOException {
        Finds finds = settings.sought().isEmpty()
                ? Finds.NONE
                : Finds.of(
                        PayloadSearch.in(settings.analysis(), settings.sought().get()));
        long begun = System.nanoTime();
        Outcome outcome = analyse(settings, finds);
        AnalysisSummary summary = outcome.summary();
        if (!outcome.written()) {
            new Complaints(terminal).aboutNothing(summary);
            return new Ended(ExitStatus.INPUT, false);
        }
        ExitStatus status = status(summary);
        if (settings.verbose()) {
            tell(settings, summary, System.nanoTime() - begun);
        }
        if (!settings.quiet()) {
            List<Path> written = new ArrayList<>();
            settings.formats().forEach(format -> written.add(settings.folder().resolve(format.fileName())));
            Style style = Style.of(settings.color(), terminal);
            terminal.out().print(new SummaryText(style, terminal.width()).of(summary, written));
            terminal.out().print(settings.configured().notice());
            settings.sought().ifPresent(sought -> terminal.out()
                    .print(new FindsText(style, terminal.width()).of(sought, finds)));
        }
        if (!settings.quiet() || status != ExitStatus.DONE) {
            new Complaints(terminal).about(summary);
        }
        return new Ended(status, true);
    }

    private void tell(AnalyzeSettings settings, AnalysisSummary summary, long nanos) {
        long frames = summary.captures().stream()
                .mapToLong(capture -> capture.file().frames())
                .sum();
        terminal.err()
                .println("whyrst: configuration: "
                        + VisibleText.of(settings.configured().told()));
        terminal.err()
                .println("whyrst: " + Counts.of(frames, "frame") + " and " + Counts.of(summary.resets(), "RST") + " in "
                        + Wording.duration(nanos) + ", with at most "
                        + Counts.of(settings.analysis().limits().jobs(), "thread") + " and "
                        + Counts.grouped(Runtime.getRuntime().maxMemory() >> 20) + " MiB of memory");
    }

    /** What came of an analysis, and whether its reports are in place. */
    private record Outcome(AnalysisSummary summary, boolean written) {}

    private Outcome analyse(AnalyzeSettings settings, Finds finds) throws IOException {
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
                if (finds != Finds.NONE) {
                    sinks.add(finds);
                }
                summary = analysis.run(settings.analysis(), sinks, new Watch(progress, frames));
            } finally {
                for (ReportSink sink : sinks) {
                    sink.close();
                }
            }
            // A report about nothing must not take the place of one about something.
            boolean written = !summary.nothingRead() || !folder.wouldReplace();
            if (written) {
                folder.commit();
            }
            return new Outcome(summary, written);
        }
    }

    /** What an analysis that gave a result tells the caller. */
    static ExitStatus status(AnalysisSummary summary) {
        if (summary.errors().first().isPresent()) {
            return ExitStatus.OUTPUT;
        }
        for (CaptureSummary capture : summary.captures()) {
            if (capture.file().end() != CaptureEnd.COMPLETE) {
                return ExitStatus.INPUT;
            }
        }
        return ExitStatus.DONE;
    }
}

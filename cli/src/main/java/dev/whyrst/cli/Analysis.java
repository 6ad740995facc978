package dev.whyrst.cli;

import dev.whyrst.analysis.AnalysisOptions;
import dev.whyrst.analysis.AnalysisSummary;
import dev.whyrst.analysis.ProgressListener;
import dev.whyrst.analysis.ReportSink;
import java.io.IOException;
import java.util.List;

/** The use case as the command line sees it: {@link dev.whyrst.analysis.CaptureAnalysis#run}. */
@FunctionalInterface
interface Analysis {

    AnalysisSummary run(AnalysisOptions options, List<? extends ReportSink> sinks, ProgressListener progress)
            throws IOException;
}

package dev.whyrst.api;

import dev.whyrst.analysis.AnalysisSummary;
import dev.whyrst.analysis.ReportSink;
import dev.whyrst.attribution.Attribution;
import java.util.function.Consumer;

/** Passes each RST on as a finding. */
record FindingSink(Consumer<? super RstFinding> consumer) implements ReportSink {

    @Override
    public void begin(AnalysisSummary summary) {}

    @Override
    public void accept(Attribution attribution) {
        consumer.accept(Views.finding(attribution));
    }

    @Override
    public void finish() {}

    @Override
    public void close() {}
}

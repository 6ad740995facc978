package dev.whyrst.bench;

import dev.whyrst.analysis.AnalysisLimits;
import dev.whyrst.analysis.AnalysisOptions;
import dev.whyrst.analysis.AnalysisSummary;
import dev.whyrst.analysis.CaptureAnalysis;
import dev.whyrst.analysis.ReportSink;
import dev.whyrst.capture.CaptureOptions;
import dev.whyrst.capture.CaptureReader;
import dev.whyrst.capture.Captures;
import dev.whyrst.capture.FrameView;
import dev.whyrst.conversation.tracking.ConversationTracker;
import dev.whyrst.conversation.tracking.TrackerLimits;
import dev.whyrst.decode.DecodeOutcome;
import dev.whyrst.decode.FrameDecoder;
import dev.whyrst.decode.SegmentView;
import dev.whyrst.report.csv.CsvReport;
import dev.whyrst.report.html.FrameBytes;
import dev.whyrst.report.html.HtmlReport;
import dev.whyrst.report.json.JsonReport;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long the stages take over one capture. Each method does what the one before it does and one stage more, so that the
 * difference is what the stage costs; the reports each come on top of {@link #attributing}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5)
@Measurement(iterations = 10)
@Fork(1)
public class Stages {

    private static final TrackerLimits LIMITS =
            new TrackerLimits(8_000_000, 1_000_000, 100_000, 1_000_000, 1_000_000, 64L << 20, false);

    /** The capture; there is no sensible default, so name one with {@code -p capture=FILE}. */
    @Param("bench.pcap")
    public String capture;

    @Benchmark
    public long reading() throws IOException {
        long bytes = 0;
        try (CaptureReader reader = Captures.open(List.of(capture), CaptureOptions.defaults())) {
            FrameView frame = new FrameView();
            while (reader.next(frame)) {
                bytes += frame.capturedLength();
            }
        }
        return bytes;
    }

    @Benchmark
    public long decoding() throws IOException {
        return pass(null);
    }

    @Benchmark
    public long tracking() throws IOException {
        return pass(new ConversationTracker(LIMITS, 1));
    }

    @Benchmark
    public AnalysisSummary attributing() throws IOException {
        return analysis();
    }

    @Benchmark
    public AnalysisSummary html() throws IOException {
        try (HtmlReport report = new HtmlReport(OutputStream.nullOutputStream(), "bench", FrameBytes.none())) {
            return analysis(report);
        }
    }

    @Benchmark
    public AnalysisSummary csv() throws IOException {
        try (CsvReport report = new CsvReport(OutputStream.nullOutputStream())) {
            return analysis(report);
        }
    }

    @Benchmark
    public AnalysisSummary json() throws IOException {
        try (JsonReport report = new JsonReport(OutputStream.nullOutputStream(), "bench")) {
            return analysis(report);
        }
    }

    private long pass(ConversationTracker tracker) throws IOException {
        long segments = 0;
        FrameDecoder decoder = new FrameDecoder();
        try (CaptureReader reader = Captures.open(List.of(capture), CaptureOptions.defaults())) {
            FrameView frame = new FrameView();
            SegmentView segment = new SegmentView();
            while (reader.next(frame)) {
                if (decoder.decode(frame, segment) == DecodeOutcome.TCP_SEGMENT) {
                    segments++;
                    if (tracker != null) {
                        tracker.accept(segment);
                    }
                }
            }
        }
        return segments;
    }

    private AnalysisSummary analysis(ReportSink... sinks) throws IOException {
        AnalysisOptions options = new AnalysisOptions(
                List.of(capture),
                Optional.empty(),
                Optional.empty(),
                none -> OptionalLong.empty(),
                false,
                AnalysisLimits.defaults());
        return CaptureAnalysis.run(options, List.of(sinks), (bytes, total, frames) -> {});
    }
}

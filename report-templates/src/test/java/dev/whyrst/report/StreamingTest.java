package dev.whyrst.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.analysis.AnalysisSummary;
import dev.whyrst.analysis.CauseCount;
import dev.whyrst.analysis.ReportSink;
import dev.whyrst.attribution.Attribution;
import dev.whyrst.attribution.Cause;
import dev.whyrst.report.csv.CsvReport;
import dev.whyrst.report.html.FrameBytes;
import dev.whyrst.report.html.HtmlReport;
import dev.whyrst.report.json.JsonReport;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A hundred thousand RSTs, of which each would hold some kilobytes if a report kept it. */
class StreamingTest {

    private static final int RESETS = 100_000;
    private static final int BALLAST = 1_500;
    private static final long KEPT_AT_MOST = 40_000_000;

    @Test
    void json_streams() throws IOException {
        Counter out = new Counter();
        try (JsonReport report = new JsonReport(out, "1.2.3")) {
            assertThat(bytesKept(report)).isLessThan(KEPT_AT_MOST);
        }
        assertThat(out.bytes).isGreaterThan((long) RESETS * BALLAST);
    }

    @Test
    void csv_streams() throws IOException {
        Counter out = new Counter();
        try (CsvReport report = new CsvReport(out)) {
            assertThat(bytesKept(report)).isLessThan(KEPT_AT_MOST);
        }
        assertThat(out.bytes).isGreaterThan((long) RESETS * BALLAST);
    }

    @Test
    void html_keeps_a_few_and_stays_small() throws IOException {
        Counter out = new Counter();
        try (HtmlReport report = new HtmlReport(out, "1.2.3", FrameBytes.none())) {
            assertThat(bytesKept(report)).isLessThan(KEPT_AT_MOST);
        }
        assertThat(out.bytes).isBetween(100_000L, 3_200_000L);
    }

    private static long bytesKept(ReportSink sink) throws IOException {
        sink.begin(summary());
        long before = used();
        for (int i = 0; i < RESETS; i++) {
            ModelFixtures.offer(sink, reset(i));
        }
        long kept = used() - before;
        sink.finish();
        return kept;
    }

    private static Attribution reset(int i) {
        return Stories.restarted(i & 0x7f, i, i)
                .rstText("x".repeat(BALLAST - 5) + i)
                .end("rst-" + i);
    }

    private static AnalysisSummary summary() {
        AnalysisSummary one = ModelFixtures.summaryOf(List.of());
        CauseCount count = new CauseCount(Cause.HALF_OPEN_PEER_RESTARTED, RESETS, 0, 0, RESETS, 0, 0);
        return new AnalysisSummary(
                Map.of(), one.captures(), List.of(count), List.of(), RESETS, RESETS, one.harm(), 0, 0, "", List.of());
    }

    private static long used() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    /** Counts what is written and keeps nothing. */
    private static final class Counter extends FilterOutputStream {

        private long bytes;

        Counter() {
            super(OutputStream.nullOutputStream());
        }

        @Override
        public void write(int b) {
            bytes++;
        }

        @Override
        public void write(byte[] buffer, int offset, int length) {
            bytes += length;
        }
    }
}

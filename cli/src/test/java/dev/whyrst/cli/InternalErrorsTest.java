package dev.whyrst.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.analysis.AnalysisSummary;
import dev.whyrst.analysis.CaptureAnalysis;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An error within costs a verdict or a picture: the reports are written, and the user is told. */
class InternalErrorsTest {

    @TempDir
    Path folder;

    private final ConsoleProbe console = new ConsoleProbe();

    @Test
    void the_reports_are_there_and_the_exit_status_tells_that_something_is_missing() throws IOException {
        Path out = folder.resolve("report");

        ExitStatus status = console.run(
                (options, sinks, progress) -> {
                    AnalysisSummary summary = CaptureAnalysis.run(options, sinks, progress);
                    summary.errors().verdict("rst-1", new IllegalStateException("no such fact"));
                    summary.errors().picture("rst-1", new IllegalStateException("no such line"));
                    return summary;
                },
                "analyze",
                TinyCapture.in(folder).toString(),
                "--quiet",
                "--out",
                out.toString());

        assertThat(status).isEqualTo(ExitStatus.OUTPUT);
        assertThat(out).isDirectoryContaining("glob:**/report.html").isDirectoryContaining("glob:**/report.json");
        assertThat(console.err())
                .isEqualTo(
                        """
                        whyrst: 1 verdict could not be given because of an internal error
                        whyrst: 1 picture could not be drawn because of an internal error
                        whyrst: the reports are written without them; please report it together with what WHYRST_DEBUG=1 shows: no such fact
                        """);
    }
}

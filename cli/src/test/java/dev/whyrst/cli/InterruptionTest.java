package dev.whyrst.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C while reports are being written. */
@Timeout(60)
class InterruptionTest {

    private static final long SIGINT_BIT = 1L << 1;

    @TempDir
    private Path folder;

    @Test
    void it_ends_the_program_at_once_and_leaves_nothing_behind() throws Exception {
        assumeTrue(File.separatorChar == '/');
        assumeFalse(interruptsAreIgnored(), "a program started in the background ignores Ctrl-C");
        Path out = folder.resolve("made/for/this");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        EndlessAnalysis.class.getName(),
                        "analyze",
                        "x.pcap",
                        "--format",
                        "csv,json",
                        "--out",
                        out.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (InputStream stdout = process.getInputStream()) {
            assertThat(stdout.read()).as("sign of life").isEqualTo('.');
            assertThat(out).isNotEmptyDirectory();
            new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                    .start()
                    .waitFor();

            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(ExitStatus.INTERRUPTED.code());
            assertThat(folder).isEmptyDirectory();
        } finally {
            process.destroyForcibly();
        }
    }

    /** Whether this process was started with SIGINT ignored, which its children inherit. */
    private static boolean interruptsAreIgnored() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.isReadable(status)) {
            return false;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("SigIgn:"))
                .mapToLong(line -> Long.parseUnsignedLong(line.substring(7).strip(), 16))
                .anyMatch(ignored -> (ignored & SIGINT_BIT) != 0);
    }

    /** The program with an analysis that says that it has begun, and does not end. */
    static final class EndlessAnalysis {

        private EndlessAnalysis() {}

        public static void main(String... words) {
            Terminal terminal = Terminal.ofProcess(System.out);
            Analysis endless = (options, sinks, progress) -> {
                terminal.out().print('.');
                terminal.out().flush();
                awaitForEver();
                return null;
            };
            System.exit(new Cli(terminal, endless).run(words).code());
        }

        private static void awaitForEver() {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}

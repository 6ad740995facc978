package dev.whyrst.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.whyrst.attribution.Attribution;
import dev.whyrst.attribution.Evidence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Conversations that are packed whenever another one speaks lose nothing; nor do RSTs that several threads attribute.
 */
class SleepingConversationsTest {

    private static final Path CAPTURES = Path.of("..", "samples");

    private final AnalysisLimits usual = AnalysisLimits.defaults().withJobs(1);

    private final AnalysisLimits sleepless = new AnalysisLimits(
            usual.maxConversations(), 1, usual.maxHosts(), usual.dossierBytes(), usual.fragmentBytes(), 1000, 1);

    /** All that is asleep lies in the temporary file. */
    private final AnalysisLimits spilled =
            new AnalysisLimits(usual.maxConversations(), 1, usual.maxHosts(), 0, usual.fragmentBytes(), 1000, 1);

    @BeforeEach
    void samples_are_there() {
        assumeThat(CAPTURES).isDirectory();
    }

    @Test
    void what_slept_is_told_as_if_it_had_been_awake() throws IOException {
        for (String capture : captures()) {
            assertThat(told(capture, sleepless)).as(capture).isEqualTo(told(capture, usual));
        }
    }

    @Test
    void what_slept_in_a_file_is_told_the_same() throws IOException {
        for (String capture : captures()) {
            assertThat(told(capture, spilled)).as(capture).isEqualTo(told(capture, usual));
        }
    }

    @Test
    void several_threads_tell_the_same_as_one() throws IOException {
        String all = CAPTURES.toString();
        List<String> one = told(all, usual);
        assertThat(one).hasSizeGreaterThan(250);
        assertThat(told(all, usual.withJobs(3))).isEqualTo(one);
    }

    @Test
    void what_another_thread_packed_wakes_as_it_fell_asleep(@TempDir Path folder) throws IOException {
        int frames = 20_000;
        int spoken = frames - LongConversations.CONVERSATIONS;
        String capture = LongConversations.write(folder.resolve("long.pcap"), frames, spoken)
                .toString();
        List<String> one = told(capture, usual);
        assertThat(one).hasSize(1 + LongConversations.CONVERSATIONS);
        assertThat(told(capture, sleepless.withJobs(2))).isEqualTo(one);
        assertThat(told(capture, spilled.withJobs(2))).isEqualTo(one);
    }

    private static List<String> captures() throws IOException {
        try (Stream<Path> files = Files.walk(CAPTURES, 2)) {
            return files.filter(file -> file.toString().endsWith(".pcap"))
                    .map(Path::toString)
                    .sorted()
                    .toList();
        }
    }

    private static List<String> told(String input, AnalysisLimits limits) throws IOException {
        AnalysisOptions options = new AnalysisOptions(
                List.of(input), Optional.empty(), Optional.empty(), responder -> OptionalLong.empty(), false, limits);
        List<String> lines = new ArrayList<>();
        CaptureAnalysis.run(options, List.of(new Lines(lines)), (read, total, frames) -> {});
        return lines;
    }

    /** Writes down what is said of each RST. */
    private record Lines(List<String> lines) implements ReportSink {

        @Override
        public void begin(AnalysisSummary summary) {
            lines.add(summary.incidents().toString());
        }

        @Override
        public void accept(Attribution attribution) {
            lines.add(attribution.id() + " " + attribution.timeline().id() + " " + attribution.cause() + " "
                    + attribution.confidence() + " " + attribution.incident() + " " + attribution.repeatOf() + " "
                    + attribution.timeline().segments() + " "
                    + attribution.evidence().stream().map(Evidence::statement).toList());
        }

        @Override
        public void finish() {}

        @Override
        public void close() {}
    }
}

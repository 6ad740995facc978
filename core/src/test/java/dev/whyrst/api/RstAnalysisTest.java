package dev.whyrst.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.Confidence;
import dev.whyrst.capture.CaptureException;
import dev.whyrst.timeline.FailureKind;
import dev.whyrst.timeline.FrameRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The library as programs of others see it. */
class RstAnalysisTest {

    private static final Path SAMPLES = Path.of("..", "samples");
    private static final Path ARTICLE = SAMPLES.resolve("handshake-timeout/article.pcap");
    private static final Path ABORTS = SAMPLES.resolve("linger-zero-abort/capture.pcap");

    @TempDir
    private Path folder;

    @BeforeEach
    void samples_are_there() {
        assumeThat(ARTICLE).isRegularFile();
    }

    @Test
    void a_finding_tells_which_frame_of_which_conversation_and_why() throws IOException {
        RstReport report =
                RstAnalysis.of(ARTICLE).soRcvTimeo(Duration.ofMillis(100)).run();

        assertThat(report.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.frame()).isEqualTo(new FrameRef(0, 3));
            assertThat(finding.cause()).isEqualTo(Cause.HANDSHAKE_TIMEOUT);
            assertThat(finding.confidence()).isEqualTo(Confidence.CERTAIN);
            assertThat(finding.conversation().responder()).hasToString("10.0.0.27:8888");
            assertThat(finding.sender()).isEqualTo(finding.conversation().initiator());
            assertThat(finding.evidence()).anySatisfy(fact -> {
                assertThat(fact.speaksFor()).isTrue();
                assertThat(fact.sentence()).contains("100 ms");
            });
        });
        assertThat(report.incidents()).singleElement().satisfies(incident -> assertThat(incident.findings())
                .containsExactly(report.findings().get(0).id()));
    }

    @Test
    void what_is_not_told_is_not_assumed() throws IOException {
        RstReport report = RstAnalysis.of(ARTICLE).run();

        assertThat(report.findings()).singleElement().satisfies(finding -> assertThat(finding.confidence())
                .isNotEqualTo(Confidence.CERTAIN));
    }

    @Test
    void findings_come_one_by_one_without_being_kept() throws IOException {
        RstReport kept = RstAnalysis.of(ABORTS).run();
        List<String> passed = new ArrayList<>();
        RstOverview overview = RstAnalysis.of(ABORTS).forEach(finding -> passed.add(finding.id()));

        assertThat(passed)
                .hasSizeGreaterThan(1)
                .containsExactlyElementsOf(
                        kept.findings().stream().map(RstFinding::id).toList());
        assertThat(overview.resets()).isEqualTo(passed.size());
        assertThat(overview.causes().values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(passed.size());
    }

    @Test
    void what_a_consumer_throws_ends_the_analysis() {
        assertThatThrownBy(() -> RstAnalysis.of(ABORTS).forEach(finding -> {
                    throw new IllegalStateException("enough");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("enough");
    }

    @Test
    void only_the_chosen_time_is_looked_at() throws IOException {
        Instant last = RstAnalysis.of(ABORTS).run().findings().get(0).time();

        RstReport report = RstAnalysis.of(ABORTS).until(last).run();

        assertThat(report.findings()).hasSize(1);
        assertThatThrownBy(() -> RstAnalysis.of(ABORTS).until(Instant.EPOCH).run())
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void failures_without_a_reset_are_told() throws IOException {
        RstReport report = RstAnalysis.of(SAMPLES.resolve("failures/syn-unanswered/capture.pcap"))
                .run();

        assertThat(report.failures())
                .anySatisfy(failure -> assertThat(failure.kind()).isEqualTo(FailureKind.SYN_UNANSWERED));
    }

    @Test
    void a_cut_capture_is_read_as_far_as_possible_and_says_so() throws IOException {
        byte[] bytes = Files.readAllBytes(ABORTS);
        Path cut = Files.write(folder.resolve("cut.pcap"), Arrays.copyOf(bytes, bytes.length - 5));

        RstQuality quality = RstAnalysis.of(cut).run().quality();

        assertThat(quality.complete()).isFalse();
        assertThat(quality.captures()).singleElement().satisfies(capture -> {
            assertThat(capture.frames()).isPositive();
            assertThat(capture.problems()).isNotEmpty();
        });
        assertThat(RstAnalysis.of(ABORTS).run().quality().complete()).isTrue();
    }

    @Test
    void what_is_no_capture_is_refused_in_a_sentence() throws IOException {
        Path text = Files.writeString(folder.resolve("notes.txt"), "no capture, but a text about one\n");

        assertThatThrownBy(() -> RstAnalysis.of(text).run())
                .isInstanceOf(CaptureException.class)
                .hasMessageContaining("notes.txt");
        assertThatThrownBy(() -> RstAnalysis.of(folder.resolve("none.pcap")).run())
                .isInstanceOf(CaptureException.class)
                .hasMessageContaining("none.pcap");
    }

    @Test
    void a_file_is_never_taken_for_standard_input() {
        assertThatThrownBy(() -> RstAnalysis.of(Path.of("-")).run()).isInstanceOf(IOException.class);
    }

    @Test
    void a_capture_is_not_compared_with_itself_nor_with_nothing() {
        assertThatThrownBy(() -> RstAnalysis.of(ABORTS)
                        .peerCapture(ABORTS.toAbsolutePath())
                        .run())
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RstAnalysis.of(ABORTS)
                        .peerCapture(folder.resolve("none.pcap"))
                        .run())
                .isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() ->
                        RstAnalysis.of(ABORTS).perFile().peerCapture(ARTICLE).run())
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nonsense_is_refused_where_it_is_said() {
        RstAnalysis analysis = RstAnalysis.of(ARTICLE);

        assertThatThrownBy(() -> analysis.soRcvTimeo(Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> analysis.jobs(0)).isInstanceOf(IllegalArgumentException.class);
    }
}

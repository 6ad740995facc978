package dev.whyrst.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.analysis.AnalysisSummary;
import dev.whyrst.report.ModelFixtures;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is said where no TCP segment was looked at. */
class NoSegmentTest {

    @Test
    void a_capture_without_tcp_holds_none() {
        assertThat(Sentences.headline(ModelFixtures.nothing(0), Optional.empty()))
                .isEqualTo("No connection was reset in this capture. It holds no TCP segment at all.");
    }

    @Test
    void behind_a_filter_only_the_frames_that_match_are_spoken_of() {
        assertThat(Sentences.headline(filtered(ModelFixtures.nothing(0)), Optional.empty()))
                .isEqualTo(
                        "No connection was reset in this capture. The frames that match the filter hold no TCP segment.");
    }

    private static AnalysisSummary filtered(AnalysisSummary summary) {
        return new AnalysisSummary(
                Map.of("filter", "udp"),
                summary.captures(),
                List.of(),
                List.of(),
                0,
                0,
                summary.harm(),
                0,
                0,
                "",
                List.of());
    }
}

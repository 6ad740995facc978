package dev.whyrst.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.whyrst.attribution.Attribution;
import dev.whyrst.attribution.Harm;
import dev.whyrst.incident.Incident;
import dev.whyrst.incident.IncidentKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The stories of recorded incidents; runs only where that corpus lies beside the project. */
class IncidentStoriesTest {

    private static final Path CORPUS = Path.of("../../shared/corpus/incidents");

    private final List<Attribution> resets = new ArrayList<>();

    @BeforeEach
    void the_corpus_is_here() {
        assumeTrue(Files.exists(CORPUS.resolve("index.json")), "the incidents are not here");
    }

    @Test
    void a_host_that_restarted_is_told_with_what_was_lost_and_refused() throws IOException {
        Incident told = incidents("host-reboot.pcap", Optional.empty()).get(0);

        assertThat(told.kind()).isEqualTo(IncidentKind.SERVER_RESTART);
        assertThat(told.endpoint()).isEqualTo("172.16.226.119");
        assertThat(told.statement())
                .isEqualTo(
                        "172.16.226.119 restarted at 14:24:16: 80 connections of 8 clients lost, its ports 80 and 6379"
                                + " refused 272 new ones for 2.4 s.");
    }

    @Test
    void stories_of_one_capture_are_told_apart() throws IOException {
        assertThat(incidents("server-room.pcap", Optional.empty()))
                .extracting(Incident::kind)
                .containsExactly(
                        IncidentKind.PROCESS_KILLED,
                        IncidentKind.POLICY_DEVICE,
                        IncidentKind.CLIENT_TIMEOUTS,
                        IncidentKind.SCAN);
    }

    @Test
    void health_checks_without_a_byte_are_harmless_and_of_others_it_is_not_seen() throws IOException {
        List<Incident> told = incidents("haproxy-checks.pcap", Optional.empty());

        assertThat(told).hasSize(1);
        assertThat(told.get(0).harm().level()).isEqualTo(Harm.Level.UNKNOWN);
        assertThat(told.get(0).statement())
                .endsWith("44 resets in 44 connections; what 12 of these did to the applications cannot be seen.");
        assertThat(told.get(0).count()).isEqualTo(44);
    }

    @Test
    void servers_that_gave_up_on_stalled_clients_waited_equally_long() throws IOException {
        Incident told = incidents("nginx-reset-timedout.pcap", Optional.empty()).get(0);

        assertThat(told.kind()).isEqualTo(IncidentKind.CLIENT_TIMEOUTS);
        assertThat(told.statement()).contains("each after about 2.0 s of waiting;");
    }

    @Test
    void every_reset_belongs_to_the_incident_that_lists_it() throws IOException {
        List<Incident> told = incidents("redis-maxclients.pcap", Optional.empty());

        for (Incident incident : told) {
            assertThat(resetsOf(incident)).containsExactlyElementsOf(incident.resets());
        }
    }

    @Test
    void two_captures_tell_one_story_by_the_clock_of_the_first() throws IOException {
        List<Incident> alone = incidents("pair-nat-a.pcap", Optional.empty());
        long begin = alone.stream().mapToLong(Incident::firstNanos).min().orElseThrow();

        List<Incident> both = incidents("pair-nat-a.pcap", Optional.of(CORPUS.resolve("pair-nat-b.pcap")));

        assertThat(resets).allSatisfy(reset -> assertThat(reset.incident()).isPresent());
        assertThat(both).extracting(Incident::kind).hasSameElementsAs(kinds(alone));
        assertThat(both).allSatisfy(incident -> {
            assertThat(incident.firstNanos()).isBetween(begin - 1_000_000_000L, begin + 10_000_000_000L);
            assertThat(resetsOf(incident)).containsAll(incident.resets());
        });
    }

    private List<String> resetsOf(Incident incident) {
        return resets.stream()
                .filter(reset -> reset.incident().equals(Optional.of(incident.id())))
                .map(Attribution::id)
                .toList();
    }

    private static List<IncidentKind> kinds(List<Incident> incidents) {
        return incidents.stream().map(Incident::kind).toList();
    }

    private List<Incident> incidents(String capture, Optional<Path> peer) throws IOException {
        resets.clear();
        AnalysisOptions options = new AnalysisOptions(
                List.of(CORPUS.resolve(capture).toString()),
                peer,
                Optional.empty(),
                responder -> OptionalLong.empty(),
                false,
                AnalysisLimits.defaults());
        return CaptureAnalysis.run(options, List.of(new Collecting(resets)), (read, total, frames) -> {})
                .incidents();
    }

    /** Keeps the attributions of a run. */
    private record Collecting(List<Attribution> resets) implements ReportSink {

        @Override
        public void begin(AnalysisSummary summary) {
            assertThat(summary.resets()).isPositive();
        }

        @Override
        public void accept(Attribution attribution) {
            resets.add(attribution);
        }

        @Override
        public void finish() {
            assertThat(resets).isNotEmpty();
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}

package dev.whyrst.peer.prove;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.analysis.AnalysisLimits;
import dev.whyrst.analysis.AnalysisOptions;
import dev.whyrst.analysis.AnalysisSummary;
import dev.whyrst.analysis.CaptureAnalysis;
import dev.whyrst.analysis.ReportSink;
import dev.whyrst.attribution.Attribution;
import dev.whyrst.attribution.Confidence;
import dev.whyrst.attribution.Emitter;
import dev.whyrst.incident.Incident;
import dev.whyrst.incident.IncidentKind;
import dev.whyrst.net.TcpFlags;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What two captures prove of a RST, and where they prove nothing. */
class PeerStoriesTest {

    private static final int PORT = 40_000;
    private static final int ABORT = TcpFlags.RST | TcpFlags.ACK;
    private static final long MINUTE = 60_000_000;

    @TempDir
    Path folder;

    /** A path of 10 ms and three hops with so many answered requests before what the test is about. */
    private static Wire path(int conversations) {
        return answered(new Wire(10_000, 3), conversations);
    }

    private static Wire answered(Wire wire, int conversations) {
        for (int i = 1; i <= conversations; i++) {
            wire.request(PORT + i).answer(PORT + i);
        }
        return wire;
    }

    @Test
    void a_reset_is_known_again_where_a_device_writes_other_windows() throws IOException {
        Wire wire = path(5).rewriteWindows();
        answered(wire, 20).request(PORT).server(PORT, ABORT, 5001, 1101, 0);

        assertThat(resets(wire)).hasSize(2).allSatisfy(reset -> assertThat(reset.peerFrame())
                .isPresent());
    }

    @Test
    void another_window_makes_another_reset_where_windows_are_left_alone() throws IOException {
        Wire wire = path(20).request(PORT);
        wire.onlyAtClient().server(PORT, ABORT, 5001, 1101, 0);
        wire.rewriteWindows().onlyAtServer().server(PORT, ABORT, 5001, 1101, 0);

        assertThat(resets(wire)).hasSize(2).allSatisfy(reset -> assertThat(reset.peerFrame())
                .isEmpty());
    }

    @Test
    void a_reset_is_known_again_after_a_clock_was_set() throws IOException {
        Wire wire = path(12).request(PORT);
        wire.setServerClock(MINUTE).server(PORT, ABORT, 5001, 1101, 0).after(100_000);
        later(wire);

        assertThat(resets(wire)).hasSize(2).allSatisfy(reset -> assertThat(reset.peerFrame())
                .isPresent());
    }

    @Test
    void an_equal_reset_a_minute_later_is_another_one_where_no_clock_was_set() throws IOException {
        Wire wire = path(12).request(PORT);
        wire.onlyAtClient().server(PORT, ABORT, 5001, 1101, 0);
        wire.after(MINUTE).onlyAtServer().server(PORT, ABORT, 5001, 1101, 0).after(100_000);
        later(wire.everywhere());

        assertThat(resets(wire)).hasSize(2).allSatisfy(reset -> assertThat(reset.peerFrame())
                .isEmpty());
    }

    @Test
    void two_captures_of_one_point_prove_nothing_of_who_made_a_reset() throws IOException {
        Wire wire = answered(new Wire(0, 0).behind(9), 12).request(PORT).forged(PORT, 5001, 1101, 70);

        assertThat(resets(wire)).hasSize(2).allSatisfy(reset -> {
            assertThat(reset.peerFrame()).isPresent();
            assertThat(reset.emitter()).isNotEqualTo(Emitter.RESPONDER);
            assertThat(statements(reset)).noneMatch(s -> s.contains("it was not made between"));
        });
    }

    @Test
    void a_device_beyond_both_captures_is_not_taken_for_the_host() throws IOException {
        Wire wire = answered(new Wire(10_000, 3).behind(9), 12).request(PORT).forged(PORT, 5001, 1101, 70);

        assertThat(resets(wire)).hasSize(2).allSatisfy(reset -> {
            assertThat(reset.emitter()).isNotEqualTo(Emitter.RESPONDER);
            assertThat(statements(reset)).anyMatch(s -> s.contains("it was not made between"));
        });
    }

    @Test
    void what_left_the_host_itself_is_the_hosts() throws IOException {
        Wire wire = path(12).request(PORT).server(PORT, ABORT, 5001, 1101, 0);

        assertThat(resets(wire)).hasSize(2).allSatisfy(reset -> {
            assertThat(reset.emitter()).isEqualTo(Emitter.RESPONDER);
            assertThat(statements(reset)).anyMatch(s -> s.contains("it was not made between"));
        });
    }

    @Test
    void a_reset_that_a_whole_capture_at_its_senders_end_lacks_was_made_between() throws IOException {
        Wire wire = another(path(30)).request(PORT);
        wire.onlyAtClient().forged(PORT, 5001, 1101, 50);
        later(wire.everywhere().after(100_000).answer(PORT));

        assertThat(forged(wire).emitter()).isEqualTo(Emitter.MIDDLEBOX);
        assertThat(forged(wire).confidence()).isEqualTo(Confidence.CERTAIN);
    }

    @Test
    void absence_is_no_proof_where_the_capture_lost_what_passed_next_to_it() throws IOException {
        Wire wire = another(path(30)).request(PORT);
        wire.onlyAtClient().server(PORT, TcpFlags.ACK | TcpFlags.PSH, 5001, 1101, 100);
        wire.after(100).forged(PORT, 5101, 1101, 64);
        later(wire.everywhere().after(100_000));

        assertThat(forged(wire).emitter()).isEqualTo(Emitter.RESPONDER);
    }

    @Test
    void absence_is_a_weak_proof_where_the_capture_holds_no_reset_at_all() throws IOException {
        Wire wire = path(30).request(PORT);
        wire.onlyAtClient().forged(PORT, 5001, 1101, 64);
        wire.after(100_000).onlyAtServer().server(PORT, TcpFlags.ACK | TcpFlags.PSH, 5001, 1101, 100);
        later(wire.everywhere().after(100_000));

        assertThat(forged(wire).emitter()).isEqualTo(Emitter.MIDDLEBOX);
        assertThat(forged(wire).confidence()).isEqualTo(Confidence.MEDIUM);
    }

    @Test
    void a_segment_that_was_slow_on_its_way_is_no_life_after_the_reset() throws IOException {
        Wire wire = path(30).request(PORT);
        wire.after(500).server(PORT, TcpFlags.ACK | TcpFlags.PSH, 5001, 1101, 100);
        wire.after(50).onlyAtClient().server(PORT, ABORT, 5101, 1101, 0);
        later(wire.everywhere().after(100_000));

        assertThat(statements(forged(wire))).noneMatch(s -> s.contains("went on with the connection"));
    }

    @Test
    void a_peer_without_any_conversation_is_said_to_hold_none() throws IOException {
        Wire wire = new Wire(10_000, 3).onlyAtClient();
        answered(wire, 3).request(PORT).server(PORT, ABORT, 5001, 1101, 0);

        assertThat(listed(wire).notes).anyMatch(note -> note.contains("it holds no TCP conversation at all"));
    }

    @Test
    void a_peer_with_one_of_the_conversations_is_not() throws IOException {
        Wire wire = path(1).onlyAtClient();
        answered(wire, 3).request(PORT).server(PORT, ABORT, 5001, 1101, 0);

        assertThat(listed(wire).notes).noneMatch(note -> note.contains("no TCP conversation"));
    }

    @Test
    void an_incident_of_both_captures_is_told_once_and_with_both_names_of_the_server() throws IOException {
        Wire wire = another(path(30).translate());
        for (int i = 0; i < 3; i++) {
            wire.request(PORT + 50 + i);
            wire.onlyAtClient().forged(PORT + 50 + i, 5001, 1101, 50);
            wire.onlyAtServer().client(PORT + 50 + i, ABORT, 1101, 5001, 0).everywhere();
        }
        later(wire.after(100_000));

        assertThat(listed(wire).incidents)
                .filteredOn(incident -> incident.kind() == IncidentKind.POLICY_DEVICE)
                .singleElement()
                .satisfies(incident -> {
                    assertThat(incident.count()).isEqualTo(6);
                    assertThat(incident.statement())
                            .startsWith(
                                    "A device on the path to 198.51.100.2:80 (in the peer capture 10.9.8.7:8080) ended ")
                            .contains("3 connections of client 192.0.2.1 cut off");
                });
    }

    /** Another connection that the server resets, in both captures. */
    private static Wire another(Wire wire) {
        return wire.request(PORT - 1).server(PORT - 1, ABORT, 5001, 1101, 0).after(100_000);
    }

    @Test
    void a_conversation_of_broken_headers_alone_has_no_partner() throws IOException {
        Wire wire = path(5).request(PORT).server(PORT, ABORT, 5001, 1101, 0);
        wire.write(folder);
        for (String name : List.of("a.pcap", "b.pcap")) {
            breakFirstHeader(folder.resolve(name));
        }

        assertThat(analysed().resets).hasSize(2).allSatisfy(reset -> assertThat(reset.peerFrame())
                .isPresent());
    }

    /** Makes the data offset of the first segment 0, and its port one that nothing else uses. */
    private static void breakFirstHeader(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int tcp = 24 + 16 + 20;
        bytes[tcp] = 7;
        bytes[tcp + 12] = 0;
        Files.write(file, bytes);
    }

    private static void later(Wire wire) {
        for (int i = 1; i <= 12; i++) {
            wire.request(PORT + 100 + i).answer(PORT + 100 + i);
        }
    }

    /** What is said of the RST of the connection that the test is about, in the capture at the client. */
    private Attribution forged(Wire wire) throws IOException {
        return resets(wire).stream()
                .filter(reset -> reset.timeline().initiator().port() == PORT)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> statements(Attribution reset) {
        return reset.evidence().stream().map(e -> e.statement()).toList();
    }

    private List<Attribution> resets(Wire wire) throws IOException {
        return listed(wire).resets;
    }

    private Listing listed(Wire wire) throws IOException {
        wire.write(folder);
        return analysed();
    }

    private Listing analysed() throws IOException {
        AnalysisOptions options = new AnalysisOptions(
                List.of(folder.resolve("a.pcap").toString()),
                Optional.of(folder.resolve("b.pcap")),
                Optional.empty(),
                responder -> OptionalLong.empty(),
                false,
                AnalysisLimits.defaults());
        Listing listing = new Listing(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        CaptureAnalysis.run(options, List.of(listing), (read, total, frames) -> {});
        return listing;
    }

    private record Listing(List<Attribution> resets, List<String> notes, List<Incident> incidents)
            implements ReportSink {

        @Override
        public void begin(AnalysisSummary summary) {
            notes.addAll(summary.notes());
            incidents.addAll(summary.incidents());
        }

        @Override
        public void accept(Attribution attribution) {
            resets.add(attribution);
        }

        @Override
        public void finish() {}

        @Override
        public void close() {}
    }
}

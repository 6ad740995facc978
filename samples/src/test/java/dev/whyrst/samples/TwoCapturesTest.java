package dev.whyrst.samples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What two captures of the same traffic, recorded on both sides of a NAT, prove of who sent each RST. */
class TwoCapturesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path FOLDER = Path.of("two-captures").toAbsolutePath();

    @TempDir
    private Path out;

    private JsonNode report;
    private JsonNode truth;

    @BeforeEach
    void analyse() throws IOException {
        String peer = FOLDER.resolve("server.pcap").toString();
        Tool.analyze(FOLDER.resolve("client.pcap"), List.of("--peer-capture", peer), out);
        report = JSON.readTree(out.resolve("report.json").toFile());
        truth = JSON.readTree(FOLDER.resolve("truth.json").toFile()).path("resets");
    }

    @Test
    void each_reset_has_its_sender_and_its_frame_in_the_other_capture() {
        Map<String, JsonNode> said = new HashMap<>();
        report.path("resets").forEach(reset -> said.put(side(reset.path("capture")) + reset.path("frame"), reset));

        assertThat(truth).isNotEmpty().allSatisfy(reset -> {
            String here = reset.path("client").isNull() ? "server" : "client";
            String there = here.equals("client") ? "server" : "client";
            JsonNode told = said.get(here + reset.path(here));
            assertThat(told.path("emitter")).isEqualTo(reset.path("emitter"));
            assertThat(told.path("peerFrame").path("frame").asText("null"))
                    .isEqualTo(reset.path(there).asText());
        });
    }

    @Test
    void the_difference_of_the_clocks_of_7250_ms_is_measured() {
        assertThat(report.path("summary").path("notes"))
                .anyMatch(note -> note.asText().matches("The clock of server.pcap runs 7249.[89].* ms behind"));
    }

    @Test
    void the_forger_between_them_is_one_incident_of_a_server_with_two_names() {
        assertThat(report.path("incidents"))
                .filteredOn(incident -> incident.path("kind").asText().equals("policy-device"))
                .singleElement()
                .satisfies(incident -> assertThat(incident.path("statement").asText())
                        .startsWith(
                                "A device on the path to 172.16.184.66:80 (in the peer capture 10.245.141.241:8080) ended ")
                        .contains("5 connections of 2 clients cut off"));
    }

    @Test
    void incidents_count_a_reset_once_though_both_captures_list_it() {
        int told = 0;
        for (JsonNode incident : report.path("incidents")) {
            told += incident.path("count").asInt();
        }

        assertThat(told)
                .isEqualTo(truth.size())
                .isLessThan(report.path("resets").size());
    }

    private static String side(JsonNode capture) {
        return capture.asText().contains("server.pcap") ? "server" : "client";
    }
}

package dev.whyrst.samples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.whyrst.scenario.ConfidenceBound;
import dev.whyrst.scenario.Expectation;
import dev.whyrst.scenario.Scenario;
import dev.whyrst.scenario.ScenarioCapture.ExpectedReset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is true of a capture, by its scenario or by the labels of its recording.
 *
 * @param options options that the analysis is given
 * @param resets the capture's RSTs in order
 */
record Truth(List<String> options, List<Reset> resets) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> EMITTERS =
            Map.of("client", "initiator", "server", "responder", "middlebox", "middlebox");

    /**
     * What is true of a RST.
     *
     * @param causes ids of the cause and of those that count as right
     * @param confidence how sure a report may be
     * @param emitter who sent it, where that is known
     */
    record Reset(long frame, List<String> causes, ConfidenceBound confidence, Optional<String> emitter) {}

    static Truth of(Path capture) throws IOException {
        Path scenario = Samples.scenarioOf(capture);
        return Files.exists(scenario)
                ? ofScenario(Samples.read(scenario))
                : ofLabels(JSON.readTree(Samples.labelsOf(capture).toFile()));
    }

    private static Truth ofScenario(Scenario scenario) {
        List<Reset> resets =
                scenario.play().resets().stream().map(Truth::ofExpected).toList();
        return new Truth(scenario.toolOptions(), resets);
    }

    private static Reset ofExpected(ExpectedReset reset) {
        Expectation expectation = reset.expectation();
        return new Reset(
                reset.frame(),
                expectation.causes().stream().map(cause -> cause.id()).toList(),
                expectation.confidence(),
                expectation.emitter().map(emitter -> emitter.label()));
    }

    private static Truth ofLabels(JsonNode labels) {
        JsonNode timeout = labels.path("config").path("so_rcvtimeo_ms");
        List<Reset> resets = new ArrayList<>();
        for (JsonNode label : labels.path("rsts")) {
            List<String> causes = new ArrayList<>(List.of(label.path("cause").asText()));
            label.path("acceptable").forEach(other -> causes.add(other.asText()));
            resets.add(new Reset(
                    label.path("frame").asLong(),
                    causes,
                    ConfidenceBound.ANY,
                    Optional.of(EMITTERS.get(label.path("sender").asText()))));
        }
        return new Truth(
                timeout.isMissingNode() ? List.of() : List.of("--so-rcvtimeo", timeout.asInt() + "ms"), resets);
    }
}

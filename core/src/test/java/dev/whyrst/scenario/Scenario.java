package dev.whyrst.scenario;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A scenario as written; see the package's description for the language.
 *
 * @param setup the kind of capture that it becomes
 * @param toolOptions options that the analysis of the capture is given
 * @param hosts the hosts by which its lines speak
 * @param steps what happens, in the order written
 * @param incidents what must be told of the whole
 * @param failures what failed without a RST, and must be told or must not
 */
public record Scenario(
        CaptureSetup setup,
        List<String> toolOptions,
        List<Host> hosts,
        List<Step> steps,
        List<ExpectedIncident> incidents,
        List<ExpectedFailure> failures) {

    /**
     * Reads a scenario.
     *
     * @throws ScenarioException when a line cannot be understood
     */
    public static Scenario parse(String text) {
        return ScenarioParser.parse(text);
    }

    /** Reads the scenario in a file. */
    public static Scenario read(Path file) throws IOException {
        return parse(Files.readString(file, StandardCharsets.UTF_8));
    }

    /**
     * Plays the scenario into a capture; the same scenario always gives the same bytes.
     *
     * @throws ScenarioException when a line contradicts what happened before
     */
    public ScenarioCapture play() {
        return ScenarioCapture.of(this, new ScenarioPlayer(this).play());
    }
}

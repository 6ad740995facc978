package dev.whyrst.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.scenario.Scenario;
import dev.whyrst.scenario.ScenarioCapture.ExpectedReset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Plays the scenario that {@code -Dscenario=FILE} names, seen from the top folder, and prints what the tool says of it. */
@EnabledIfSystemProperty(named = "scenario", matches = ".+", disabledReason = "-Dscenario=FILE names none")
class OneScenarioTest {

    private static final Path TOP = Path.of("..").toAbsolutePath();

    @TempDir
    private Path folder;

    @Test
    void the_tool_says_what_the_lines_expect() throws IOException {
        Path file = TOP.resolve(System.getProperty("scenario")).normalize();
        String text = Files.readString(file);
        Expectations expectations = new Expectations(text);
        Path capture = Files.write(folder.resolve("played.pcap"), expectations.capture());
        Path out = folder.resolve("report");

        List<ReportedReset> resets = Tool.analyze(capture, expectations.toolOptions(), out);
        print(Scenario.parse(text).play().resets(), resets);
        Tool.stories(out).forEach(System.out::println);

        List<String> misses = expectations.misses(resets, Tool.incidents(out), Tool.failures(out), reset -> false);
        assertThat(misses).as(() -> "\n" + String.join("\n", misses)).isEmpty();
    }

    private static void print(List<ExpectedReset> lines, List<ReportedReset> resets) {
        for (int i = 0; i < Math.min(lines.size(), resets.size()); i++) {
            ReportedReset said = resets.get(i);
            System.out.printf(
                    Locale.ROOT,
                    "line %d, frame %d: %s %s by %s%s%n",
                    lines.get(i).line(),
                    said.frame(),
                    said.cause(),
                    said.confidence(),
                    said.emitter(),
                    said.repeat() ? ", repeat" : "");
            said.reasons().forEach(reason -> System.out.println("    " + reason));
        }
    }
}

package dev.whyrst.samples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.whyrst.attribution.Cause;
import dev.whyrst.attribution.Rivalry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A verdict that is not certain says what keeps it from being surer, and which likely causes nothing spoke for. */
class WhyNotSurerTest {

    @TempDir
    private Path folder;

    @Test
    void each_verdict_of_the_samples_is_certain_or_says_why_it_is_not() throws IOException {
        int looked = 0;
        for (JsonNode reset : resetsOfAllSamples()) {
            boolean certain = reset.path("confidence").path("level").asText().equals("certain");
            assertThat(reset.path("limitedBy").isEmpty()).as("%s", reset).isEqualTo(certain);
            for (JsonNode reason : reset.path("limitedBy")) {
                assertThat(reason.path("statement").asText())
                        .matches("[\\p{Lu}`].{12,}[^.]")
                        .doesNotContain("?");
            }
            looked++;
        }
        assertThat(looked).isGreaterThan(300);
    }

    @Test
    void causes_that_were_passed_over_are_rivals_that_nobody_claimed() throws IOException {
        int looked = 0;
        for (JsonNode reset : resetsOfAllSamples()) {
            Cause cause = Cause.byId(reset.path("cause").asText()).orElseThrow();
            List<String> claimed = new ArrayList<>();
            reset.path("alternatives")
                    .forEach(lost -> claimed.add(lost.path("cause").asText()));
            for (JsonNode passed : reset.path("notConsidered")) {
                String id = passed.path("cause").asText();
                assertThat(Rivalry.exists(cause, Cause.byId(id).orElseThrow())).isTrue();
                assertThat(claimed).doesNotContain(id);
                assertThat(passed.path("because").asText())
                        .matches("\\p{Ll}.{12,}[^.]")
                        .doesNotContain("?");
                looked++;
            }
        }
        assertThat(looked).isGreaterThan(300);
    }

    private List<JsonNode> resetsOfAllSamples() throws IOException {
        List<JsonNode> resets = new ArrayList<>();
        for (Path sample : Samples.folders()) {
            for (Path capture : Samples.captures(sample)) {
                Path out = folder.resolve("report-" + resets.size());
                Tool.analyze(capture, List.of(), out);
                new ObjectMapper()
                        .readTree(out.resolve("report.json").toFile())
                        .path("resets")
                        .forEach(resets::add);
            }
        }
        return resets;
    }
}

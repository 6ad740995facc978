package dev.whyrst.incident.recognise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The list of recognisers, and what is told of it. */
class RecognisersTest {

    private static final Path SOURCES = Path.of("src/main/java/dev/whyrst/incident/recognise");
    private static final Path TESTS = Path.of("src/test/java/dev/whyrst/incident/recognise");
    private static final Pattern PLACE = Pattern.compile("// \\S.*\\n\\s+new (\\w+)\\(\\)");

    @Test
    void a_reason_stands_above_the_place_of_each() throws IOException {
        List<String> withReason = PLACE.matcher(Files.readString(SOURCES.resolve("Recognisers.java")))
                .results()
                .map(place -> place.group(1))
                .toList();

        assertThat(withReason).isNotEmpty().containsExactlyElementsOf(names(Recognisers.IN_ORDER));
    }

    @Test
    void all_that_there_are_have_a_place_and_a_test_of_their_own() throws IOException {
        List<String> written = new ArrayList<>();
        try (Stream<Path> sources = Files.list(SOURCES)) {
            for (Path source : sources.toList()) {
                if (Files.readString(source).contains(" implements Recogniser ")) {
                    written.add(source.getFileName().toString().replace(".java", ""));
                }
            }
        }

        assertThat(names(Recognisers.IN_ORDER)).as("Recognisers.IN_ORDER").containsExactlyInAnyOrderElementsOf(written);
        assertThat(written).allSatisfy(name -> assertThat(TESTS.resolve(name + "Test.java"))
                .exists());
    }

    @Test
    void none_has_two_places() {
        assertThat(names(Recognisers.IN_ORDER)).doesNotHaveDuplicates();
    }

    private static List<String> names(List<Recogniser> recognisers) {
        return recognisers.stream()
                .map(recogniser -> recogniser.getClass().getSimpleName())
                .toList();
    }
}

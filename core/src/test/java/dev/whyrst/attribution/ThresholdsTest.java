package dev.whyrst.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.incident.IncidentThresholds;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A number by which somebody is judged says where it is from. */
class ThresholdsTest {

    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Pattern DOCUMENTED =
            Pattern.compile("/\\*\\*((?:(?!\\*/).)*)\\*/\\s+public static final (?:int|long) (\\w+) =", Pattern.DOTALL);

    @ParameterizedTest
    @ValueSource(classes = {Thresholds.class, IncidentThresholds.class})
    void each_has_a_unit_and_a_source(Class<?> thresholds) throws IOException {
        Path source = SOURCES.resolve(thresholds.getName().replace('.', '/') + ".java");
        Matcher documented = DOCUMENTED.matcher(Files.readString(source).replaceAll("\\n\\s+\\* ", " "));
        List<String> names = documented
                .results()
                .filter(found -> found.group(1).matches("(?s).+\\. Unit: [a-z -]+\\. Source: .+\\.\\s*"))
                .map(found -> found.group(2))
                .toList();

        assertThat(names)
                .hasSizeGreaterThan(40)
                .containsExactlyElementsOf(
                        Stream.of(thresholds.getFields()).map(Field::getName).toList());
    }
}

package dev.whyrst.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The one file holds the libraries of others: each is named with its licence, and the text is there. */
class LicencesTest {

    private static final Path LICENCES = Path.of("../dist/src/licenses");
    private static final Path LIBRARIES = Path.of("../cli/target/lib");

    private static final Pattern LINE =
            Pattern.compile("^([a-z][a-z0-9-]+) {2,}([A-Z0-9][\\w.-]+) {2,}(.+)$", Pattern.MULTILINE);
    private static final Pattern VERSION = Pattern.compile("-\\d[\\w.-]*\\.jar$");

    @Test
    void each_library_that_is_handed_out_is_listed_and_no_other() throws IOException {
        assumeThat(LIBRARIES).isDirectory();
        List<String> handedOut;
        try (Stream<Path> jars = Files.list(LIBRARIES)) {
            handedOut = jars.map(
                            jar -> VERSION.matcher(jar.getFileName().toString()).replaceFirst(""))
                    .filter(name -> !name.startsWith("whyrst-"))
                    .toList();
        }

        assertThat(lines().stream().map(line -> line.group(1))).containsExactlyElementsOf(new TreeSet<>(handedOut));
    }

    @Test
    void the_text_of_each_licence_is_there_and_no_other() throws IOException {
        TreeSet<String> named = lines().stream()
                .flatMap(line -> Stream.of(line.group(3).split(", ")))
                .collect(Collectors.toCollection(TreeSet::new));
        named.add("THIRD-PARTY.txt");
        assertThat(named.remove("LICENSE")).isTrue();

        try (Stream<Path> files = Files.list(LICENCES)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrderElementsOf(named);
        }
    }

    private static List<MatchResult> lines() throws IOException {
        return LINE.matcher(Files.readString(LICENCES.resolve("THIRD-PARTY.txt")))
                .results()
                .toList();
    }
}

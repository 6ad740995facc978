package dev.whyrst;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.whyrst.attribution.Cause;
import dev.whyrst.incident.IncidentKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Holds the tables of the README to the catalogues. */
class ReadmeTest {

    private static final Path README = Path.of("..", "README.md");

    @BeforeEach
    void the_readme_is_here() {
        assumeTrue(Files.exists(README), "the README is not beside core");
    }

    @Test
    void its_table_of_causes_is_the_catalogue_of_causes() throws IOException {
        holds(
                "| cause | what happened | documented |",
                Stream.of(Cause.values())
                        .map(cause -> row(cause.id(), cause.title(), cause.documented() ? " yes |" : "  |"))
                        .toList());
    }

    @Test
    void its_table_of_kinds_is_the_catalogue_of_kinds_of_incident() throws IOException {
        holds(
                "| kind of incident | what happened |",
                Stream.of(IncidentKind.values())
                        .map(kind -> row(kind.id(), kind.title(), ""))
                        .toList());
    }

    private static String row(String id, String title, String more) {
        return "| `" + id + "` | " + title + " |" + more;
    }

    /** Compares the rows of the table with that head; {@code -Dgolden.update=true} writes them instead. */
    private static void holds(String head, List<String> rows) throws IOException {
        if (Boolean.getBoolean("golden.update")) {
            List<String> lines = new ArrayList<>(Files.readAllLines(README));
            int first = lines.indexOf(head) + 2;
            lines.subList(first, first + rowsUnder(head).size()).clear();
            lines.addAll(first, rows);
            Files.write(README, lines);
        }
        assertThat(rowsUnder(head))
                .as("the table of README.md; -Dgolden.update=true writes it anew")
                .containsExactlyElementsOf(rows);
    }

    /** The rows of the table with that head. */
    private static List<String> rowsUnder(String head) throws IOException {
        List<String> lines = Files.readAllLines(README);
        assertThat(lines).contains(head);
        return lines.stream()
                .skip(lines.indexOf(head) + 2L)
                .takeWhile(line -> line.startsWith("|"))
                .toList();
    }
}

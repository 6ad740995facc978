package dev.whyrst.attribution.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The counters of Linux that rules and pages name to settle a cause. */
class CountersTest {

    private static final Path RESOURCES = Path.of("src", "main", "resources");
    private static final Path RULES = Path.of("src", "main", "java", "dev", "whyrst", "attribution", "rules");
    private static final Path OF_THIS_KERNEL = Path.of("/proc/net/netstat");

    /** What {@code nstat -az} is asked for. */
    private static final Pattern ASKED = Pattern.compile("nstat\\s+-az\\s+((?:Tcp\\w+\\s*)+)`");

    @Test
    void an_abort_by_so_linger_counts_as_one_that_lost_data() {
        String settle = RuleCase.of(
                        """
                        +0s   A > B SYN
                        +10ms B > A SYN,ACK
                        +40us A > B ACK
                        +1ms  A > B RST,ACK
                        """)
                .claim(new LingerZeroRule())
                .settle()
                .get();

        assertThat(settle).contains("TcpExtTCPAbortOnData").doesNotContain("TcpExtTCPAbortOnLinger");
    }

    @Test
    void what_a_rule_asks_for_first_is_what_the_page_of_its_cause_names() throws IOException {
        int asking = 0;
        for (Rule rule : RuleCatalogue.RULES) {
            List<List<String>> asked = asked(RULES.resolve(rule.getClass().getSimpleName() + ".java"));
            String page = Files.readString(
                    RESOURCES.resolve("causes").resolve(rule.cause().id() + ".md"));
            for (List<String> counters : asked) {
                assertThat(page).as("page of " + rule.cause().id()).containsPattern("\\b" + counters.get(0) + "\\b");
                asking++;
            }
        }
        assertThat(asking).isGreaterThan(3);
    }

    @Test
    void linux_has_all_counters_that_are_named() throws IOException {
        assumeThat(OF_THIS_KERNEL).exists();
        String known = Files.readString(OF_THIS_KERNEL) + Files.readString(Path.of("/proc/net/snmp"));
        List<Path> files = new ArrayList<>();
        for (Path folder : List.of(RULES, RESOURCES.resolve("causes"), RESOURCES.resolve("incidents"))) {
            try (Stream<Path> all = Files.list(folder)) {
                all.forEach(files::add);
            }
        }
        int named = 0;
        for (Path file : files) {
            for (List<String> counters : asked(file)) {
                for (String counter : counters) {
                    assertThat(known)
                            .as(counter + " in " + file)
                            .containsPattern("\\b" + counter.replaceFirst("^TcpExt|^Tcp", "") + "\\b");
                    named++;
                }
            }
        }
        assertThat(named).isGreaterThan(30);
    }

    private static List<List<String>> asked(Path file) throws IOException {
        return ASKED.matcher(Files.readString(file))
                .results()
                .map(asked -> List.of(asked.group(1).strip().split("\\s+")))
                .toList();
    }
}

package dev.whyrst.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What is handed to users, as far as it can be read without being built. */
class HandedOutTest {

    private static final Path DIST = Path.of("../dist");

    /** A name with a version, and without the name of a host before it. */
    private static final Pattern IMAGE = Pattern.compile("[a-z][a-z0-9-]*:[0-9][A-Za-z0-9._-]*");

    @Test
    void the_image_stands_on_a_version_that_is_named() throws IOException {
        assertThat(instructions("FROM")).hasSize(2).allSatisfy(from -> assertThat(from.split(" ", -1)[0])
                .matches(IMAGE));
    }

    @Test
    void the_image_does_not_run_as_root() throws IOException {
        List<String> lines = dockerfile();
        String user = instructions("USER").get(0);

        assertThat(Integer.parseInt(user.split(":", -1)[0])).isPositive();
        assertThat(lines.subList(lines.indexOf("USER " + user), lines.size()))
                .noneMatch(line -> line.startsWith("RUN ") || line.startsWith("FROM "));
    }

    @Test
    void the_image_fetches_nothing_but_packages_of_its_system_and_holds_what_the_release_made() throws IOException {
        assertThat(instructions("ADD")).isEmpty();
        assertThat(instructions("COPY"))
                .containsExactly("whyrst-*-linux-*.zip /tmp/", "--from=unpacked /opt/whyrst /opt/whyrst");
        assertThat(instructions("RUN"))
                .noneMatch(run -> run.contains("http") || run.contains("curl") || run.contains("wget"));
        assertThat(Files.readString(DIST.resolve("pom.xml"))).contains("<whyrst.platform>linux-x86_64<");
    }

    @Test
    void the_image_starts_the_launcher_without_a_shell_between() throws IOException {
        assertThat(instructions("ENTRYPOINT")).containsExactly("[\"/opt/whyrst/bin/whyrst\"]");
        assertThat(Files.readString(DIST.resolve("src/tool.xml"))).contains("<outputDirectory>bin</outputDirectory>");
    }

    @Test
    void package_managers_get_the_files_that_the_release_makes() throws IOException {
        JsonNode releaser =
                new YAMLMapper().readTree(DIST.resolve("jreleaser.yml").toFile());
        String made = Files.readString(DIST.resolve("README.md"));

        assertThat(releaser.at("/project/license").asText()).isEqualTo("Apache-2.0");
        assertThat(releaser.at("/project/languages/java/mainClass").asText()).isEqualTo(Main.class.getName());
        for (String manager : List.of("whyrst/brew", "whyrst/sdkman", "whyrst/docker", "whyrst-jar/jbang")) {
            assertThat(releaser.at("/distributions/" + manager + "/active").asText())
                    .as(manager)
                    .isEqualTo("RELEASE");
        }
        for (JsonNode distribution : releaser.at("/distributions")) {
            for (JsonNode artifact : distribution.at("/artifacts")) {
                String file = artifact.at("/path")
                        .asText()
                        .replace("target/", "")
                        .replace("{{ distributionName }}", "whyrst")
                        .replace("{{ projectVersion }}", "VERSION")
                        .replaceFirst("VERSION-[a-z]+-[a-z0-9_]+", "VERSION-PLATFORM");
                assertThat(made).contains("`" + file + "`");
            }
        }
    }

    private static List<String> instructions(String name) throws IOException {
        return dockerfile().stream()
                .filter(line -> line.startsWith(name + " "))
                .map(line -> line.substring(name.length() + 1))
                .toList();
    }

    private static List<String> dockerfile() throws IOException {
        return Files.readAllLines(DIST.resolve("Dockerfile"));
    }
}

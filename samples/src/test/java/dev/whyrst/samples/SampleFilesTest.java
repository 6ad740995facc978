package dev.whyrst.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyrst.attribution.Cause;
import dev.whyrst.scenario.ScenarioCapture;
import dev.whyrst.scenario.ScenarioCapture.ExpectedReset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Guards the folders of samples: their files are there, agree, and are what the scenarios say. */
class SampleFilesTest {

    private static final int README_LINES = 5;

    @BeforeAll
    static void refresh() throws IOException {
        Samples.refresh();
    }

    @Test
    void there_is_a_folder_for_every_cause_and_none_without() {
        List<String> folders = Samples.folders().stream()
                .map(folder -> folder.getFileName().toString())
                .toList();
        assertThat(folders).isNotEmpty();
        assertThat(folders)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(Cause.values()).map(Cause::id).toList());
    }

    @TestFactory
    Stream<DynamicTest> a_capture_holds_the_bytes_of_its_scenario() {
        return scenarioFiles()
                .map(file -> DynamicTest.dynamicTest(Samples.nameOf(file), () -> {
                    byte[] played = Samples.read(file).play().file();
                    Path capture = Samples.captureOf(file);
                    assertThat(capture).exists();
                    assertThat(Files.readAllBytes(capture))
                            .as("%s; -Dgolden.update=true writes it anew", Samples.nameOf(capture))
                            .isEqualTo(played);
                }));
    }

    @TestFactory
    Stream<DynamicTest> a_scenario_shows_the_cause_of_its_folder() {
        return Samples.folders().stream()
                .map(folder -> DynamicTest.dynamicTest(Samples.nameOf(folder), () -> {
                    List<ExpectedReset> resets =
                            play(folder.resolve(Samples.SCENARIO)).resets();
                    assertThat(resets).anyMatch(reset -> reset.expectation().cause() == causeOf(folder));
                }));
    }

    @TestFactory
    Stream<DynamicTest> a_near_miss_has_resets_and_none_of_them_has_the_cause_of_the_folder() {
        return Samples.folders().stream()
                .map(folder -> DynamicTest.dynamicTest(Samples.nameOf(folder), () -> {
                    Cause cause = causeOf(folder);
                    List<ExpectedReset> resets =
                            play(folder.resolve(Samples.NEAR_MISS)).resets();
                    assertThat(resets).isNotEmpty();
                    assertThat(resets)
                            .noneMatch(reset -> reset.expectation().causes().contains(cause));
                    assertThat(resets)
                            .anyMatch(reset -> reset.expectation().forbidden().contains(cause));
                }));
    }

    @TestFactory
    Stream<DynamicTest> a_readme_has_five_lines() {
        return Samples.played().stream()
                .map(folder -> DynamicTest.dynamicTest(Samples.nameOf(folder), () -> {
                    List<String> lines = Files.readAllLines(folder.resolve("README.md"));
                    assertThat(lines).hasSize(README_LINES).allSatisfy(line -> assertThat(line)
                            .isNotBlank());
                }));
    }

    private static Stream<Path> scenarioFiles() {
        return Samples.played().stream().flatMap(folder -> Samples.scenarios(folder).stream());
    }

    private static ScenarioCapture play(Path file) {
        return Samples.read(file).play();
    }

    private static Cause causeOf(Path folder) {
        return Cause.byId(folder.getFileName().toString()).orElseThrow();
    }
}

package dev.whyrst.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the built tool on every capture of the samples and compares with {@code expected.json}; {@code
 * -Dgolden.update=true} writes what the tool says into it, as far as it is true, and marks what it does not say yet; what it
 * once said rightly it must go on saying.
 */
@TestMethodOrder(MethodOrderer.MethodName.class) // what is expected is written before it is held against the truth
class GoldenTest {

    private static final Path LAUNCHER = Path.of("..", "whyrst");
    private static final Path JAR = Path.of("..", "cli", "target", "whyrst.jar");

    @TempDir
    Path out;

    @BeforeAll
    static void refresh() throws IOException {
        Samples.refresh();
    }

    @TestFactory
    Stream<DynamicTest> the_tool_reports_what_is_expected_of_a_capture() {
        return Samples.all().stream()
                .flatMap(folder -> Samples.captures(folder).stream())
                .map(capture -> DynamicTest.dynamicTest(Samples.nameOf(capture), () -> compare(capture)));
    }

    @TestFactory
    Stream<DynamicTest> what_is_expected_is_true() {
        return Samples.all().stream()
                .map(folder -> DynamicTest.dynamicTest(Samples.nameOf(folder), () -> {
                    ExpectedReport expected = new ExpectedReport(folder);
                    for (Path capture : Samples.captures(folder)) {
                        agrees(capture, expected.of(capture));
                    }
                    assertThat(expected.captures())
                            .hasSize(Samples.captures(folder).size());
                }));
    }

    @Test
    void the_launcher_reports_the_same_as_the_program_in_this_process() throws Exception {
        assumeTrue(jarIsFresh(), "the jar is not built yet, or is older than the classes");
        Path capture = Path.of("handshake-timeout", "article.pcap").toAbsolutePath();
        List<String> options = List.of("--so-rcvtimeo", "100ms");
        List<String> command = new ArrayList<>(List.of(LAUNCHER.toString()));
        Path launched = out.resolve("launched");
        command.addAll(Tool.words(capture, options, launched));
        File said = out.resolve("said").toFile();
        int status = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said)
                .start()
                .waitFor();
        assertThat(status)
                .as(Files.readString(said.toPath(), StandardCharsets.UTF_8))
                .isZero();
        assertThat(Tool.report(launched)).isNotEmpty().isEqualTo(Tool.analyze(capture, options, out.resolve("here")));
    }

    private static boolean jarIsFresh() throws IOException {
        for (String module : List.of("core", "report-templates", "cli")) {
            try (Stream<Path> classes = Files.walk(Path.of("..", module, "target", "classes"))) {
                File newest = classes.map(Path::toFile)
                        .max(Comparator.comparingLong(File::lastModified))
                        .orElseThrow();
                if (newest.lastModified() > JAR.toFile().lastModified()) {
                    return false;
                }
            }
        }
        return true;
    }

    private void compare(Path capture) throws IOException {
        ExpectedReport expected = new ExpectedReport(capture.getParent());
        if (Samples.update()) {
            update(capture, expected);
        }
        ExpectedReport.Capture wanted = expected.of(capture);
        List<ReportedReset> reported = analyze(capture, wanted.options());
        assertThat(reported.stream().map(ReportedReset::frame))
                .as("frames of the reported RSTs")
                .containsExactlyElementsOf(wanted.resets().stream()
                        .map(ExpectedReport.Reset::frame)
                        .toList());
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < reported.size(); i++) {
            ExpectedReport.Reset reset = wanted.resets().get(i);
            if (reset.matches(reported.get(i)) == reset.notYet()) {
                differences.add("expected " + reset + "\n  reported " + reported.get(i));
            }
        }
        assertThat(differences).as(() -> "\n" + String.join("\n", differences)).isEmpty();
        assertThat(stories(capture)).isEqualTo(wanted.stories());
    }

    private void update(Path capture, ExpectedReport expected) throws IOException {
        Truth truth = Truth.of(capture);
        List<ReportedReset> reported = analyze(capture, truth.options());
        List<ExpectedReport.Reset> resets = new ArrayList<>();
        for (Truth.Reset reset : truth.resets()) {
            resets.add(reported.stream()
                    .filter(said -> said.frame() == reset.frame() && isTrue(reset, said))
                    .findFirst()
                    .map(GoldenTest::accepted)
                    .orElseGet(() -> expected.of(capture, reset.frame())
                            .filter(old -> !old.notYet())
                            .orElseGet(() -> notYet(reset))));
        }
        expected.put(capture, new ExpectedReport.Capture(truth.options(), resets, stories(capture)));
        expected.write();
    }

    private static ExpectedReport.Reset accepted(ReportedReset said) {
        return new ExpectedReport.Reset(said.frame(), said.cause(), said.confidence(), said.emitter(), false);
    }

    private static ExpectedReport.Reset notYet(Truth.Reset reset) {
        return new ExpectedReport.Reset(
                reset.frame(),
                reset.causes().get(0),
                reset.confidence().toString(),
                reset.emitter().orElse(null),
                true);
    }

    private static boolean isTrue(Truth.Reset truth, ReportedReset said) {
        return truth.causes().contains(said.cause())
                && truth.confidence().allows(said.confidence())
                && truth.emitter().stream().allMatch(said.emitter()::equals);
    }

    private static void agrees(Path capture, ExpectedReport.Capture expected) throws IOException {
        Truth truth = Truth.of(capture);
        assertThat(expected.options()).as(Samples.nameOf(capture)).isEqualTo(truth.options());
        assertThat(expected.resets()).as(Samples.nameOf(capture)).hasSameSizeAs(truth.resets());
        for (int i = 0; i < truth.resets().size(); i++) {
            Truth.Reset real = truth.resets().get(i);
            ExpectedReport.Reset wanted = expected.resets().get(i);
            String name = Samples.nameOf(capture) + ", frame " + real.frame();
            assertThat(wanted.frame()).as(name).isEqualTo(real.frame());
            assertThat(real.causes()).as(name).contains(wanted.cause());
            real.emitter()
                    .ifPresent(emitter -> assertThat(wanted.emitter()).as(name).isEqualTo(emitter));
        }
    }

    private List<ReportedReset> analyze(Path capture, List<String> options) throws IOException {
        return Tool.analyze(capture, options, reportOf(capture));
    }

    /** The incidents that the last analysis of a capture told. */
    private List<String> stories(Path capture) throws IOException {
        return Tool.stories(reportOf(capture));
    }

    private Path reportOf(Path capture) {
        return out.resolve(Samples.nameOf(capture).replace('/', '-'));
    }
}
